package openurl

import (
	"net/url"
	"strings"
)

// Query writes what was kept of the link as a clean query: repaired, without
// personal data, and with what came by value inline. Reading it returns the same
// pairs again, so that it can replace the link in a permalink.
func (co *ContextObject) Query() string {
	var b strings.Builder
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if p.Personal || p.role.has(byValue) || p.Value == "" && !plausible(p.Key) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(url.QueryEscape(p.Key))
		b.WriteByte('=')
		value := p.Value
		if unescapeEntities(value) != value { // an entity that is meant
			value = strings.ReplaceAll(value, "&", "&amp;")
		}
		b.WriteString(url.QueryEscape(value))
	}
	return b.String()
}
