package citation

import (
	"slices"
	"strings"

	"lendlink/resolver/ascii"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// authors reads who made the item: the first author in parts (aulast, aufirst
// …), then the names in au. OpenURL means au for further authors, but most
// sources repeat the first in it, often more fully.
func (r *reader) authors() {
	first := r.structuredAuthors()
	var rest []Name
	for _, f := range fullNames {
		if f == openurl.Creator && len(first)+len(rest) > 0 {
			continue
		}
		for i, v := range r.co.All(f) {
			if len(first) > 0 {
				if first[0].Given == "" && sameFold(v, first[0].Family) { // the same again
					continue
				}
				if len(first) == 1 && len(rest) == 0 && first[0].isPlainHeading(v) { // nothing that reading it would add
					r.used(i, "author")
					continue
				}
				if n, ok := splitKnown(v, first[0]); ok {
					rest = append(rest, n)
					r.used(i, "author")
					continue
				}
			}
			rest = appendNames(rest, v)
			r.used(i, "author")
		}
	}
	if len(first) == 1 && slices.ContainsFunc(rest, Name.isPerson) && r.quirks.has(contributorInAuLast) &&
		!slices.ContainsFunc(rest, func(n Name) bool { return sameFold(n.Family, first[0].Family) }) &&
		!r.fullNamesHold(first[0].Family) {
		r.warn(warning.ContributorDropped, "author", first[0].String())
		first = nil
		r.unuse(func(f From) bool {
			return f.Field == "author" && !slices.Contains(fullNames[:], r.co.Pairs[f.Pair].Field)
		})
	}
	all := append(first, rest...)
	r.c.Author = all[:0] // it never grows past the name that is read
	for _, n := range all {
		r.c.Author = addName(r.c.Author, n)
	}
	r.privateAuthors()
	if len(r.c.Author) > 0 {
		return
	}
	for i, v := range r.co.All(openurl.AuCorp) {
		for _, part := range strings.Split(tidy(v), ";") {
			if part = cutPeriod(cutRelators(strings.Trim(part, " ,:/"))); part != "" {
				r.c.Author = addName(r.c.Author, Name{Literal: part})
				r.used(i, "author")
			}
		}
	}
}

// privateAuthors reads the authors that CAS and Ovid keep in their private data, more of
// them and more fully than in keys: <authfull>Wieland, Katrin M.</authfull>,
// <author>Agati S;Mignosa C</author>.
func (r *reader) privateAuthors() {
	for i, v := range r.co.All(openurl.Pid) {
		if text, ok := tagged(v, "authfull", "author"); ok {
			for _, n := range ParseNames(text) {
				r.c.Author = addName(r.c.Author, n)
				r.used(i, "author")
			}
		}
	}
}

func (n Name) isPerson() bool { return n.Literal == "" }

// structuredAuthors pairs aulast and aufirst in the order in which they were
// sent. Literatum, Wiley and MUSE repeat both for every author.
func (r *reader) structuredAuthors() []Name {
	var names []Name
	var last, first string
	hasLast, hasFirst := false, false
	lastLeads := true // aulast stands before its aufirst
	flush := func() {
		if first == "" && mayBeList(last) {
			if list := ParseNames(last); len(list) > 1 || strings.Contains(last, ";") {
				names = append(names, list...)
				last = ""
			}
		}
		if n, ok := r.structuredName(last, first); ok {
			names = append(names, n)
		}
		last, first, hasLast, hasFirst = "", "", false, false
	}
	version1 := r.version1Name()
	if i := r.co.Index(openurl.AuLast); i >= 0 && r.co.Repeats(i) {
		if names := r.groupedAuthors(version1); names != nil {
			return names
		}
	}
	started := false
	onlyGiven := r.co.Get(openurl.AuLast) == "" && r.co.Get(openurl.Au) != "" // which au has as well
	for i := range r.co.Pairs {
		p := &r.co.Pairs[i]
		if onlyGiven || p.Version1 != version1 || p.Field != openurl.AuLast && p.Field != openurl.AuFirst {
			continue
		}
		isLast := p.Field == openurl.AuLast
		if !started {
			lastLeads, started = isLast, true
		}
		if isLast && (hasLast || lastLeads && hasFirst) || !isLast && (hasFirst || !lastLeads && hasLast) {
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
	if len(names) == 1 {
		r.completeFirst(&names[0])
	}
	if n, ok := r.structuredName(r.take(openurl.InvLast, "author"), r.take(openurl.InvFirst, "author")); ok && len(names) == 0 {
		names = append(names, n)
	}
	return names
}

// mayBeList tells whether aulast may hold more than one name: EndNote sends "Bloetjes,
// O.A.J. and van der Meer, J.J.M.".
func mayBeList(s string) bool {
	return commas.In(s) || strings.Contains(s, " and ") || strings.Contains(s, " & ")
}

// groupedAuthors pairs names where all of one key stand before all of the other, as
// in links whose keys were sorted on the way. It gives nil for any other order.
func (r *reader) groupedAuthors(version1 bool) []Name {
	count := map[openurl.Field]int{}
	groups, before := 0, openurl.NoField
	each := func(do func(i int, p *openurl.Pair)) {
		for i := range r.co.Pairs {
			if p := &r.co.Pairs[i]; p.Version1 == version1 && !p.Empty && (p.Field == openurl.AuLast || p.Field == openurl.AuFirst) {
				do(i, p)
			}
		}
	}
	each(func(_ int, p *openurl.Pair) {
		count[p.Field]++
		if p.Field != before {
			groups, before = groups+1, p.Field
		}
	})
	if n := count[openurl.AuLast]; groups != 2 || n < 2 || n != count[openurl.AuFirst] {
		return nil
	}
	values := map[openurl.Field][]string{}
	each(func(i int, p *openurl.Pair) {
		values[p.Field] = append(values[p.Field], p.Value)
		r.used(i, "author")
	})
	var names []Name
	for i, last := range values[openurl.AuLast] {
		if n, ok := r.structuredName(last, values[openurl.AuFirst][i]); ok {
			names = append(names, n)
		}
	}
	return names
}

// version1Name tells whether the first author is taken from keys of OpenURL 1.0.
func (r *reader) version1Name() bool {
	for _, f := range [...]openurl.Field{openurl.AuLast, openurl.AuFirst} {
		if i := r.co.Index(f); i >= 0 {
			return r.co.Pairs[i].Version1
		}
	}
	return false
}

var (
	opening = ascii.Of("([")
	commas  = ascii.Of(",;")
)

// structuredName makes one name of its parts. Sources put a full name into
// aulast, and dates, relators and commas into either.
func (r *reader) structuredName(last, first string) (Name, bool) {
	last, first = cutOthers(tidy(last)), cutOthers(tidy(first))
	if isNobody(last) {
		return Name{}, false
	}
	if opening.In(last) {
		last = cutRelators(cutFullerForms(last))
	}
	if last == "" {
		last, first = first, ""
	}
	if last == "" {
		return Name{}, false
	}
	if first == "" && isOrganisation(last) {
		return Name{Literal: cutPeriod(last)}, true
	}
	if n, ok := byline(last); ok && first == "" {
		return n, true
	}
	if first == "" && (commas.In(last) || strings.Contains(last, "،") || r.quirks.has(fullNameInAuLast)) {
		if names := ParseNames(last); len(names) > 0 {
			return names[0], true
		}
	}
	head, tail, _ := strings.Cut(last, ",")
	n := Name{Family: cutDegrees(cleanFamily(head), 1)}
	if tail = strings.TrimSpace(tail); isSuffix(tail) { // King, Jr.
		n.Suffix = tail
	}
	if family, given, ok := strings.Cut(first, ","); ok && sameFold(family, n.Family) { // aufirst=Jigger, Tom
		first = strings.TrimSpace(given)
	}
	if i := strings.LastIndexByte(n.Family, ' '); i > 0 && first == "" && isSuffix(n.Family[i+1:]) && !isOnlySuffix(n.Family[i+1:]) { // Smith JR, as MEDLINE has it
		n.Family, first = n.Family[:i], n.Family[i+1:]
	} else if i > 0 && isSuffix(n.Family[i+1:]) { // Cooper Jr
		n.Family, n.Suffix = strings.TrimRight(n.Family[:i], " ,"), n.Family[i+1:]
	}
	n.setGiven(cutTrailingDate(cutRelators(cutFullerForms(first))))
	if rest, ok := strings.CutSuffix(n.Given, " "+n.Family); ok { // aulast=Cho&aufirst=Margaret Cho
		n.Given = rest
	}
	end := n.Family[strings.LastIndexByte(n.Family, ' ')+1:]
	if n.Given == "" && (isInitials(end) || isDotted(end) && len(end) < len(n.Family)) {
		n.resplit()
	}
	if n.Family == "" || n.Given == "" && isOrganisation(last) {
		return Name{Literal: cutPeriod(last)}, true
	}
	if r.quirks.has(fullNameInAuLast) && n.Given == "" && strings.Contains(n.Family, " ") { // aulast=Vine Deloria & aufirst=Jr
		n.resplit()
	}
	return n, true
}

// completeFirst adds to a single first author what stands in keys of its own:
// initials and a suffix.
func (r *reader) completeFirst(n *Name) {
	if n.Literal != "" {
		return
	}
	if n.Given == "" && r.co.Get(openurl.AuFirst) != "" && !sameFold(n.Family, r.co.Get(openurl.AuFirst)) { // under a key of the other version
		n.setGiven(cutTrailingDate(cutRelators(cutFullerForms(cutOthers(tidy(r.take(openurl.AuFirst, "author")))))))
	}
	if n.Given == "" {
		n.Given = strings.Trim(tidy(r.take(openurl.AuInit, "author")), " ,")
	}
	if n.Given == "" {
		n.Given = strings.Trim(tidy(r.take(openurl.AuInit1, "author")), " ,")
	}
	if middle := tidy(r.take(openurl.AuInitM, "author")); middle != "" && !hasMiddle(n.Given, middle) {
		n.Given = strings.TrimSpace(n.Given + " " + cutPeriod(middle, forenameAbbreviations))
	}
	if n.Suffix == "" {
		n.Suffix = strings.Trim(tidy(r.take(openurl.AuSuffix, "author")), " ,")
	}
}

// hasMiddle tells whether a given name holds the middle name or initial already:
// "Tobias A." holds A.
func hasMiddle(given, middle string) bool {
	if (strings.ContainsAny(given, " .") || isInitials(given)) && strings.HasSuffix(fold(given), fold(middle)) { // T.A. and TA hold A
		return true
	}
	_, after, _ := strings.Cut(given, " ")
	for _, token := range strings.Fields(after) {
		if strings.HasPrefix(fold(token), fold(middle)) || strings.HasPrefix(fold(middle), fold(token)) {
			return true
		}
	}
	return false
}
