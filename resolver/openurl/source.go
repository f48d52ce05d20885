package openurl

import "strings"

// identifySource finds out who made the link: rfr_id (OpenURL 1.0), sid (0.1),
// or an id that names a referrer, as VuFind sends it.
func (co *ContextObject) identifySource() {
	rank := 0
	for i := range co.Pairs {
		p := &co.Pairs[i]
		r := 0
		switch {
		case strings.EqualFold(p.Key, "rfr_id"):
			r = 3
		case strings.EqualFold(p.Key, "sid"):
			r = 2
		case p.Field == ID && strings.HasPrefix(p.Value, "info:sid/"):
			r = 1
		}
		if r <= rank {
			continue
		}
		if _, empty := saysNothing(NoField, p.Key, p.Value); empty {
			continue
		}
		if s := sourceName(p.Value); s != "" {
			co.Source, rank = s, r
		}
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
