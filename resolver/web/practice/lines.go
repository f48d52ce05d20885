package practice

import (
	"slices"
	"strings"
)

// schemes are the identifiers that have a field of their own.
var schemes = []string{"info:oclcnum/", "urn:ISBN:", "urn:ISSN:", "info:doi/", "info:pmid/"}

// controlKeys are the keys that say how the others are to be read.
var controlKeys = []string{"url_ver", "url_ctx_fmt", "url_tim", "ctx_ver", "ctx_enc", "ctx_tim", "ctx_id", "rft_val_fmt", "rft.genre"}

// line is a field and what can fill it.
type line struct {
	label string
	on    []Kind
	wide  bool
	from  []source // the first that was sent fills the field
}

// source is one way to fill a field: a key, or several whose values are joined.
type source struct {
	slots []string
	join  string
}

func key(slot string) source { return source{slots: []string{slot}} }

var (
	everywhere = []Kind{Article, Book, Other}
	personal   = []source{key("rft.au"), {[]string{"rft.aulast", "rft.aufirst"}, ", "}, key("rft.aucorp")}
)

// lines are the fields in the order in which a form shows them.
var lines = []line{
	{"Article title/Chapter title", []Kind{Article}, true, []source{key("rft.atitle")}},
	{"Article author", []Kind{Article}, true, personal},
	{"Title/Journal Title", []Kind{Article}, true, []source{key("rft.jtitle"), key("rft.btitle"), key("rft.title")}},
	{"Title", []Kind{Book, Other}, true, []source{key("rft.btitle"), key("rft.title"), key("rft.jtitle")}},
	{"Author", []Kind{Book, Other}, true, personal},
	{"Volume", everywhere, false, []source{key("rft.volume")}},
	{"Issue", []Kind{Article, Other}, false, []source{key("rft.issue")}},
	{"Date", everywhere, false, []source{key("rft.date")}},
	{"Page Numbers", []Kind{Article, Other}, false, []source{key("rft.pages"), {[]string{"rft.spage", "rft.epage"}, "-"}}},
	{"Edition (text)", everywhere, false, []source{key("rft.edition")}},
	{"Publisher", everywhere, false, []source{key("rft.pub")}},
	{"Format", []Kind{Other}, false, nil}, // no key is known to fill it
	{"Place of Publication", everywhere, false, []source{key("rft.place")}},
	{"ISSN", []Kind{Article, Other}, false, []source{key("rft.issn"), key("rft_id urn:ISSN:")}},
	{"ISBN", everywhere, false, []source{key("rft.isbn"), key("rft_id urn:ISBN:")}},
	{"OCLC#", everywhere, false, []source{key("rft_id info:oclcnum/"), key("rfe_dat")}},
	{"DOI", []Kind{Article, Other}, false, []source{key("rft_id info:doi/")}},
	{"PMID", []Kind{Article}, false, []source{key("rft_id info:pmid/")}},
	{"Where did you learn about this item", everywhere, true, []source{key("rfr_id")}},
}

func (l *line) takes(slot string) bool {
	return slices.ContainsFunc(l.from, func(s source) bool { return slices.Contains(s.slots, slot) })
}

// fill takes the field's value from the first source that was sent, names every
// source that says the same, and marks their pairs as used.
func (l *line) fill(sent []*piece) Field {
	f := Field{Label: l.label, Wide: l.wide}
	for _, s := range l.from {
		value, from := s.read(sent)
		if value == "" || f.Value != "" && value != f.Value {
			continue
		}
		f.Value = value
		for _, p := range from {
			p.used = true
			f.Keys = append(f.Keys, p.Key)
		}
	}
	return f
}

// read returns the value of a source, from the first pair of each of its keys that
// says something.
func (s source) read(sent []*piece) (value string, from []*piece) {
	var values []string
	for _, slot := range s.slots {
		i := slices.IndexFunc(sent, func(p *piece) bool { return p.slot == slot && p.value != "" })
		if i < 0 {
			continue
		}
		values = append(values, sent[i].value)
		from = append(from, sent[i])
	}
	return strings.Join(values, s.join), from
}
