package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// authors reads who made the item: the first author in parts (aulast, aufirst
// …), then the names in au. OpenURL means au for further authors, but most
// sources repeat the first in it, often more fully.
func (r *reader) authors() {
	if r.quirks.has(familyFirst) {
		if n, ok := r.familyFirstAuthor(); ok {
			r.c.Author = []name.Name{n}
			return
		}
	}
	first := r.structuredAuthors()
	var rest []name.Name
	familiesFirst := false // in au
	for _, f := range fullNames {
		if f == openurl.Creator && len(first)+len(rest) > 0 {
			continue
		}
		for i, v := range r.co.All(f) {
			if isAnyOf(first, v) {
				familiesFirst = true
				r.used(i, "author")
				continue
			}
			if familiesFirst {
				if n, ok := name.FamilyFirst(v); ok {
					rest = append(rest, n)
					r.used(i, "author")
					continue
				}
			}
			if len(first) > 0 {
				if first[0].Given == "" && text.SameFold(v, first[0].Family) { // the same again
					continue
				}
				if first[0].IsOrganisationInParts(v) { // United + Nations
					first = nil
					r.dropUses(func(f From) bool { return f.Field == "author" })
					rest = name.AppendList(rest, v)
					r.used(i, "author")
					continue
				}
				if first[0].IsPlainHeading(v) { // nothing that reading it would add
					r.used(i, "author")
					continue
				}
				if n, ok := name.SplitAtFamily(v, first[0]); ok {
					rest = append(rest, n)
					r.used(i, "author")
					continue
				}
			}
			rest = name.AppendList(rest, v)
			r.used(i, "author")
		}
	}
	mayBeContributor := len(first) == 1 && (r.quirks.has(contributorInAuLast) || r.isJournalsEditor())
	if mayBeContributor && r.isContributor(first[0], rest) {
		r.warn(warning.ContributorDropped, "author", first[0].String())
		first = nil
		r.dropUses(func(f From) bool {
			return f.Field == "author" && !slices.Contains(fullNames[:], r.co.Pairs[f.Pair].Field)
		})
	}
	all := rest
	if len(first) == 1 && r.isFurtherAuthor(first[0], rest) {
		all = append(rest, first[0])
	} else if len(first) > 0 {
		all = append(first, rest...)
	}
	r.c.Author = all[:0] // it never grows past the name that is read
	for _, n := range all {
		r.c.Author = name.Add(r.c.Author, n)
	}
	r.privateAuthors()
	if len(r.c.Author) > 0 {
		return
	}
	for i, v := range r.co.All(openurl.AuCorp) {
		for _, part := range strings.Split(text.Tidy(v), ";") {
			if n, ok := name.ParseOrganisation(part); ok {
				r.c.Author = name.Add(r.c.Author, n)
				r.used(i, "author")
			}
		}
	}
}

// isContributor reports whether the name in aulast is not one of the people in au, and so a
// translator's or an editor's. An au that is not a heading came from elsewhere, and is a further author.
func (r *reader) isContributor(first name.Name, others []name.Name) bool {
	return slices.ContainsFunc(others, name.Name.IsPerson) && !r.fullNamesHold(first.Family) && !r.isAuDirect()
}

// isAuDirect reports whether au has a name in direct order, and no heading.
func (r *reader) isAuDirect() bool {
	found := false
	for _, v := range r.co.All(openurl.Au) {
		if strings.IndexByte(v, ',') >= 0 {
			return false
		}
		found = found || strings.IndexByte(v, ' ') > 0
	}
	return found
}

// isFurtherAuthor reports whether the name in aulast is that of one of the people in au, but not of the
// first: au has all of them in their order, "Weir, Ann;Roe, Tom".
func (r *reader) isFurtherAuthor(first name.Name, all []name.Name) bool {
	if strings.IndexByte(r.co.Get(openurl.Au), ';') < 0 {
		return false
	}
	sameFamily := func(n name.Name) bool { return text.SameFold(n.Family, first.Family) }
	return slices.IndexFunc(all, sameFamily) > 0
}

// privateAuthors reads the authors that CAS, Ovid and EBSCO keep in their private data, more of
// them and more fully than in keys: <authfull>Wieland, Katrin M.</authfull>,
// <author>Agate S;Minton C</author>, <authors>Minton, Ruth</authors>.
func (r *reader) privateAuthors() {
	for i, v := range r.co.All(openurl.Pid) {
		if text, ok := tagged(v, "authfull", "author", "authors"); ok {
			for _, n := range name.ParseList(text) {
				r.c.Author = name.Add(r.c.Author, n)
				r.used(i, "author")
			}
		}
	}
}

// isPublisher reports whether what was sent as the author is a publisher with two names, and not two authors: Hill and Wang.
func (r *reader) isPublisher(s string) bool {
	isPair := strings.Contains(s, " and ") || strings.Contains(s, " & ")
	return isPair && (text.SameFold(s, r.co.Get(openurl.Publisher)) || text.SameFold(s, r.co.Get(openurl.Pub)))
}

