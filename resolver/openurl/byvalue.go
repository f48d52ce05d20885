package openurl

import (
	"strings"

	"lendlink/resolver/warning"
)

// contextKey is the key under which a whole ContextObject comes by value.
const contextKey = "url_ctx_val"

// readByValue reads a ContextObject in KEV format that came as one value
// (Z39.88-2004, section 20). Its pairs follow those of the link itself.
func (co *ContextObject) readByValue() {
	if v := co.byValue(); v != "" && !isXML(v) {
		co.read(v, true)
	}
}

// readXML does the same for one in XML. XML has its own entities and encoding,
// so that its values need none of the repairs.
func (co *ContextObject) readXML() {
	if v := co.byValue(); isXML(v) {
		if err := co.parseXML(v); err != nil {
			co.Warnings.Add(warning.XMLUnreadable, contextKey, err.Error())
		}
	}
}

func (co *ContextObject) byValue() string {
	for i := range co.Pairs {
		if p := &co.Pairs[i]; p.Key == contextKey && p.Value != "" {
			return p.Value
		}
	}
	return ""
}

func isXML(s string) bool { return strings.HasPrefix(strings.TrimLeft(s, "\ufeff \t\r\n"), "<") }

// ignoreReferences warns of descriptions that the link only points to. They are
// never fetched: the address is the sender's choice.
func (co *ContextObject) ignoreReferences() {
	for i := range co.Pairs {
		switch p := &co.Pairs[i]; p.Key {
		case "url_ctx_ref", "rft_ref":
			if p.Value != "" {
				co.Warnings.Add(warning.ReferenceIgnored, p.Key, p.Value)
			}
		}
	}
}
