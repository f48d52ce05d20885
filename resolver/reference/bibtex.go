package reference

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// bibTypes are the entry types of BibTeX and BibLaTeX.
var bibTypes = map[string]citation.Type{
	"article": citation.Article, "book": citation.Book, "mvbook": citation.Book, "collection": citation.Book, "proceedings": citation.Book,
	"booklet": citation.Book, "manual": citation.Book, "incollection": citation.Chapter, "inbook": citation.Chapter,
	"suppbook":    citation.Chapter,
	"inreference": citation.Chapter, "inproceedings": citation.Paper, "conference": citation.Paper, "phdthesis": citation.Thesis,
	"mastersthesis": citation.Thesis, "thesis": citation.Thesis, "techreport": citation.Report, "report": citation.Report,
	"patent":     citation.Patent,
	"periodical": citation.Periodical, "online": citation.Document, "misc": citation.Document, "unpublished": citation.Document,
}

// bibFields are their fields.
var bibFields = map[string]field{
	"title": title, "subtitle": subtitle, "booktitle": container, "journal": container, "journaltitle": container, "series": series,
	"author": author, "editor": editor, "year": date, "date": date, "month": month, "volume": volume, "number": issue, "issue": issue,
	"pages": pages, "eid": pages, "publisher": publisher, "address": place, "location": place, "school": institution,
	"institution":  institution,
	"organization": publisher, "edition": edition, "isbn": isbn, "issn": issn, "doi": doi, "pmid": pmid, "pmcid": pmcid,
	"url": pageAddress, "note": note,
	"howpublished": note,
}

// isBibTeX reports whether a text has an entry: @article{key,
func isBibTeX(text string) bool {
	for i := strings.IndexByte(text, '@'); i >= 0; {
		if _, _, ok := bibEntryHead(text[i:]); ok {
			return true
		}
		next := strings.IndexByte(text[i+1:], '@')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// bibEntryHead reads "@article{" and returns the type and what follows.
func bibEntryHead(s string) (kind, rest string, ok bool) {
	i := 1
	for i < len(s) && ('a' <= s[i]|0x20 && s[i]|0x20 <= 'z') {
		i++
	}
	kind = strings.ToLower(s[1:i])
	rest = strings.TrimLeft(s[i:], " \t\r\n")
	if kind == "" || rest == "" || rest[0] != '{' && rest[0] != '(' {
		return "", "", false
	}
	_, known := bibTypes[kind]
	return kind, rest[1:], known || kind == "string" || kind == "comment" || kind == "preamble"
}

// readBibTeX returns the items of a text. Text between entries is ignored.
func readBibTeX(text string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	strs := map[string]string{}
	for rest := text; ; {
		i := strings.IndexByte(rest, '@')
		if i < 0 {
			return items, problems
		}
		rest = rest[i:]
		kind, body, ok := bibEntryHead(rest)
		if !ok {
			rest = rest[1:]
			continue
		}
		p := bibParser{text: body, strings: strs}
		start := 1 + strings.Count(text[:len(text)-len(rest)], "\n")
		item, ok := p.entry(kind, year)
		switch {
		case p.fault != "":
			problems = append(problems, Problem{start + strings.Count(body[:min(p.faultAt, len(body))], "\n"), p.fault})
		case ok:
			items = append(items, item)
		case bibTypes[kind] != "":
			problems = append(problems, Problem{start, Unreadable})
		}
		rest = body[p.at:]
	}
}

// bibParser reads one entry after its opening brace.
type bibParser struct {
	text    string
	at      int
	strings map[string]string // @string definitions
	fault   Code              // what is wrong with the entry, "" for nothing
	faultAt int               // and where
}

func (p *bibParser) entry(kind string, year int) (Item, bool) {
	if kind == "comment" || kind == "preamble" {
		return Item{}, false
	}
	var d draft
	unended := false
	if kind != "string" {
		p.until(",}")
		p.skip(",")
	}
	for {
		p.skip(" \t\r\n,")
		if p.at >= len(p.text) || p.text[p.at] == '@' { // only the brace of the entry is missing
			unended = true
			break
		}
		if c := p.text[p.at]; c == '}' || c == ')' {
			p.at++
			break
		}
		begin := p.at
		key := strings.ToLower(strings.TrimSpace(p.until("=}\n@")))
		if p.at >= len(p.text) || p.text[p.at] != '=' {
			p.fail(NoEquals, begin)
			break
		}
		p.at++
		value := p.value()
		if kind == "string" {
			p.strings[key] = value
		} else {
			d.addBib(key, value)
		}
	}
	if kind == "string" {
		return Item{}, false
	}
	item, ok := d.item(bibTypes[kind], year)
	if unended && !ok {
		p.fail(Unclosed, 0)
	}
	return item, ok
}

// fail records the first fault of the entry.
func (p *bibParser) fail(code Code, at int) {
	if p.fault == "" {
		p.fault, p.faultAt = code, at
	}
}

// addBib adds a field; names are separated by "and".
func (d *draft) addBib(key, value string) {
	to := bibFields[key]
	if to != author && to != editor {
		d.add(to, text.PlainTeX(value))
		return
	}
	for _, person := range splitNames(value) {
		d.add(to, text.PlainTeX(person))
	}
}

// splitNames splits names at "and" outside braces. Two of them may share the blank between.
func splitNames(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '{':
			depth++
		case s[i] == '}':
			depth--
		case depth == 0 && strings.HasPrefix(s[i:], " and "):
			out = append(out, strings.TrimSpace(s[from:i]))
			from = i + len(" and")
		}
	}
	return append(out, strings.TrimSpace(s[from:]))
}

