// Package openurl reads the wire format: the query string of an OpenURL 0.1, of
// an OpenURL 1.0 (ANSI/NISO Z39.88-2004, KEV format, inline or by value, and XML
// by value), or of both mixed, as sources really send them.
//
// It deviates from the standards on purpose: nothing is refused. Versions and
// formats need not be declared, keys are compared without case, escapes may be
// bad, doubled or missing, and a 1.0 link may carry 0.1 keys. Each repair is reported
// as a warning. Descriptions by reference are recognised and never fetched.
//
// It imports text and warning.
package openurl

import (
	"iter"

	"lendlink/resolver/warning"
)

// Pair is one key and its value, in the order in which they were sent.
type Pair struct {
	Key      string // as sent, decoded
	Value    string // decoded and repaired; "" when Personal
	Raw      string // the piece of the query as it came over the wire; "" when Personal, or when it came by value
	Field    Field  // what it says about the wanted item; NoField for a key that says nothing about it
	Version1 bool   // the key is one of OpenURL 1.0
	Personal bool   // the pair held, or may have held, personal data, and was dropped
	Empty    bool   // the value says nothing: blank, a placeholder, n/a

	xml     bool // it came in XML, which has entities of its own
	role    keyRole
	classes charClass // of Value
	next    int16     // the pair with the field's next value, counted from 1; 0 for none
}

// set changes the value.
func (p *Pair) set(value string) {
	if p.Value != value {
		p.Value, p.classes = value, classesOf(value)
	}
}

// ContextObject is what a link said: the pairs it sent about the wanted item.
type ContextObject struct {
	Version  string // "0.1" or "1.0"
	Source   string // who made the link (sid, rfr_id) without info:sid/, cleaned; "" when unknown
	Pairs    []Pair
	Warnings warning.List

	CutShort bool // the last value is the beginning of one: the link was cut in it
	TitleCut bool // a quotation mark cut the title of a part

	wholeSource string // Source before it was cleaned

	classes charClass         // of all values before they were repaired
	roles   keyRole           // of all pairs
	best    [fieldCount]int16 // the pair to take a field from, counted from 1; 0 for none
}

// Get returns the value of a field: the first that says something under a key of
// OpenURL 1.0, else the first under a key of 0.1, else "".
func (co *ContextObject) Get(f Field) string {
	if i := co.best[f]; i > 0 {
		return co.Pairs[i-1].Value
	}
	return ""
}

// IsASCII reports whether the value that Get returns is ASCII.
func (co *ContextObject) IsASCII(f Field) bool {
	i := co.best[f]
	return i == 0 || !co.Pairs[i-1].classes.has(beyond)
}

// Index returns the place in Pairs of the value that Get returns, or -1.
func (co *ContextObject) Index(f Field) int { return int(co.best[f]) - 1 }

// Repeats reports whether a pair is followed by another value of its field.
func (co *ContextObject) Repeats(pair int) bool { return co.Pairs[pair].next > 0 }

// All returns every value of a field that says something, with its place in
// Pairs: first those under keys of OpenURL 1.0, then those of 0.1.
func (co *ContextObject) All(f Field) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := co.best[f]; i > 0; i = co.Pairs[i-1].next {
			if !yield(int(i-1), co.Pairs[i-1].Value) {
				return
			}
		}
	}
}

// choose links the values of each field, in the order of All.
func (co *ContextObject) choose() {
	var last [fieldCount]int16
	for _, version1 := range [...]bool{true, false} {
		for i := range co.Pairs {
			p := &co.Pairs[i]
			if p.Field == NoField || p.Empty || p.Version1 != version1 {
				continue
			}
			n := int16(i + 1)
			if before := last[p.Field]; before > 0 {
				co.Pairs[before-1].next = n
			} else {
				co.best[p.Field] = n
			}
			last[p.Field] = n
		}
	}
}
