package openurl

import "strings"

// identifySource finds out who made the link: rfr_id (OpenURL 1.0), sid (0.1),
// or an id that names a referrer, as VuFind sends it.
func (co *ContextObject) identifySource() {
	var rfr, sid, id string
	for i := range co.Pairs {
		p := &co.Pairs[i]
		var name *string
		switch {
		case strings.EqualFold(p.Key, "rfr_id"):
			name = &rfr
		case strings.EqualFold(p.Key, "sid"):
			name = &sid
		case p.Field == ID && strings.HasPrefix(p.Value, "info:sid/"):
			name = &id
		default:
			continue
		}
		if _, empty := saysNothing(NoField, p.Key, p.Value); *name == "" && !empty {
			*name = sourceName(p.Value)
		}
	}
	switch {
	// A link cut off in its rfr_id says more in its sid.
	case rfr == "", strings.HasPrefix(strings.ToLower(sid), strings.ToLower(rfr)):
		co.Source = sid
	default:
		co.Source = rfr
	}
	if co.Source == "" {
		co.Source = id
	}
}

// sourceName strips what stands in front of the name: info:sid/, and what
// templates put in front of that (rfr_id=info:doi/info:sid/…).
func sourceName(s string) string {
	if stillEncoded(s) {
		s = decodeOnce(s)
	}
	if i := strings.LastIndex(s, "info:sid/"); i >= 0 {
		s = s[i+len("info:sid/"):]
	}
	return strings.Join(strings.Fields(s), " ")
}
