package library

import (
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

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

func (f *fileSources) readNode(r *reader, path string, n ast.Node) {
	if list, ok := n.(*ast.SequenceNode); ok {
		for _, item := range list.Values {
			if item = r.resolve(path, item); item == nil {
				continue
			}
			if name, ok := r.text(path, item); ok {
				f.add(r, path, position(item), Source{Name: name})
			}
		}
		return
	}
	entries, _ := r.entries(path, n)
	for _, e := range entries {
		p := join(path, e.name)
		r.places[p] = place{want: "the address of a mirror, or nothing for the public one"}
		s := Source{Name: e.name}
		if value := r.resolve(p, e.value); value != nil && !isNull(value) {
			s.Address, _ = r.text(p, value)
		}
		if c := notServiceAddress(s.Address); s.Address != "" && c != (complaint{}) {
			if c.advice == "" {
				c.advice = "write " + r.wanted(p)
			}
			r.report(p, position(e.value), "`%s` %s; %s", e.name, c.wrong, c.advice)
		}
		f.add(r, p, e.at, s)
	}
}

func (f *fileSources) add(r *reader, path string, at *token.Position, s Source) {
	var known []string
	for _, k := range source.All {
		known = append(known, k.Word)
	}
	switch {
	case !slices.Contains(known, s.Name):
		r.report(path, at, "`%s` is not a service that can be asked; %s", s.Name, spelling.DidYouMean(s.Name, known))
	case slices.ContainsFunc(*f, func(other Source) bool { return other.Name == s.Name }):
		r.report(path, at, "`%s` appears twice; remove one", s.Name)
	}
	*f = append(*f, s)
}
