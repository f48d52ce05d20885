package library

import (
	"net/url"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/spelling"
)

// FreeCopies says when patrons are shown a copy that is free to read.
type FreeCopies struct {
	Show       ShowCopies
	Borrowable bool // copies that are lent count as well
}

// ShowCopies is when free copies are shown.
type ShowCopies string

// When they are shown.
const (
	ShowOnPage ShowCopies = "page"   // where a page is shown anyway
	ShowAlways ShowCopies = "always" // and in place of a redirect
	ShowNever  ShowCopies = "never"
)

// fileSources is a list of services that fill gaps, or an address for each.
type fileSources []source.Endpoint

func (f *fileSources) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	(*sourceList)(f).read(r, path, n, source.ConfigNames(source.All[:]))
}

// fileFreeSources is a list of services that know of free copies, or an address for each.
type fileFreeSources []source.Endpoint

func (f *fileFreeSources) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	(*sourceList)(f).read(r, path, n, source.ConfigNames(source.Free[:]))
}

// sourceList is a list of names of services, or an address for each name.
type sourceList []source.Endpoint

// read reads a list of services among those known.
func (f *sourceList) read(r *strictyaml.Reader, path string, n ast.Node, known []string) {
	if list, ok := n.(*ast.SequenceNode); ok {
		for _, item := range list.Values {
			if item = r.Resolve(path, item); item == nil {
				continue
			}
			if name, ok := r.Text(path, item); ok {
				f.add(r, path, strictyaml.Position(item), source.Endpoint{Name: name}, known)
			}
		}
		return
	}
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.SetHint(p, "the address of a mirror, or nothing for the public one")
		s := source.Endpoint{Name: e.Name}
		if value := r.Resolve(p, e.Value); value != nil && !strictyaml.IsNull(value) {
			s.Address, _ = r.Text(p, value)
		}
		if c := notServiceAddress(s.Address); s.Address != "" && c != (violation{}) {
			if c.advice == "" {
				c.advice = "write " + r.Hint(p)
			}
			r.Report(p, strictyaml.Position(e.Value), "`%s` %s; %s", e.Name, c.wrong, c.advice)
		}
		f.add(r, p, e.At, s, known)
	}
}

func (f *sourceList) add(r *strictyaml.Reader, path string, at *token.Position, s source.Endpoint, known []string) {
	switch {
	case !slices.Contains(known, s.Name):
		r.Report(path, at, "`%s` is not a service that can be asked; %s", s.Name, spelling.DidYouMean(s.Name, known))
	case slices.ContainsFunc(*f, func(other source.Endpoint) bool { return other.Name == s.Name }):
		r.Report(path, at, "`%s` appears twice; remove one", s.Name)
	}
	*f = append(*f, s)
}

// needsEmail reports whether a service is to be asked that answers only with
// an e-mail address, and there is none.
func (f *fileSettings) needsEmail() bool {
	return f.OpenAccess != nil && !strings.Contains(f.freeContact(), "@") &&
		slices.ContainsFunc(f.OpenAccess.Sources, func(s source.Endpoint) bool { return knownOf(s, source.Free[:]).Emails })
}

// knownOf returns what is known of a service.
func knownOf(s source.Endpoint, among []source.Known) source.Known {
	for _, k := range among {
		if k.ConfigName == s.Name {
			return k
		}
	}
	return source.Known{}
}

// lacksKey reports whether a service has no key in its address, though it answers few
// questions without one.
func lacksKey(s source.Endpoint, among []source.Known) bool {
	key := knownOf(s, among).Key
	u, err := url.Parse(s.Address)
	return key != "" && (err != nil || !u.Query().Has(key))
}
