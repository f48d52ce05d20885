package library

import (
	"net/netip"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/library/strictyaml"
)

// StaffPages says who may open the inspection and the setup page. The zero value
// lets everybody.
type StaffPages struct {
	Off      bool           // nobody
	Networks []netip.Prefix // only these, when there are any
}

// Allow reports whether somebody at this address may open the pages.
func (s StaffPages) Allow(a netip.Addr) bool {
	if s.Off || len(s.Networks) == 0 {
		return !s.Off
	}
	a = a.Unmap() // an IPv4 peer of an IPv6 listener
	for _, n := range s.Networks {
		if n.Contains(a) {
			return true
		}
	}
	return false
}

// fileStaffPages is on, off, or a list of networks.
type fileStaffPages struct{ StaffPages }

func (f *fileStaffPages) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		text, ok := r.Text(path, n)
		if ok && text != "on" && text != "off" {
			r.Unreadable(path, n)
		}
		f.Off = text == "off"
		return
	}
	if len(list.Values) == 0 {
		r.Mismatch(path, n, strictyaml.List)
	}
	for _, item := range list.Values {
		var net network
		item = r.Resolve(path, item)
		if item == nil {
			continue
		}
		if text, ok := r.Text(path, item); ok && net.UnmarshalText([]byte(text)) != nil {
			r.Unreadable(path, item)
		}
		f.Networks = append(f.Networks, net.Prefix)
	}
}
