package openurl

import (
	"mime"
	"net/url"
	"strings"
)

// Join gives the query of a link that came by POST: the query of its address,
// then its body. A form-encoded body is a query as it stands; white space that
// transports put into it is taken out (KEV guidelines, section 6). An XML body is
// a ContextObject by value. Other types of body are taken for a form, as most
// senders mean one.
func Join(rawQuery, contentType string, body []byte) string {
	text := strings.TrimSpace(string(body))
	if mediaType, _, _ := mime.ParseMediaType(contentType); strings.HasSuffix(mediaType, "xml") || isXML(text) {
		text = contextKey + "=" + url.QueryEscape(text)
	} else {
		text = strings.NewReplacer("\r", "", "\n", "").Replace(text)
	}
	switch {
	case rawQuery == "":
		return text
	case text == "":
		return rawQuery
	}
	return rawQuery + "&" + text
}