// value reads a value: {…}, "…", a number or the name of a @string, joined by #.
func (p *bibParser) value() string {
	var b strings.Builder
	for {
		p.skip(" \t\r\n")
		if p.at >= len(p.text) {
			p.fail(Unclosed, 0)
			return b.String()
		}
		switch p.text[p.at] {
		case '{':
			b.WriteString(p.braced())
		case '"':
			b.WriteString(p.quoted())
		default:
			word := strings.TrimSpace(p.until(",}#\n"))
			if known, ok := p.strings[strings.ToLower(word)]; ok {
				word = known
			}
			b.WriteString(word)
		}
		p.skip(" \t\r\n")
		if p.at >= len(p.text) || p.text[p.at] != '#' {
			return b.String()
		}
		p.at++
	}
}

// braced reads up to the brace that closes the one before p.at.
func (p *bibParser) braced() string {
	depth := 0
	for i := p.at; i < len(p.text); i++ {
		switch p.text[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				s := p.text[p.at+1 : i]
				p.at = i + 1
				return s
			}
		}
	}
	return p.toTheEnd()
}

// quoted reads up to the quotation mark outside braces that closes the one before p.at.
func (p *bibParser) quoted() string {
	depth := 0
	for i := p.at + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '"' && depth == 0:
			s := p.text[p.at+1 : i]
			p.at = i + 1
			return s
		}
	}
	return p.toTheEnd()
}

// toTheEnd returns what is left of an entry that nothing closes; the line goes on to be
// read, so that one missing brace does not lose the entries after it.
func (p *bibParser) toTheEnd() string {
	p.fail(Unclosed, p.at)
	s := p.text[p.at+1:]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	p.at += 1 + len(s)
	return s
}

// until returns what is before the first of the characters.
func (p *bibParser) until(chars string) string {
	i := strings.IndexAny(p.text[p.at:], chars)
	if i < 0 {
		i = len(p.text) - p.at
	}
	s := p.text[p.at : p.at+i]
	p.at += i
	return s
}

func (p *bibParser) skip(chars string) {
	for p.at < len(p.text) && strings.IndexByte(chars, p.text[p.at]) >= 0 {
		p.at++
	}
}
