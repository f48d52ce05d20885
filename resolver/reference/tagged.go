package reference

import (
	"regexp"
	"strings"

	"lendlink/resolver/citation"
)

// taggedFormat is a format of one tag a line: RIS, PubMed's .nbib, EndNote's export.
type taggedFormat struct {
	line   *regexp.Regexp // a tag and its value
	fields map[string]field
	types  map[string]citation.Type
	begins string // the tag that begins a record, where there is one
	ends   string // the tag that ends one
	folds  bool   // an indented line goes on with the value before, whatever it begins with
}

var ris = taggedFormat{
	line:   regexp.MustCompile(`^([A-Z][A-Z0-9]) {0,2}- ?(.*)$`),
	begins: "TY", ends: "ER",
	fields: map[string]field{
		"TY": typeField, "TI": title, "T1": title, "CT": title, "T2": container, "JO": container, "JF": container, "JA": container,
		"J2": container,
		"BT": container, "T3": series, "AU": author, "A1": author, "A2": editor, "ED": editor, "PY": date, "Y1": date, "DA": date, "VL": volume,
		"IS": issue, "SP": firstPage, "EP": lastPage, "SN": isbnOrISSN, "DO": doi, "UR": pageAddress, "L2": pageAddress, "PB": publisher,
		"CY": place,
		"PP": place, "ET": edition, "N1": note, "C7": firstPage,
	},
	types: map[string]citation.Type{
		"JOUR": citation.Article, "EJOUR": citation.Article, "MGZN": citation.Article, "NEWS": citation.Article,
		"ABST": citation.Article, "INPR": citation.Article,
		"BOOK": citation.Book, "EBOOK": citation.Book, "EDBOOK": citation.Book, "CHAP": citation.Chapter, "ECHAP": citation.Chapter,
		"ENCYC": citation.Chapter,
		"DICT":  citation.Chapter, "CONF": citation.Paper, "CPAPER": citation.Paper, "THES": citation.Thesis, "RPRT": citation.Report,
		"GOVDOC": citation.Report,
		"PAT":    citation.Patent, "JFULL": citation.Periodical, "SER": citation.Book,
	},
}

var nbib = taggedFormat{
	line:   regexp.MustCompile(`^([A-Z]{2,4}) {0,2}- (.*)$`),
	begins: "PMID", folds: true,
	fields: map[string]field{
		"PMID": pmid, "PMC": pmcid, "TI": title, "BTI": container, "CTI": series, "JT": container, "TA": container, "FAU": author,
		"AU": author, "CN": author, "FED": editor,
		"DP": date, "VI": volume, "IP": issue, "PG": pages, "IS": issn, "ISBN": isbn, "LID": doi, "AID": doi, "PB": publisher,
		"PL": place, "EN": edition,
		"PT": typeField,
	},
	types: map[string]citation.Type{"Journal Article": citation.Article, "Review": citation.Article, "Book": citation.Book,
		"Book Chapter": citation.Chapter},
}

var endNote = taggedFormat{
	line:   regexp.MustCompile(`^%([0-9A-Z@!#$?]) (.*)$`),
	begins: "0",
	fields: map[string]field{
		"0": typeField, "T": title, "B": container, "J": container, "A": author, "E": editor, "Y": editor, "D": date, "V": volume,
		"N": issue, "P": pages,
		"I": publisher, "C": place, "7": edition, "S": series, "@": isbnOrISSN, "R": doi, "U": pageAddress, "Z": note,
	},
	types: map[string]citation.Type{
		"Journal Article": citation.Article, "Magazine Article": citation.Article, "Newspaper Article": citation.Article,
		"Electronic Article": citation.Article,
		"Book":               citation.Book, "Edited Book": citation.Book, "Electronic Book": citation.Book, "Book Section": citation.Chapter,
		"Electronic Book Section": citation.Chapter, "Conference Paper": citation.Paper, "Conference Proceedings": citation.Paper,
		"Thesis": citation.Thesis,
		"Report": citation.Report, "Government Document": citation.Report, "Patent": citation.Patent,
	},
}

