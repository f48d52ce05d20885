package openurl

import "strings"

// identifySource finds out who made the link: rfr_id (OpenURL 1.0), sid (0.1),
// or an id that names a referrer, as VuFind sends it.
func (co *ContextObject) identifySource() {
	rfr, sid := sourceName(co.Get(RfrID)), sourceName(co.Get(Sid))
	switch {
	// A link cut off in its rfr_id says more in its sid.
	case rfr == "", len(sid) > len(rfr) && strings.EqualFold(sid[:len(rfr)], rfr):
		co.Source = sid
	default:
		co.Source = rfr
	}
	if co.Source != "" {
		return
	}
	for _, id := range co.All(ID) {
		if strings.HasPrefix(id, "info:sid/") {
			co.Source = sourceName(id)
			return
		}
	}
}

// isPersonal tells whether what should name a system names somebody: an address of
// e-mail.
func isPersonal(source string) bool { return strings.Contains(source, "@") }

// sourceName strips what stands in front of the name: info:sid/, and what
// templates put in front of that (rfr_id=info:doi/info:sid/…).
func sourceName(s string) string {
	if stillEncoded(s) {
		s = decodeOnce(s)
	}
	for {
		_, name, found := strings.Cut(s, "info:sid/")
		switch {
		case found:
			s = name
		case isPersonal(s):
			return ""
		default:
			return strings.TrimSpace(s)
		}
	}
}
