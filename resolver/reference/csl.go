package reference

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"
)

// cslItem is an item of CSL-JSON as programs write it: numbers as text or not, types
// that lead to no form of their own.
type cslItem struct {
	Type            string          `json:"type"`
	Title           text            `json:"title"`
	ContainerTitle  text            `json:"container-title"`
	CollectionTitle text            `json:"collection-title"`
	Author          []name.Name     `json:"author"`
	Editor          []name.Name     `json:"editor"`
	Issued          json.RawMessage `json:"issued"`
	Publisher       string          `json:"publisher"`
	PublisherPlace  string          `json:"publisher-place"`
	Edition         text            `json:"edition"`
	Volume          text            `json:"volume"`
	Issue           text            `json:"issue"`
	Page            text            `json:"page"`
	ISBN            text            `json:"ISBN"`
	ISSN            text            `json:"ISSN"`
	DOI             string          `json:"DOI"`
	PMID            text            `json:"PMID"`
	URL             string          `json:"URL"`
	Note            string          `json:"note"`
	Custom          citation.Custom `json:"custom"`
}

// text is a value that may be a string, a number or a list of strings.
type text string

// UnmarshalJSON takes the first of a list, as Crossref sends titles.
func (t *text) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil && len(list) > 0 {
		*t = text(list[0])
		return nil
	}
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = strings.Trim(string(b), `"[]{} `)
	}
	if s != "null" {
		*t = text(s)
	}
	return nil
}

// cslTypes are types of CSL beside ours, and Crossref's.
var cslTypes = map[string]citation.Type{
	"article": citation.Article, "article-magazine": citation.Article, "article-newspaper": citation.Article, "review": citation.Article,
	"review-book": citation.Article, "journal-article": citation.Article, "entry-encyclopedia": citation.Chapter,
	"entry-dictionary": citation.Chapter,
	"entry":            citation.Chapter, "book-chapter": citation.Chapter, "monograph": citation.Book, "edited-book": citation.Book,
	"classic":             citation.Book,
	"proceedings-article": citation.Paper, "dissertation": citation.Thesis, "journal": citation.Periodical,
}

// isCSL reports whether a text begins as CSL-JSON does: an item or a list of them.
func isCSL(s string) bool {
	s = strings.TrimLeft(s, "\ufeff \t\r\n")
	list, isList := strings.CutPrefix(s, "[")
	if isList {
		s = strings.TrimLeft(list, " \t\r\n")
	}
	rest, ok := strings.CutPrefix(s, "{")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), `"`)
}

// readCSL returns the items of a text.
func readCSL(s string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	d := json.NewDecoder(strings.NewReader(s))
	isList := s[strings.IndexAny(s, "[{")] == '['
	if isList {
		if _, err := d.Token(); err != nil {
			return nil, []Problem{{lineOf(s, 0), NotJSON}}
		}
	}
	for !isList || d.More() {
		begin := startOfValue(s, int(d.InputOffset()))
		var raw json.RawMessage
		if err := d.Decode(&raw); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			problems = append(problems, Problem{lineOf(s, begin+faultIn(s[begin:])), NotJSON})
			break
		}
		if item, ok := readCSLItem(raw, year); ok {
			items = append(items, item)
		} else {
			problems = append(problems, Problem{lineOf(s, begin), Unreadable})
		}
	}
	return items, problems
}

// startOfValue returns where a value begins behind the comma and the blanks before it.
func startOfValue(s string, at int) int {
	return len(s) - len(strings.TrimLeft(s[at:], ", \t\r\n"))
}

// faultIn returns where a value that is no JSON goes wrong.
func faultIn(s string) int {
	var fault *json.SyntaxError
	var value json.RawMessage
	if errors.As(json.Unmarshal([]byte(s), &value), &fault) {
		return int(fault.Offset)
	}
	return 0
}

// lineOf returns the line of a place in a text.
func lineOf(s string, at int) int { return 1 + strings.Count(s[:min(at, len(s))], "\n") }

func readCSLItem(raw []byte, year int) (Item, bool) {
	var in cslItem
	if json.Unmarshal(raw, &in) != nil {
		return Item{}, false
	}
	c := citation.Citation{
		Type: cslType(in.Type), Title: string(in.Title), ContainerTitle: string(in.ContainerTitle), CollectionTitle: string(in.CollectionTitle),
		Author: in.Author, Publisher: in.Publisher, PublisherPlace: in.PublisherPlace, Edition: string(in.Edition), Volume: string(in.Volume),
		Issue: string(in.Issue), Page: string(in.Page), ISBN: string(in.ISBN), ISSN: string(in.ISSN), DOI: in.DOI, PMID: string(in.PMID),
		Custom: in.Custom,
	}
	if len(c.Author) == 0 && c.ContainerTitle == "" {
		c.Author = in.Editor
	}
	item := Item{Citation: c, Note: in.Note}
	item.Issued = cslDate(in.Issued, year)
	citation.Clean(&item.Citation, year)
	if in.URL != "" {
		notes := []string{}
		addAddress(&item.Citation, &notes, in.URL)
		item.Note = strings.Join(append(nonEmpty(item.Note), notes...), "; ")
	}
	return item, !item.Empty()
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func cslType(s string) citation.Type {
	for _, t := range citation.Types {
		if string(t) == s {
			return t
		}
	}
	if t, known := cslTypes[s]; known {
		return t
	}
	return citation.Document
}

// cslDate reads a date in parts, as text or raw.
func cslDate(raw json.RawMessage, year int) citation.Date {
	var d citation.Date
	if json.Unmarshal(raw, &d) == nil && !d.IsZero() {
		return d
	}
	var words struct {
		Raw     string   `json:"raw"`
		Literal string   `json:"literal"`
		Parts   [][]text `json:"date-parts"`
	}
	if json.Unmarshal(raw, &words) != nil {
		return d
	}
	s := words.Raw + " " + words.Literal
	if len(words.Parts) > 0 {
		var parts []string
		for _, p := range words.Parts[0] {
			parts = append(parts, string(p))
		}
		s = strings.Join(parts, "-")
	}
	d, _ = citation.ParseDate(strings.TrimSpace(s), year+1)
	return d
}
