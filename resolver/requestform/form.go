// Package requestform writes a citation as the address of a request form: OCLC
// Tipasa, OCLC WorldShare ILL, or Lendlink's own practice form.
//
// All three read an OpenURL 1.0 in KEV format, inline (ANSI/NISO Z39.88-2004).
package requestform

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/warning"
)

// Service is the system behind a request form.
type Service string

// The services.
const (
	Tipasa       Service = "tipasa"
	WorldShare   Service = "worldshare-ill"
	PracticeForm Service = "practice"
)

// Form is a library's request form and how items are sent to it.
type Form struct {
	Service   Service
	URL       string                   // https and ending in "?", but for the practice form's path
	Proxy     string                   // put in front unencoded, as EZproxy wants it; "" for none
	MaxLength int                      // of the whole address, in bytes; 0 is 2000
	Types     map[citation.Type]TypeAs // how a type is sent, where not by the default
	Params    []Param                  // fixed extras; an empty value removes the key of that name
}

// TypeAs is how a type is sent.
type TypeAs struct {
	Genre string // an OpenURL genre; "" is the type's own
}

// Param is one key and value.
type Param struct{ Key, Value string }

// Request is a form filled in.
type Request struct {
	Location string  // the address to send the patron to: ASCII, on the form's host
	Params   []Param // what the address holds, in order, unencoded
	Warnings warning.List
}

// Fill writes the item into the form. Source is who made the link; it is sent in rfr_id.
func (f *Form) Fill(c *citation.Citation, source string) Request {
	return Request{Location: f.Proxy + f.URL}
}
