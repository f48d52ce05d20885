// Package bookmarklet makes the javascript: address of the staff's bookmarklet
// from its readable source, static/bookmarklet.js: the library's address put
// in, minified, percent-encoded.
package bookmarklet

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// placeholder is the string literal in the source that the library's address replaces.
const placeholder = `"LENDLINK_BASE"`

// Href returns the href attribute of the link that staff drag to their bookmarks,
// for use in an html/template as
//
//	<a class="bookmarklet" {{.Bookmarklet}}>Request this</a>
//
// It is a whole attribute because html/template would encode every bracket of a
// template.URL, and make the address half as long again. Source is the text of
// static/bookmarklet.js. Base is the library's address as browsers reach it,
// absolute ("https://ill.example.edu/demo"): the bookmarklet opens
// base + "/confirm?…", or base + "/" where it finds nothing.
//
// The result depends on nothing else, so one per library can be made at start.
// An error says that the base is no http(s) address, that the source lacks the
// place for it, or that the source is no JavaScript.
func Href(source, base string) (template.HTMLAttr, error) {
	u, err := url.Parse(base)
	if err != nil || !isPage(u) {
		return "", fmt.Errorf("bookmarklet: %q is not the absolute address of a library", base)
	}
	if strings.Count(source, placeholder) != 1 {
		return "", fmt.Errorf("bookmarklet: the source does not hold %s once", placeholder)
	}
	literal, err := json.Marshal(strings.TrimSuffix(base, "/")) // a JSON string is a JavaScript string
	if err != nil {
		return "", fmt.Errorf("bookmarklet: %w", err)
	}
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	script, err := m.String("text/javascript", strings.Replace(source, placeholder, string(literal), 1))
	if err != nil {
		return "", fmt.Errorf("bookmarklet: minify: %w", err)
	}
	script = strings.NewReplacer("const ", "let ", "const{", "let{", "const[", "let[").Replace(script) // shorter; nothing assigns to them
	return template.HTMLAttr(`href="` + template.HTMLEscapeString("javascript:"+encode(script)) + `"`), nil
}

// isPage reports whether an address is absolute and ends with its path: a query can be put behind it.
func isPage(u *url.URL) bool {
	isHTTP := u.Scheme == "https" || u.Scheme == "http"
	return isHTTP && u.Host != "" && u.RawQuery == "" && u.Fragment == ""
}

// encode percent-encodes what the URL standard encodes in such an address
// (controls, non-ASCII), % and #, which would be read as an escape and as an
// end, and space and <, at which programs that handle addresses as text may
// cut. Quotes, brackets and > (of every arrow function) stay, for the address to
// stay short.
func encode(script string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(script) {
		c := script[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("%#<", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
