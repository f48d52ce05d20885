// Package practice is a stand-in for the request form of OCLC Tipasa: it shows
// which form an address would open and what each of its fields would receive.
//
// The fields and their names are those of OCLC's help page "Patron Request
// Workform fields". Which key fills which field, and which genre opens which
// form, OCLC does not publish: both follow the keys' meaning in the KEV formats of
// ANSI/NISO Z39.88-2004. Like a form, and unlike [lendlink/resolver/openurl], the
// package repairs nothing: what is badly encoded or misnamed is not read, so that
// staff see it here first.
//
// It imports requestform.
package practice

import (
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver/requestform"
)

// Kind is one of the three forms that a patron can meet.
type Kind string

// The forms.
const (
	Article Kind = "article"
	Book    Kind = "book"
	Other   Kind = "other"
)

// Kinds lists the forms in the order in which Tipasa offers them.
var Kinds = [...]Kind{Article, Book, Other}

// Reason is why a pair shows in no field.
type Reason string

// The reasons.
const (
	Control    Reason = "control"    // it says what the others mean, and which form opens
	NoField    Reason = "no-field"   // it fills a field that this form lacks
	Repeated   Reason = "repeated"   // another key with another value came first
	Unknown    Reason = "unknown"    // no field of any form takes it
	Unreadable Reason = "unreadable" // its percent-encoding is broken
)

// Form is a form as an address fills it.
type Form struct {
	Kind   Kind
	Reason Pair // what decided the kind; zero when nothing did
	Fields []Field
	Rest   []Unused
}

// Field is one line of a form.
type Field struct {
	Label string // OCLC's own name
	Wide  bool   // holds titles and other long text
	Value string
	Keys  []string // the keys that hold this value, the one that filled the field first
}

// Pair is one key and its value, decoded.
type Pair struct{ Key, Value string }

// Unused is a pair that shows in no field.
type Unused struct {
	Pair
	Reason Reason
}

// Read fills a form in from a query string.
func Read(form *requestform.Form, query string) Form { return fill(form, split(query)) }

// Fill fills a form in from what it is sent.
func Fill(form *requestform.Form, params []requestform.Param) Form {
	sent := make([]*piece, len(params))
	for i, p := range params {
		sent[i] = newPiece(p.Key, p.Value)
	}
	return fill(form, sent)
}

func fill(form *requestform.Form, sent []*piece) Form {
	if labels := form.Labels(); labels != nil {
		return labelled(labels, sent)
	}
	f := Form{}
	f.Kind, f.Reason = choose(sent)
	for _, l := range lines {
		if slices.Contains(l.on, f.Kind) {
			f.Fields = append(f.Fields, l.fill(sent))
		}
	}
	for _, p := range sent {
		if !p.used && p.value != "" {
			f.Rest = append(f.Rest, Unused{p.Pair, p.why(f.Kind)})
		}
	}
	return f
}

// piece is a pair of the query and what has become of it.
type piece struct {
	Pair
	slot       string // the key, and of an identifier its scheme too
	value      string // without the scheme
	unreadable bool
	used       bool
}

// maxPairs bounds what a page shows, and the work for it.
const maxPairs = 500

func split(query string) []*piece {
	var sent []*piece
	for raw := range strings.SplitSeq(query, "&") {
		if raw == "" {
			continue
		}
		if len(sent) == maxPairs {
			break
		}
		key, value, _ := strings.Cut(raw, "=")
		k, errKey := url.QueryUnescape(key)
		v, errValue := url.QueryUnescape(value)
		if errKey != nil || errValue != nil {
			sent = append(sent, &piece{Pair: Pair{key, value}, value: strings.TrimSpace(value), unreadable: true})
			continue
		}
		sent = append(sent, newPiece(k, v))
	}
	return sent
}

func newPiece(key, value string) *piece {
	p := &piece{Pair: Pair{key, value}, slot: key, value: strings.TrimSpace(value)}
	if key == "rft_id" {
		p.slot, p.value = identifier(p.value)
	}
	return p
}

// identifier splits the scheme from an identifier: "rft_id info:doi/" and "10.1000/1".
func identifier(value string) (slot, rest string) {
	for _, scheme := range schemes {
		if len(value) >= len(scheme) && strings.EqualFold(value[:len(scheme)], scheme) {
			return "rft_id " + scheme, value[len(scheme):]
		}
	}
	return "rft_id", value
}

func (p *piece) why(form Kind) Reason {
	switch {
	case p.unreadable:
		return Unreadable
	case slices.Contains(controlKeys, p.slot):
		return Control
	}
	why := Unknown
	for _, l := range lines {
		if !l.takes(p.slot) {
			continue
		}
		if slices.Contains(l.on, form) {
			return Repeated
		}
		why = NoField
	}
	return why
}
