package openurl

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lendlink/resolver/warning"
)

// contextKey is the key under which a whole ContextObject comes by value.
const contextKey = "url_ctx_val"

// readByValue reads ContextObjects that came as one value, in KEV format or in XML
// (Z39.88-2004, section 20). Their pairs follow those of the link itself.
func (co *ContextObject) readByValue() {
	for { // one may hold another; each time the text gets shorter
		i := co.byValue()
		if i < 0 {
			i = co.wholeLink()
		}
		if i < 0 {
			return
		}
		v := co.Pairs[i].Value
		xml := isXML(v)
		co.redact(i)
		if xml {
			co.readXML(v)
		} else {
			co.read(v, true)
		}
	}
}

// wholeLink finds a link that came encoded in the value of a key of the
// sender's own, with nothing else about the item: openurl=https%3A%2F%2F….
func (co *ContextObject) wholeLink() int {
	found := -1
	for i := range co.Pairs {
		switch p := &co.Pairs[i]; {
		case p.Field != NoField && p.Value != "":
			return -1
		case strings.Contains(p.Value, "=") && holdsField(p.Value):
			found = i
		}
	}
	return found
}

// holdsField reports whether a value is a query with something about an item.
func holdsField(value string) bool {
	_, query, ok := strings.Cut(value, "?")
	if !ok {
		query = value
	}
	for piece := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(piece, "="); known[name].field != NoField {
			return true
		}
	}
	return false
}

// readXML reads a ContextObject in XML.
func (co *ContextObject) readXML(document string) {
	if !utf8.ValidString(document) {
		document = toUTF8(document, co.declaredCharset())
	}
	if err := co.parseXML(document); err != nil {
		co.Warnings.Add(warning.XMLUnreadable, contextKey, err.Error())
	}
}

// redact drops the text of a value that is read into pairs of its own: it may
// hold a requester.
func (co *ContextObject) redact(i int) {
	co.Pairs[i].set("")
	co.Pairs[i].Raw = ""
}

// byValue returns the place of a ContextObject by value, or -1.
func (co *ContextObject) byValue() int {
	if !co.roles.has(byValue) {
		return -1
	}
	return slices.IndexFunc(co.Pairs, func(p Pair) bool { return p.role.has(byValue) && p.Value != "" })
}

func isXML(s string) bool { return strings.HasPrefix(strings.TrimLeft(s, "\ufeff \t\r\n"), "<") }

// ignoreReferences warns of descriptions that the link only points to. They are
// never fetched: the address is the sender's choice.
func (co *ContextObject) ignoreReferences() {
	if !co.roles.has(reference) {
		return
	}
	for i := range co.Pairs {
		if p := &co.Pairs[i]; p.role.has(reference) && p.Value != "" {
			if address, _, query := cut(p.Value, '?'); query { // which may hold a ticket
				p.set(address + "?" + hidden)
				p.Raw = ""
			}
			co.Warnings.Add(warning.ReferenceIgnored, p.Key, p.Value)
		}
	}
}