// onlyWhereNone are tags that repeat in short what another has in full: AU when there is FAU.
var onlyWhereNone = map[string]string{"AU": "FAU", "TA": "JT", "JA": "JO", "J2": "JO"}

// shortValue is the value of such a tag, kept until the record is read whole: PubMed has TA
// before JT.
type shortValue struct{ tag, value string }

func (f *taggedFormat) isShort(tag string) bool { return f.fields[onlyWhereNone[tag]] != ignored }

// is reports whether a text is of the format: one of its first lines begins a record.
func (f *taggedFormat) is(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		if m := f.line.FindStringSubmatch(strings.TrimSpace(line)); m != nil && m[1] == f.begins {
			return true
		}
		if n++; n > 20 {
			break
		}
	}
	return false
}

// read returns the items of a text. A line without a tag goes on with the value before.
func (f *taggedFormat) read(text string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	d, start, tag, seen := draft{}, 0, "", map[string]bool{}
	var short []shortValue
	finish := func(next int, ended bool) {
		if start == 0 {
			return
		}
		for _, s := range short {
			if !seen[onlyWhereNone[s.tag]] {
				f.add(&d, s.tag, s.value)
			}
		}
		item, ok := d.item(f.typeOf(&d), year)
		switch {
		case ok:
			items = append(items, item)
		case !ended && f.ends != "":
			problems = append(problems, Problem{start, NoEnd})
		default:
			problems = append(problems, Problem{start, Unreadable})
		}
		d, start, tag, seen, short = draft{}, next, "", map[string]bool{}, nil
	}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n ")
		if !f.folds {
			line = strings.TrimLeft(line, " \t")
		}
		m := f.line.FindStringSubmatch(strings.TrimLeft(line, "\ufeff"))
		switch {
		case m == nil && f.isShort(tag) && len(short) > 0 && strings.TrimSpace(line) != "":
			short[len(short)-1].value += " " + strings.TrimSpace(line)
		case m == nil && tag != "" && strings.TrimSpace(line) != "":
			d.appendLine(f.fields[tag], strings.TrimSpace(line))
		case m == nil:
		case m[1] == f.ends:
			finish(0, true)
		default:
			if m[1] == f.begins {
				finish(number, false)
			}
			if start == 0 {
				start = number
			}
			tag = m[1]
			seen[tag] = true
			if f.isShort(tag) {
				short = append(short, shortValue{tag, m[2]})
			} else {
				f.add(&d, tag, m[2])
			}
		}
	}
	finish(0, false)
	return items, problems
}

// add adds a value. Identifiers of .nbib say after them what they are: [doi], [pii].
func (f *taggedFormat) add(d *draft, tag, value string) {
	to := f.fields[tag]
	if to == doi && strings.HasSuffix(value, "]") && !strings.HasSuffix(value, "[doi]") {
		return
	}
	d.add(to, strings.TrimSuffix(value, " [doi]"))
}

// appendLine adds a line to the last value of a field.
func (d *draft) appendLine(f field, line string) {
	if n := len(d[f]); n > 0 {
		d[f][n-1] += " " + line
	}
}

// typeOf returns the type that the record names, or else the one that its fields suggest.
func (f *taggedFormat) typeOf(d *draft) citation.Type {
	for _, name := range d[typeField] {
		if t, known := f.types[name]; known {
			return t
		}
	}
	return d.likelyType()
}

// likelyType returns a type for a record that names none that asks for a form.
func (d *draft) likelyType() citation.Type {
	switch {
	case d.first(container) != "" && d.first(isbn) != "":
		return citation.Chapter
	case d.first(container) != "":
		return citation.Article
	case d.first(publisher, isbn) != "":
		return citation.Book
	}
	return citation.Document
}
