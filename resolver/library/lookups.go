package library

import (
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/spelling"
)

// Lookups says which open services are asked for what links leave out, and how.
type Lookups struct {
	Sources []Source
	Budget  time.Duration // how long a patron waits for them at most
	Contact string        // told to the services: an e-mail address or an https address; "" for none
	Cache   string        // where Redis or Valkey keeps answers for all replicas; "" for memory alone
}

// Source is an open service.
type Source struct {
	Name    string // as in settings: crossref
	Address string // of a mirror, or with a key in its query; "" for the public one
}

// fileSources is a list of names, or an address for each name.
type fileSources []Source

func (f *fileSources) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	if list, ok := n.(*ast.SequenceNode); ok {
		for _, item := range list.Values {
			if item = r.Resolve(path, item); item == nil {
				continue
			}
			if name, ok := r.Text(path, item); ok {
				f.add(r, path, strictyaml.Position(item), Source{Name: name})
			}
		}
		return
	}
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.Want(p, "the address of a mirror, or nothing for the public one")
		s := Source{Name: e.Name}
		if value := r.Resolve(p, e.Value); value != nil && !strictyaml.IsNull(value) {
			s.Address, _ = r.Text(p, value)
		}
		if c := notServiceAddress(s.Address); s.Address != "" && c != (violation{}) {
			if c.advice == "" {
				c.advice = "write " + r.Wanted(p)
			}
			r.Report(p, strictyaml.Position(e.Value), "`%s` %s; %s", e.Name, c.wrong, c.advice)
		}
		f.add(r, p, e.At, s)
	}
}

func (f *fileSources) add(r *strictyaml.Reader, path string, at *token.Position, s Source) {
	known := source.Words(source.All[:])
	switch {
	case !slices.Contains(known, s.Name):
		r.Report(path, at, "`%s` is not a service that can be asked; %s", s.Name, spelling.DidYouMean(s.Name, known))
	case slices.ContainsFunc(*f, func(other Source) bool { return other.Name == s.Name }):
		r.Report(path, at, "`%s` appears twice; remove one", s.Name)
	}
	*f = append(*f, s)
}
