// Package doubtful keeps the last links of a library that staff should look at: read with
// low confidence, or with a warning of something broken.
//
// A link comes here as the log would have it, without what may be about the patron, and
// with the day but no finer time, not even by the order. It is pure.
//
// It imports counts, referrer, resolver and warning.
package doubtful

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"io"
	"slices"

	"lendlink/resolver"
	"lendlink/resolver/warning"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
)

// Link is a link to look at.
type Link struct {
	Day    counts.Day     `json:"day"`
	Query  string         `json:"query"`
	Type   string         `json:"type"`
	Source string         `json:"source"` // the family
	Low    bool           `json:"low"`    // confidence
	Broken []warning.Code `json:"broken"`
}

// longestQuery is the longest link that is kept, in bytes.
const longestQuery = 4 << 10

// Of returns what is kept of a link that came out as r, if it is one to look at. Query is
// the link without what may be personal.
func Of(r *resolver.Resolution, source referrer.Family, day counts.Day, query func() string) (Link, bool) {
	l := Link{Day: day, Type: string(r.Citation.Type), Source: source.String(), Low: r.Confidence == resolver.Low, Broken: []warning.Code{}}
	for _, w := range r.Warnings {
		if w.Code.Broken() && !slices.Contains(l.Broken, w.Code) {
			l.Broken = append(l.Broken, w.Code)
		}
	}
	if !l.Low && len(l.Broken) == 0 {
		return l, false
	}
	l.Query = query()
	return l, l.Query != "" && len(l.Query) <= longestQuery
}

// List is the links of a library, the latest day first and in no order within a day.
type List []Link

// Add returns the list with more links: each once, those from a day on, and no more than
// so many.
func (l List) Add(more List, oldest counts.Day, most int) List {
	latest := map[string]Link{}
	for _, link := range slices.Concat(l, more) {
		if link.Day >= oldest && link.Day >= latest[link.Query].Day {
			latest[link.Query] = link
		}
	}
	all := make(List, 0, len(latest))
	for _, link := range latest {
		all = append(all, link)
	}
	slices.SortFunc(all, func(a, b Link) int { return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(a.Query, b.Query)) })
	return all[:min(len(all), most)]
}

// maxText bounds what Decode unpacks.
const maxText = 8 << 20

// Encode writes a list as compressed JSON.
func (l List) Encode() ([]byte, error) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false) // an & would be six bytes, and links are full of them
	if err := out.Encode(l); err != nil {
		return nil, err
	}
	err := w.Close()
	return packed.Bytes(), err
}

// Decode reads what Encode wrote.
func Decode(packed []byte) (List, error) {
	if packed == nil {
		return nil, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxText))
	if err != nil {
		return nil, err
	}
	var l List
	err = json.Unmarshal(text, &l)
	return l, err
}

// Lines writes the links one a line, as lendlink resolve and replay read them.
func (l List) Lines() []byte {
	var b bytes.Buffer
	for _, link := range l {
		b.WriteString(link.Query + "\n")
	}
	return b.Bytes()
}

// labelled is a link as lendlink measure reads it.
type labelled struct {
	ID     string `json:"id"`
	Query  string `json:"query"`
	Expect any    `json:"expect"`
}

// Labelled writes the links with what is read from them now, for staff to correct and
// lendlink measure to compare.
func (l List) Labelled(read func(query string) *resolver.Resolution) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	for _, link := range l {
		if err := out.Encode(labelled{link.Day.String(), link.Query, read(link.Query).Citation}); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
