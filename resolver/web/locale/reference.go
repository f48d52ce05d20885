package locale

import (
	"strconv"
	"strings"

	"lendlink/resolver/citation"
)

// Reference is an item as a librarian would write it down, in lines: what kind,
// what title, by whom, where it is, and its numbers.
type Reference struct {
	Type    citation.Type
	Medium  string // what it is if not text
	Title   string
	Authors string
	Source  []Run
	Numbers []Number
}

// Run is a piece of a line.
type Run struct {
	Text string
	Work bool // the title of a book or journal
}

// How much of long values a reference shows. The form holds the whole.
const (
	longestTitle    = 300
	longestValue    = 160
	maxCitedAuthors = 5
	fewCitedAuthors = 3 // how many are named where there are more than maxCitedAuthors
)

// Reference writes an item in a language. The order is that of the Chicago Manual
// of Style, which most library catalogues follow when they make citations.
func (w Localizer) Reference(c citation.Citation) Reference {
	r := Reference{Type: c.Type, Medium: w.medium(c.Medium),
		Title: shorten(c.Title, longestTitle), Authors: w.authors(c.Author), Numbers: numbersOf(&c)}
	if dateAlone(c) {
		r.Source = []Run{{Text: w.T("reference.published", w.Date(c.Issued))}}
		return r
	}
	var l line
	switch c.Type {
	case citation.Article:
		w.inJournal(&l, c)
	case citation.Chapter, citation.Paper:
		if c.ContainerTitle != "" {
			l.plain(w.T("reference.in") + " ")
			l.work(c.ContainerTitle)
		}
		l.comma(w.edition(c.Edition), w.numbered("volume", c.Volume), w.numbered("issue", c.Issue), w.pages(c.Page))
		l.stop(w.imprint(c))
	default:
		l.work(c.ContainerTitle)
		l.comma(w.edition(c.Edition), w.numbered("volume", c.Volume), w.numbered("issue", c.Issue), w.pages(c.Page))
		l.stop(w.imprint(c))
	}
	l.stop(shorten(c.CollectionTitle, longestValue))
	r.Source = l.end()
	return r
}

// medium returns the name of a medium; one that came otherwise, from a pasted file, stays as it is.
func (w Localizer) medium(name string) string {
	if _, ok := citation.MediumDesignations[name]; ok {
		return w.T("medium." + strings.ToLower(name))
	}
	return shorten(name, longestValue)
}

// dateAlone reports whether nothing but the date is known of where an item is from. A line
// with a year in it and nothing else would look as if something had been lost.
func dateAlone(c citation.Citation) bool {
	placed := c.ContainerTitle + c.CollectionTitle + c.Publisher + c.PublisherPlace
	numbered := c.Edition + c.Volume + c.Issue + c.Page
	return placed == "" && numbered == "" && !c.Issued.IsZero()
}

// inJournal writes "Harbour Law 3, no. 1 (May 2019): 21–34".
func (w Localizer) inJournal(l *line, c citation.Citation) {
	l.work(c.ContainerTitle)
	if l.empty() {
		l.comma(w.numbered("volume", c.Volume))
	} else if c.Volume != "" {
		l.blank(shorten(c.Volume, longestValue))
	}
	l.comma(w.numbered("issue", c.Issue))
	if !c.Issued.IsZero() {
		l.blank("(" + w.Date(c.Issued) + ")")
	}
	if page := w.pageRange(c.Page); page != "" {
		if l.empty() {
			l.comma(w.pages(c.Page))
		} else {
			l.plain(w.T("list.colon", "", page))
		}
	}
	l.stop(w.published(c.PublisherPlace, c.Publisher))
}

// imprint writes "Portland: Driftwood Press, 2009".
func (w Localizer) imprint(c citation.Citation) string {
	place := w.published(c.PublisherPlace, c.Publisher)
	switch date := w.dateOrNone(c.Issued); {
	case date == "":
		return place
	case place == "":
		return date
	default:
		return place + ", " + date
	}
}

func (w Localizer) published(place, publisher string) string {
	place, publisher = shorten(place, longestValue), shorten(publisher, longestValue)
	if place != "" && publisher != "" {
		return w.T("list.colon", place, publisher)
	}
	return place + publisher
}

