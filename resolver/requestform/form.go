// Package requestform writes a citation as the address of a request form: OCLC
// Tipasa, OCLC WorldShare ILL, or Lendlink's own practice form.
//
// All three read an OpenURL 1.0 in KEV format, inline (ANSI/NISO Z39.88-2004).
// The keys and their order follow what OCLC's WorldCat Discovery sends to Tipasa;
// the genre, and with it the format and the keys of the titles, can be changed by
// type. The package deviates from the standard in these points:
//
//   - rft_val_fmt names the format that the genre belongs to, but every form gets
//     the keys it has fields for, also those that the format's matrix lacks
//     (volume of a book, btitle of a thesis, genre of a patent);
//   - fewer characters are escaped than Z39.88 does, to keep the address short
//     (see bare in encode.go).
//
// Reading the address back gives the citation again, but for what is not sent:
// authors after the first, the LCCN, a name's suffix where rft.au was removed,
// control characters and bidirectional marks, and what the length budget took. A
// document in a container comes back as an article: no genre tells them apart.
package requestform

import (
	"cmp"

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

// defaultLength is the length budget where the settings name none, in bytes.
// Sign-in redirects nest the address and escape it again, and servers on the way
// refuse from 4 KiB on.
const defaultLength = 2000

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
//
// The address is never longer than MaxLength, unless the form's own address alone
// is: then nothing is sent with it.
func (f *Form) Fill(c *citation.Citation, source string) Request {
	s := serviceOf(f.Service)
	r := Request{Params: f.params(s, c, source)}
	base := address{url: f.URL}
	if !s.local {
		base.proxy = f.Proxy
	}
	r.Location = base.write(r.Params)
	if excess := len(r.Location) - cmp.Or(f.MaxLength, defaultLength); excess > 0 {
		r.Params, r.Warnings = f.shrink(r.Params, excess)
		r.Location = base.write(r.Params)
	}
	return r
}

// params lists what is to be sent: the service's keys in their order, and the
// fixed extras, each in the place of the key it replaces or at the end.
func (f *Form) params(s service, c *citation.Citation, source string) []Param {
	var v values
	v.read(c, f.layout(c), source)
	params := make([]Param, 0, v.count()+len(f.Params))
	for i, k := range s.keys {
		if !f.fixes(k.name) {
			if value := v[k.value]; value != "" {
				params = append(params, Param{k.name, value})
			}
			continue
		}
		if i > 0 && s.keys[i-1].name == k.name {
			continue // rft_id stands several times; an extra of that name replaces them all
		}
		for _, p := range f.Params {
			if p.Key == k.name {
				params = appendExtra(params, p)
			}
		}
	}
	for _, p := range f.Params {
		if !s.sends(p.Key) {
			params = appendExtra(params, p)
		}
	}
	return params
}

// fixes tells whether the settings say what a key holds, or that it is not sent.
func (f *Form) fixes(key string) bool {
	for _, p := range f.Params {
		if p.Key == key {
			return true
		}
	}
	return false
}

func appendExtra(params []Param, p Param) []Param {
	if p.Value = clean(p.Value); p.Key == "" || p.Value == "" {
		return params
	}
	return append(params, p)
}
