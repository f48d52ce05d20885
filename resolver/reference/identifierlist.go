package reference

import (
	"regexp"
	"strings"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
)

// mention is an identifier in a list of them, or an address that has some.
type mention struct {
	citation.Citation      // the identifiers alone
	named             bool // its name is with it, such as PMID
	line              int
	problem           Code // it could not be read
}

// isIdentifierList reports whether a text is several identifiers and nothing else.
func isIdentifierList(text string) bool { return len(mentions(text)) > 1 }

// readIdentifierList reads several identifiers. One that an item has already, or that
// cannot be of the same item, begins the next item.
func readIdentifierList(text string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	var last mention
	found := mentions(text)
	for _, m := range found {
		if m.problem != "" {
			problems = append(problems, Problem{m.line, m.problem})
			continue
		}
		if len(items) > MaxItems {
			break
		}
		if n := len(items); n > 0 && sameItem(&last, &m, year) {
			fillIdentifiers(&items[n-1].Citation, &m.Citation)
		} else {
			items = append(items, Item{Citation: m.Citation})
		}
		last = m
		last.Citation = items[len(items)-1].Citation
	}
	for i := range items {
		items[i].Type = typeOfIdentifier(&items[i].Citation, year)
	}
	if len(found) == maxMentions && len(items) <= MaxItems { // else Read says so
		problems = append(problems, Problem{0, TooMany})
	}
	return items, problems
}

// sameItem reports whether an identifier is of the item that those before it are of.
// last has all of them.
func sameItem(last, m *mention, year int) bool {
	repeats := true
	for i := range citation.Fields {
		f := &citation.Fields[i]
		if f.Kind != citation.Identifier || f.Empty(&m.Citation) {
			continue
		}
		a, b := *f.At(&last.Citation), *f.At(&m.Citation)
		equal := strings.EqualFold(a, b) // the case of a DOI makes no difference
		repeats = repeats && equal
		preprint := identifier.IsArXivDOI(a) != identifier.IsArXivDOI(b) && last.Custom.ArXiv+m.Custom.ArXiv != ""
		if a != "" && !equal && !preprint {
			return false
		}
	}
	named := last.named && m.named
	switch {
	case repeats:
		return true
	case last.line != m.line && !named:
		return false
	case last.ISBN == "" == (m.ISBN == ""):
		return true
	}
	return fitsBook(last, named, year) && fitsBook(m, named, year)
}

// fitsBook reports whether an ISBN and an identifier can be of one item: an
// article has none, and a DOI that does not say what it is of must have its name.
func fitsBook(m *mention, named bool, year int) bool {
	without := m.Citation
	without.ISBN = ""
	switch typeOfIdentifier(&without, year) {
	case citation.Article, citation.Periodical:
		return false
	case citation.Document:
		return named || without.DOI == ""
	}
	return true
}

// fillIdentifiers sets the identifiers that an item lacks.
func fillIdentifiers(c, found *citation.Citation) {
	if identifier.IsArXivDOI(c.DOI) && found.DOI != "" { // an article has its journal's DOI too
		c.DOI = found.DOI
	}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		if f.Kind == citation.Identifier && f.Empty(c) {
			f.Copy(c, found)
		}
	}
}

// How a list is written. A sign separates its items, with a space after it or with what cannot go on
// in an identifier.
var (
	listMark         = regexp.MustCompile(`^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|[•·▪*–-])\s+`)
	listSign         = regexp.MustCompile(`[,;|](?:\s+|$)|\t+`)
	joinedIdentifier = regexp.MustCompile(`[,;|](97[89][\d-]|10\.\d{4,9}/|https?://)`)
	listName         = regexp.MustCompile(`(?i)^(?:e-?|p-?)?(?:doi|pmid|pmcid|oclc|lccn|isbn(?:-1[03])?|issn)\b`)
)

const (
	longestMention = 7            // words that an identifier has at most: ISBN 978 0 306 40615 7 (pbk.)
	maxMentions    = 5 * MaxItems // identifiers that are read in a text: an item can have several
)

// mentions returns the identifiers of a text, or nil where anything else is among the first
// maxMentions.
func mentions(text string) []mention {
	var found []mention
	name := ""
	for n, line := range strings.Split(text, "\n") {
		line = joinedIdentifier.ReplaceAllString(listMark.ReplaceAllString(line, ""), "; $1")
		for _, piece := range listSign.Split(line, -1) {
			words := strings.Fields(piece)
			for len(words) > 0 {
				m, used := firstMention(words)
				if used == 0 && name != "" { // PMID 1, 2
					m, used = firstMention(append([]string{name}, words[:min(len(words), longestMention)]...))
					used = max(0, used-1)
				}
				if used == 0 {
					return nil
				}
				if said := listName.FindString(words[0]); said != "" {
					name, m.named = said, true
				}
				m.line = n + 1
				if found = append(found, m); len(found) == maxMentions {
					return found
				}
				words = words[used:]
			}
		}
	}
	return found
}

// firstMention reads an identifier at the beginning of words, and returns how many it takes.
func firstMention(words []string) (mention, int) {
	for n := min(len(words), longestMention); n > 0; n-- {
		text := strings.Join(words[:n], " ")
		if c, shaped := parseIdentifier(text); shaped {
			if c.Empty() {
				return mention{problem: BadNumber}, n
			}
			return mention{Citation: c}, n
		}
	}
	if !address.Is(words[0]) {
		return mention{}, 0
	}
	if c, ok := address.Read(words[0]); ok {
		return mention{Citation: c}, 1
	}
	return mention{problem: Unreadable}, 1
}