func (w Localizer) dateOrNone(d citation.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.Date(d)
}

// authors names them all, or the first and that there are more.
func (w Localizer) authors(names []citation.Name) string {
	shown := names
	if len(names) > maxCitedAuthors {
		shown = names[:fewCitedAuthors]
	}
	texts := make([]string, len(shown))
	for i, n := range shown {
		texts[i] = shorten(n.String(), longestValue)
	}
	all := strings.Join(texts, "; ")
	if len(shown) < len(names) {
		return w.T("reference.and-others", all)
	}
	return all
}

// edition writes a number as "2nd ed.", and words as they are.
func (w Localizer) edition(edition string) string {
	if n, err := strconv.Atoi(edition); err == nil && n > 0 && n < 1000 {
		return w.Ordinal("reference.edition", n)
	}
	return shorten(edition, longestValue)
}

// numbered writes "vol. 3". What says itself what it is stays as it is.
func (w Localizer) numbered(what, value string) string {
	if value == "" || value[0] < '0' || value[0] > '9' {
		return shorten(value, longestValue)
	}
	return w.T("reference."+what, shorten(value, longestValue))
}

func (w Localizer) pages(page string) string {
	switch {
	case page == "":
		return ""
	case strings.ContainsAny(page, "-, "):
		return w.T("reference.pages", w.pageRange(page))
	}
	return w.T("reference.page", shorten(page, longestValue))
}

// pageRange returns pages with the sign that the language puts between the first and the
// last: an en dash in English and German, a hyphen in Spanish and French.
func (w Localizer) pageRange(page string) string {
	return strings.ReplaceAll(shorten(page, longestValue), "-", w.T("reference.range"))
}

// shorten cuts a text that would fill the page, at a word where there is one.
func shorten(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	s = string(runes[:most])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:.") + "…"
}

// line puts the pieces of a line together, with the punctuation between them.
type line struct{ runs []Run }

func (l *line) empty() bool { return len(l.runs) == 0 }

func (l *line) plain(text string) {
	if n := len(l.runs); n > 0 && !l.runs[n-1].Work {
		l.runs[n-1].Text += text
		return
	}
	l.runs = append(l.runs, Run{Text: text})
}

func (l *line) work(title string) {
	if title != "" {
		l.runs = append(l.runs, Run{Text: shorten(title, longestTitle), Work: true})
	}
}

// after puts a text after a separator, if there is anything before it. The first
// text of a line begins with a capital.
func (l *line) after(separator, text string) {
	switch {
	case text == "":
	case l.empty():
		l.plain(capital(text))
	default:
		l.plain(separator + text)
	}
}

func (l *line) blank(text string) { l.after(" ", text) }

func (l *line) comma(texts ...string) {
	for _, text := range texts {
		l.after(", ", text)
	}
}

// stop begins a sentence.
func (l *line) stop(text string) {
	if n := len(l.runs); text != "" && n > 0 && !l.runs[n-1].Work && strings.HasSuffix(l.runs[n-1].Text, ".") {
		l.after(" ", text)
		return
	}
	l.after(". ", text)
}

// end closes the line with a period.
func (l *line) end() []Run {
	if n := len(l.runs); n > 0 && !strings.ContainsAny(l.runs[n-1].Text[len(l.runs[n-1].Text)-1:], ".?!") {
		l.plain(".")
	}
	return l.runs
}

func capital(s string) string {
	runes := []rune(s)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// Plain returns the reference as plain text, to be copied.
func (r Reference) Plain() string {
	var source strings.Builder
	for _, run := range r.Source {
		source.WriteString(run.Text)
	}
	sentences := []string{r.Authors, r.Title, source.String()}
	for _, n := range r.Numbers {
		sentences = append(sentences, n.Name+" "+n.Value)
	}
	whole := ""
	for _, sentence := range sentences {
		switch {
		case sentence == "":
			continue
		case !strings.ContainsAny(sentence[len(sentence)-1:], ".?!"):
			sentence += "."
		}
		whole = strings.TrimSpace(whole + " " + sentence)
	}
	return whole
}
