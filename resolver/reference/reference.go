// Package reference reads what people paste: a reference as bibliographies have it.
package reference

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/reference/plaintext"
)

// Item is one citation, with what has no field in it.
type Item struct {
	citation.Citation
	Note string `json:"note,omitempty"`
}

// ReadLine reads one reference.
func ReadLine(text string, year int) (Item, bool) {
	ref, ok := plaintext.Parse(text, year)
	return Item{ref.Citation, ref.Note}, ok
}
