// Package requestform writes a citation as the address of a request form: OCLC
// Tipasa, ILLiad, Koha and others, or Lendlink's own practice form.
//
// A form is a file, named after its service: the keys that it reads as rows, each
// with the template that fills it, the genre by type of item, the longest values by
// field, and what its address must have. [services] lists them. A library's settings
// can replace and add keys.
//
// Those of OCLC read an OpenURL 1.0 in KEV format, inline (ANSI/NISO Z39.88-2004).
// The package deviates from the standard in these points:
//
//   - rft_val_fmt names the format that the genre belongs to, but every form gets
//     the keys it has fields for, also those that the format's matrix lacks
//     (volume of a book, btitle of a thesis, genre of a patent);
//   - fewer characters are escaped than Z39.88 does, to keep the address short
//     (see unreserved in encode.go).
//
// Reading the address back returns the same citation, except for what is not sent:
// authors after the first, the LCCN, a name's suffix where rft.au was removed,
// control characters and bidirectional marks, and what the length budget took. A
// document in a container comes back as an article: no genre distinguishes them.
//
// It imports citation, placeholder and warning.
package requestform

import (
	"cmp"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/warning"
)

// defaultLength is the length budget where the settings name none, in bytes.
// Sign-in redirects nest the address and escape it again, and servers on the way
// refuse from 4 KiB on.
const defaultLength = 2000

// Form is a library's request form and how items are sent to it.
type Form struct {
	Service   Service
	URL       string                   // https, but for the practice form's path
	Proxy     string                   // put in front; "" for none
	Encoding  ProxyEncoding            // how the address is written behind the proxy
	MaxLength int                      // of the whole address, in bytes; 0 is 2000
	Keys      []Key                    // replace the service's own, or are added
	Types     map[citation.Type]TypeAs // how a type is sent, where not by the default
	Params    []Param                  // fixed extras; an empty value removes the key of that name
}

// Names reports whether a key of the settings has this placeholder.
func (f *Form) Names(name string) bool {
	named := func(k Key) bool {
		return slices.ContainsFunc(k.From, func(t placeholder.Template) bool { return slices.Contains(t.Names(), name) })
	}
	return slices.ContainsFunc(f.allKeys(), func(keys []Key) bool { return slices.ContainsFunc(keys, named) })
}

// TypeAs is how a type is sent.
type TypeAs struct {
	Genre string // one of [Genres], or of the library's own; "" is the type's own
	Keys  []Key  // replace those of the form
}

// Key is a key of the form and the templates that fill it. Without any it is not sent.
type Key struct {
	Name string
	From []placeholder.Template
}

// Param is one key and value.
type Param struct{ Key, Value string }

// Request is a form filled in.
type Request struct {
	Location string  // the address to send the patron to: ASCII, on the form's host
	Params   []Param // what the address holds, in order, unencoded
	Warnings warning.List
}

// Provenance is what a request says of where it comes from. Each part may be "".
type Provenance struct {
	Source  string // who made the link
	Record  string // the address of the record in the library's search
	Changed string // which fields the patron typed or changed, never what was there before
}

// Fill writes the item into the form.
//
// The address is never longer than MaxLength, unless the form's own address with
// what it must have is: then nothing is sent with it.
func (f *Form) Fill(c *citation.Citation, from Provenance) Request {
	s := specOf(f.Service)
	as := f.Types[c.Type]
	sending := filling{form: f, spec: s, item: placeholder.New(c), shape: s.shape(c, as.Genre), typeKeys: as.Keys}
	it := &sending.item
	it.Source, it.Record, it.Changed = from.Source, from.Record, from.Changed
	sending.shape.place(it)

	base := f.address(s)
	sending.fill()
	r := Request{Params: sending.params(), Warnings: sending.warnings}
	r.Location = base.write(r.Params)
	if excess := len(r.Location) - cmp.Or(f.MaxLength, defaultLength); excess > 0 {
		sending.shrink(base, excess)
		r.Params, r.Warnings = sending.params(), sending.warnings
		r.Location = base.write(r.Params)
	}
	return r
}
