package plaintext

import (
	"slices"
	"strconv"
	"strings"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/name"
	"lendlink/resolver/text"
)

// assemble makes a citation of the labelled parts.
func (r *reading) assemble() (Reference, bool) {
	var ref Reference
	r.used = make([]bool, len(r.segs))
	c := &ref.Citation
	c.Title = r.joined(title)
	c.ContainerTitle = cutIn(r.joined(container))
	c.CollectionTitle = r.joined(series)
	c.Publisher = r.joined(publisherLabel)
	c.PublisherPlace = r.joined(placeLabel)
	r.findContainer(c)
	c.Author = r.names()
	// Nothing but what looks like names.
	if c.Title == "" && r.organisation.to == r.organisation.from && len(r.people) > 0 && r.hasNamesAlone() {
		r.organisation = span{r.people[0].from, r.people[len(r.people)-1].to}
	}
	if c.Title == "" && r.organisation.to > r.organisation.from {
		c.Title, c.Author = strings.Trim(r.textOf(r.organisation.from, r.organisation.to), " .,:"), nil
	}
	for i := range r.found {
		r.put(c, &r.found[i])
	}
	if first, _, isRange := strings.Cut(c.Issue, "-"); c.Page == "" && isRange && len(first) > 1 && first > "2" { // vol. VI (391-394)
		c.Page, c.Issue = c.Issue, ""
	}
	if c.Volume == "" { // the first number by which a journal counts
		c.Volume, c.Issue = c.Issue, ""
	}
	r.putDay(c)
	if c.Issued.IsZero() && c.Edition != "" {
		c.Issued, _ = citation.ParseDate(c.Edition, r.year+1)
	}
	c.Type = r.kind(c)
	ref.Note = r.notes()
	citation.Clean(c, r.year)
	return ref, isAnything(c)
}

// hasNamesAlone reports whether nothing is after what was taken for names, or the ISBN of a book
// that then has no title: "Lamps, Frank Roe, 9780306406157".
func (r *reading) hasNamesAlone() bool {
	isISBN := func(s segment) bool { return r.tokens[s.from].is(isbn|isbnWord) && !r.people[0].hasInitials }
	return !slices.ContainsFunc(r.segs, func(s segment) bool { return !isISBN(s) })
}

// putDay adds the day to a year.
func (r *reading) putDay(c *citation.Citation) {
	for i := range r.found {
		day := r.textOf(r.found[i].got.get('D'))
		if day == "" || c.Issued.Year == 0 || c.Issued.Month != 0 {
			continue
		}
		exact, _ := citation.ParseDate(day+", "+strconv.Itoa(c.Issued.Year), r.year+1)
		if exact.Month == 0 { // a season
			r.unread = append(r.unread, day)
			continue
		}
		c.Issued = exact
	}
}

// isAnything reports whether something by which an item could be found was read.
func isAnything(c *citation.Citation) bool {
	if c.Title != "" && len(c.Author) > 0 { // 1984 by Bo Roe
		return true
	}
	return text.HasLetter(c.Title+c.ContainerTitle) || c.DOI != "" || c.ISBN != "" || c.PMID != ""
}

// joined returns the text of the first run of segments with a label. Other runs go into
// the note.
func (r *reading) joined(l label) string {
	from, to := -1, -1
	for i, s := range r.segs {
		if r.decided[i] != l {
			if from >= 0 {
				break
			}
			continue
		}
		if from >= 0 && r.segs[i-1].fixed != s.fixed { // [Thesis, University of Quays]. ProQuest
			break
		}
		if from < 0 {
			from = s.from
		}
		to = s.to
		r.used[i] = true
	}
	if from < 0 {
		return ""
	}
	for to < len(r.tokens) && r.tokens[to].is(query) && !r.tokens[to].space {
		to++
	}
	if l == container && to < len(r.tokens) && r.tokens[to].is(period) && r.tokens[to-1].is(shortWord) { // Eur. Sociol. Rev.
		to++
	}
	edge := " ,;:[\"“”«»„"
	if r.inside[from] || r.inside[to-1] { // „Raum“ und „Zeit“
		edge = " ,;:["
	}
	return balanced(strings.TrimLeft(strings.Trim(r.textOf(from, to), edge), "-–— "))
}

// findContainer finds the container where only its position shows it: the site of a page after
// its title in quotes, and the journal of what is in press, which has no numbers yet. The
// container of a thesis is a database.
func (r *reading) findContainer(c *citation.Citation) {
	isThesis := slices.ContainsFunc(r.segs, func(s segment) bool { return s.fixed == genre && s.has&fThesis != 0 })
	if c.ContainerTitle != "" && isThesis {
		r.unread = append(r.unread, c.ContainerTitle)
		c.ContainerTitle = ""
	}
	if c.ContainerTitle != "" || isThesis {
		return
	}
	for i := range r.segs {
		s := &r.segs[i]
		switch l := r.decided[i]; {
		case l == note && s.isSite() && r.hasAddressAfter(i):
			c.ContainerTitle, r.used[i] = r.textOf(s.from, s.to), true
			return
		case l == publisherLabel && r.inPress && c.PublisherPlace == "" && s.has&(fPublisher|fPublishingHouse) == 0:
			c.ContainerTitle, c.Publisher = c.Publisher, ""
			return
		}
	}
}

