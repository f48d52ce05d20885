package web

import (
	"lendlink/resolver"
	"lendlink/resolver/library"
)

// lookUp asks open services for what a link left out. A redirect waits for them
// only when something about the item is missing or doubtful; a patron who gets a
// page anyway, never longer than the budget. Patrons who leave harm nobody: what
// was asked for them serves the next one.
func (s *Server) lookUp(v *visit, lib *library.Library, r *resolver.Resolution) *resolver.Resolution {
	service := s.Lookup()
	if lib.NoLookup || !service.Needed(&r.Citation, v.paged || r.WantsLookup()) {
		return r
	}
	found := service.Fill(v.Request().Context(), r.Citation, r.Confidence == resolver.Low)
	return r.Filled(lib, found.Citation, found.Filled, found.Warnings)
}
