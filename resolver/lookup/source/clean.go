package source

import (
	"cmp"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// maxKeptAuthors is how many authors are kept of the thousands that some articles
// in physics have. A request form has room for one.
const maxKeptAuthors = 20

// maxAliases is how many other titles of an item are kept.
const maxAliases = 20

// Check cleans and checks a record that was kept outside, as Read does those that a
// source sends: whoever can write to a shared cache is not believed either.
func Check(r record.Record, year int) (record.Record, error) {
	isNamed := func(known Known) bool { return known.Name() == r.Source }
	if !slices.ContainsFunc(All[:], isNamed) && !slices.ContainsFunc(Free[:], isNamed) {
		return record.Record{}, fmt.Errorf("record of an unknown source %q", r.Source)
	}
	return finish(r, year)
}

// finish returns a record cleaned by the rules that links are cleaned by.
func finish(r record.Record, year int) (record.Record, error) {
	c := &r.Citation
	if !slices.Contains(citation.Types[:], c.Type) {
		c.Type = citation.Document
	}
	c.Issued = plausibleDate(c.Issued)
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Kind == citation.Text {
			f.Edit(c, plain)
		}
	}
	if len(c.Author) > maxKeptAuthors {
		c.Author = c.Author[:maxKeptAuthors]
	}
	for i, n := range c.Author {
		c.Author[i] = citation.Name{Family: plain(n.Family), Given: plain(n.Given), Suffix: plain(n.Suffix), Literal: plain(n.Literal)}
	}
	citation.Clean(c, year)
	if c.Title == "" {
		return record.Record{}, ErrUnknown
	}
	var aliases []string
	for _, s := range r.Aliases[:min(len(r.Aliases), maxAliases)] {
		if s = plain(s); s != "" && s != c.Title {
			aliases = append(aliases, s)
		}
	}
	r.Aliases, r.Copies = aliases, cleanCopies(&r)
	return r, nil
}

// maxCopies is how many copies of an item are kept. Some articles are in fifty
// repositories; the first ones are the best.
const maxCopies = 5

// cleanCopies returns the copies of a record that can be shown.
func cleanCopies(r *record.Record) []openaccess.Copy {
	var copies []openaccess.Copy
	for _, c := range r.Copies {
		c, ok := openaccess.Clean(c)
		if !ok || len(copies) == maxCopies {
			continue
		}
		copies = append(copies, openaccess.Copy{URL: c.URL, Host: c.Host, Version: c.Version, License: c.License, Borrow: c.Borrow})
	}
	return copies
}

// plausibleDate returns a date without a month or day that no calendar has.
func plausibleDate(d citation.Date) citation.Date {
	if d.Month < 0 || d.Month > 12 {
		d.Month, d.Day = 0, 0
	}
	if d.Day < 0 || d.Day > 31 {
		d.Day = 0
	}
	return d
}

var (
	// formula is what repeats a formula in another notation.
	formula = regexp.MustCompile(`(?is)<(?:[a-z]+:)?(?:annotation(?:-xml)?|tex-math)\b[^>]*>` +
		`.*?</(?:[a-z]+:)?(?:annotation(?:-xml)?|tex-math)\s*>`)
	// breaking is a tag that separates words.
	breaking = regexp.MustCompile(`(?i)<(?:br|/?p|/?div|/?title)\b[^<>]*>`)
	tag      = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9:.-]*(?:\s[^<>]*)?/?>|<!--.*?-->`)
)

// plain returns the text of HTML and MathML, whose tags may be escaped, even
// twice: &amp;lt;i&amp;gt;.
func plain(s string) string {
	for range 3 {
		if !strings.Contains(s, "&") {
			break
		}
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "<") {
		s = formula.ReplaceAllString(s, "")
		s = breaking.ReplaceAllString(s, " ")
		s = tag.ReplaceAllString(s, "")
	}
	return strings.Join(strings.Fields(s), " ")
}

// withSubtitle puts title and subtitle together, unless they are already.
func withSubtitle(title, subtitle text) string {
	t, s := string(title), string(subtitle)
	if t == "" || s == "" || strings.Contains(strings.ToLower(t), strings.ToLower(s)) {
		return t
	}
	return strings.TrimRight(t, " :") + ": " + s
}

// preferred returns the first value of a type, else the first of the list.
func preferred(numbers list[typed], kind text, all list[text]) string {
	for _, n := range numbers {
		if n.Type == kind {
			return string(n.Value)
		}
	}
	return string(cmp.Or(all...))
}