// isSite reports whether a part can be the name of a site: few words after the title in quotes.
func (s *segment) isSite() bool {
	return s.fixed == none && s.has&fAfterQuote != 0 && s.has&(fAccess|fIn) == 0 && s.to-s.from <= 4
}

// hasAddressAfter reports whether the address of a page follows a segment.
func (r *reading) hasAddressAfter(i int) bool {
	return i+1 < len(r.segs) && r.segs[i+1].fixed == numberLabel && r.tokens[r.segs[i+1].from].is(webAddress)
}

// balanced closes a bracket, or cuts one that nothing opened or closes.
func balanced(s string) string {
	switch opened, closed := strings.Count(s, "("), strings.Count(s, ")"); {
	case opened > closed && strings.HasPrefix(s, "("):
		return s[1:]
	case opened > closed:
		return s + ")"
	case closed > opened:
		return strings.TrimSuffix(s, ")")
	}
	return s
}

func (r *reading) textOf(from, to int) string {
	if from >= to {
		return ""
	}
	return r.text[r.tokens[from].start:r.tokens[to-1].end]
}

// cutIn removes the word before a container.
func cutIn(s string) string {
	word, rest, found := strings.Cut(s, " ")
	if !found || vocabulary[strings.ToLower(strings.Trim(word, ":"))]&inWord == 0 {
		return s
	}
	return strings.TrimLeft(rest, " :")
}

// names returns the authors.
func (r *reading) names() []name.Name {
	if len(r.people) == 0 {
		return r.organisationNames()
	}
	var out []name.Name
	for i := range r.people {
		p := &r.people[i]
		heading := r.textOf(p.family.from, p.family.to) + ", " + r.textOf(p.given.from, p.given.to)
		for i := max(p.family.to, p.given.to); i < p.to; i++ {
			if r.tokens[i].is(suffix) {
				heading += ", " + r.textOf(i, p.to)
				break
			}
		}
		out = append(out, name.ParseList(heading)...)
	}
	return out
}

// organisationNames returns the author that is not a list of people: an organisation as it is.
func (r *reading) organisationNames() []name.Name {
	text := strings.Trim(r.textOf(r.organisation.from, r.organisation.to), " .,:")
	for i := r.organisation.from; i < r.organisation.to; i++ {
		if r.tokens[i].is(publisher) && r.tokens[i].is(capital) {
			return []name.Name{{Literal: text}}
		}
	}
	return name.ParseList(text)
}

// put sets the fields that a fragment holds.
func (r *reading) put(c *citation.Citation, f *fragment) {
	get := func(field byte) string { return r.textOf(f.got.get(field)) }
	set := func(to *string, field byte) {
		if *to == "" {
			*to = get(field)
		}
	}
	set(&c.Volume, 'V')
	if digits := strings.TrimSuffix(c.Volume, "e"); text.AllDigits(digits) { // 8e année
		c.Volume = digits
	}
	set(&c.Issue, 'I')
	set(&c.Page, 'P')
	set(&c.Edition, 'E')
	if date := get('Y'); date != "" && c.Issued.IsZero() {
		c.Issued, _ = citation.ParseDate(cutYearLetter(date), r.year+1)
	}
	if f.label == numberLabel {
		r.putIdentifier(c, f)
	}
}

// cutYearLetter cuts what distinguishes several works of one year: 2014b.
func cutYearLetter(s string) string {
	n := len(s)
	if n < 5 || s[n-1] < 'a' || s[n-1] > 'z' {
		return s
	}
	if s[n-2] < '0' || s[n-2] > '9' {
		return s
	}
	return s[:n-1]
}

func (r *reading) putIdentifier(c *citation.Citation, f *fragment) {
	whole, value := r.textOf(f.from, f.to), r.textOf(f.got.get('N'))
	switch first := &r.tokens[f.from]; {
	case first.is(isbnWord | isbn):
		c.ISBN, _ = identifier.ParseISBN(whole)
	case first.is(issnWord):
		c.ISSN, _ = identifier.ParseISSN(value)
	case first.is(pmidWord):
		c.PMID = value
	case first.is(pmcWord):
		c.PMCID, _ = identifier.ParsePMCID("PMC" + strings.TrimPrefix(value, "PMC"))
	case first.is(arxiv):
		c.Custom.ArXiv, _ = identifier.ParseArXiv(value)
	case r.tokens[f.to-1].is(doi):
		switch found, _ := identifier.ParseDOI(whole); {
		case c.DOI == "":
			c.DOI = found
		case !strings.EqualFold(found, c.DOI): // of a correction, a chapter's book
			r.unread = append(r.unread, found)
		}
	case !address.Fill(c, value):
		r.unread = append(r.unread, value)
	}
}

// notes returns what has no field: editors, access dates, and parts of which none is made.
func (r *reading) notes() string {
	var parts []string
	for i, s := range r.segs {
		if l := r.decided[i]; !r.used[i] && (l < labels || l == note) {
			parts = append(parts, r.textOf(s.from, s.to))
		}
	}
	return strings.Join(append(parts, r.unread...), "; ")
}
