package openurl

import (
	"mime"
	"net/url"
	"strings"
)

// Join returns the query of a link that came by POST: the query of its address,
// then its body. A form-encoded body is a query as it is; white space that
// transports put into it is taken out (KEV guidelines, section 6). An XML body is
// a ContextObject by value. Other types of body are taken for a form, as most
// senders mean one.
func Join(rawQuery, contentType string, body []byte) string {
	text := strings.TrimSpace(string(body))
	switch {
	case isXML(text): // whatever the sender called it
		text = contextKey + "=" + url.QueryEscape(text)
	case strings.ContainsAny(text, "\r\n"):
		mediaType, _, _ := mime.ParseMediaType(contentType)
		text = joinLines(text, mediaType == "text/plain")
	}
	switch {
	case rawQuery == "":
		return text
	case text == "":
		return rawQuery
	}
	return rawQuery + "&" + text
}

// joinLines takes line breaks out of a body. A form sent as text/plain has a pair on
// each line (HTML, section 4.10.21.8); elsewhere a line that begins with a key about the patron
// is a pair of its own, whatever the sender called the type.
func joinLines(text string, pairs bool) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if b.Len() > 0 && (pairs && strings.Contains(line, "=") || readKey(line).isPatron()) {
			b.WriteByte('&')
		}
		b.WriteString(line)
	}
	return b.String()
}

// HasPairLines reports whether each line of a text is a pair of a link about an item, or one
// about the patron, as in what is copied from a form or a log.
func HasPairLines(text string) bool {
	found := false
	for line := range strings.SplitSeq(text, "\n") {
		switch k := readKey(line); {
		case strings.TrimSpace(line) == "" || k.isPatron():
		case k.separator == '=' && classify(k.name).field != NoField:
			found = true
		default:
			return false
		}
	}
	return found && strings.Contains(text, "\n")
}
