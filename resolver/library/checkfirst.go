package library

import (
	"net/url"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
)

// CheckLink is a place to look before a request is made, such as the catalogue.
type CheckLink struct {
	Label Text
	URL   string // https, with placeholders such as {title}
}

// Address fills the item in, percent-encoded. It reports false when the item lacks
// one of the values: a search without it would find nothing.
func (l CheckLink) Address(c *citation.Citation) (string, bool) {
	t, err := placeholder.Parse(l.URL, placeholder.Search)
	if err != nil {
		return "", false
	}
	it := placeholder.New(c)
	return t.Expand(&it, escapeValue)
}

// escapeValue percent-encodes a value. %20 is a space in a path as well as in a query,
// "+" only in a query.
func escapeValue(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// notCheckAddress checks the address of a search, with its placeholders.
func notCheckAddress(s string) violation {
	host := strings.TrimPrefix(s, "https://")
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	if strings.Contains(host, "{") {
		return violation{"has a placeholder in the host name", ""}
	}
	t, err := placeholder.Parse(s, placeholder.Search)
	if err != nil {
		return badTemplate(err, placeholder.Search)
	}
	return notHTTPS(t.Text())
}