// structuredAuthors pairs aulast and aufirst in the order in which they were
// sent. Literatum, Wiley and MUSE repeat both for every author.
func (r *reader) structuredAuthors() []name.Name {
	var names []name.Name
	var last, first string
	hasLast, hasFirst := false, false
	lastLeads := true // aulast comes before its aufirst
	flush := func() {
		if isDirect := r.quirks.has(fullNameInAuLast); isDirect && first == "" {
			if pair := name.ParseDirectPair(last); pair != nil {
				names, last = append(names, pair...), ""
			}
		}
		if list := name.FromPartLists(last, first); len(list) > 1 {
			names, last, first = append(names, list...), "", ""
		}
		if first == "" {
			if r.isPublisher(last) {
				names, last = append(names, name.Name{Literal: last}), ""
			} else if list := name.ParseList(last); len(list) > 1 || strings.Contains(last, ";") {
				names, last = append(names, list...), ""
			}
		}
		if n, ok := name.FromParts(last, first, r.quirks.has(fullNameInAuLast)); ok {
			names = append(names, n)
		}
		last, first, hasLast, hasFirst = "", "", false, false
	}
	version1 := r.version1Name()
	given := openurl.AuFirst
	if i := r.co.Index(openurl.AuLast); i >= 0 && r.co.Repeats(i) {
		if r.co.Index(openurl.AuFirst) < 0 {
			given = openurl.AuInit // EPrints' repositories repeat this instead
		}
		if names := r.groupedAuthors(version1); names != nil {
			return names
		}
	}
	started := false
	onlyGiven := r.co.Get(openurl.AuLast) == "" && r.co.Get(openurl.Au) != "" // which au has as well
	isOne := !r.hasSeveral(openurl.AuLast, version1) && !r.hasSeveral(given, version1)
	for i := range r.co.Pairs {
		p := &r.co.Pairs[i]
		if onlyGiven || p.Version1 != version1 || p.Field != openurl.AuLast && p.Field != given {
			continue
		}
		if p.Empty && isOne { // among several it keeps the place of a part that a name does not have
			continue
		}
		isLast := p.Field == openurl.AuLast
		if !started {
			lastLeads, started = isLast, true
		}
		again := hasFirst
		if isLast {
			again = hasLast
		}
		if again || isLast == lastLeads {
			flush()
		}
		value := p.Value
		if p.Empty {
			value = ""
		} else {
			r.used(i, "author")
		}
		if isLast {
			last, hasLast = value, true
		} else {
			first, hasFirst = value, true
		}
	}
	flush()
	switch {
	case len(names) != 1:
	case r.hasGivenOfAnother(names[0]):
		r.dropGiven(&names[0])
	default:
		r.completeFirst(&names[0])
	}
	last, first = r.take(openurl.InvLast, "author"), r.take(openurl.InvFirst, "author")
	if n, ok := name.FromParts(last, first, r.quirks.has(fullNameInAuLast)); ok && len(names) == 0 {
		names = append(names, n)
	}
	return names
}

// hasSeveral reports whether a field has more than one value under the keys of a version.
func (r *reader) hasSeveral(f openurl.Field, version1 bool) bool {
	values := 0
	for i := range r.co.All(f) {
		if r.co.Pairs[i].Version1 == version1 {
			values++
		}
	}
	return values > 1
}

// groupedAuthors pairs the names of each key in their order, as in links whose keys were sorted on the way. It
// returns nil where there are not as many of the one as of the other.
func (r *reader) groupedAuthors(version1 bool) []name.Name {
	places := map[openurl.Field][]int{}
	for i := range r.co.Pairs {
		if p := &r.co.Pairs[i]; p.Version1 == version1 && !p.Empty {
			places[p.Field] = append(places[p.Field], i)
		}
	}
	lasts, firsts := places[openurl.AuLast], places[openurl.AuFirst]
	if len(lasts) < 2 || len(lasts) != len(firsts) {
		return nil
	}
	var names []name.Name
	for k, i := range lasts {
		if n, ok := name.FromParts(r.co.Pairs[i].Value, r.co.Pairs[firsts[k]].Value, r.quirks.has(fullNameInAuLast)); ok {
			names = append(names, n)
		}
		r.used(i, "author")
		r.used(firsts[k], "author")
	}
	return names
}

// version1Name reports whether the first author is taken from keys of OpenURL 1.0.
func (r *reader) version1Name() bool {
	for _, f := range [...]openurl.Field{openurl.AuLast, openurl.AuFirst} {
		if i := r.co.Index(f); i >= 0 {
			return r.co.Pairs[i].Version1
		}
	}
	return false
}

// completeFirst adds to a single first author what is in keys of its own:
// initials and a suffix.
func (r *reader) completeFirst(n *name.Name) {
	if n.Literal != "" {
		return
	}
	r.splitByInitial(n)
	first := r.co.Get(openurl.AuFirst) // maybe under a key of the other version
	if initials := r.co.Get(openurl.AuInit); isOthersInitial(*n, initials, r.co.Get(openurl.AuLast)) {
		*n = name.Name{Family: n.Given + " " + n.Family}
	}
	if n.Given == "" && !text.SameFold(n.Family, first) && !strings.HasSuffix(n.Family, " "+first) {
		n.ReadGiven(name.CutOthers(text.Tidy(r.take(openurl.AuFirst, "author"))))
	}
	if n.Given == "" && !isSecondInitial(r.co.Get(openurl.AuInit), n.Family, r.co.Get(openurl.Au)) {
		n.Given = strings.Trim(text.Tidy(r.take(openurl.AuInit, "author")), " ,")
	}
	if n.Given == "" {
		n.Given = strings.Trim(text.Tidy(r.take(openurl.AuInit1, "author")), " ,")
	}
	if n.Given != "" || !r.fullNamesHold(n.Family) { // au has the whole name, of which this is a part
		r.addMiddle(n)
	}
	if n.Suffix == "" {
		n.Suffix = strings.Trim(text.Tidy(r.take(openurl.AuSuffix, "author")), " ,")
	}
}
