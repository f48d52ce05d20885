package library

import "net/netip"

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
