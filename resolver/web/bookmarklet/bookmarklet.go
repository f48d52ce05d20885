// Package bookmarklet makes the javascript: address of the staff's bookmarklet
// from its readable source, static/bookmarklet.js: the library's address and the
// texts of the dialog put in, minified, percent-encoded.
//
// It imports nothing of Lendlink.
package bookmarklet

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// basePlace and textsPlace are the string literals in the source that the library's
// address and the texts of the dialog replace.
const (
	basePlace  = `"LENDLINK_BASE"`
	textsPlace = `"LENDLINK_TEXTS"`
)

// Texts is what the dialog says in a language.
type Texts struct {
	Language string // of the texts, such as "en"
	Which    string // asks which of several items is wanted
	Close    string // on the button
	Blocked  string // that a link opens in the same tab, where the page allows no window
}

// Href returns the href attribute of the link that staff drag to their bookmarks,
// for use in an html/template as
//
//	<a class="bookmarklet" {{.Bookmarklet}}>Request this</a>
//
// It is a whole attribute because html/template would encode every bracket of a
// template.URL, and make the address half as long again. Source is the text of
// static/bookmarklet.js. Base is the library's address as browsers reach it,
// absolute ("https://ill.example.edu/demo"): the bookmarklet opens
// base + "/confirm?…", with nothing about an item where it finds none, or
// base + "/#paste=…" with the text that was selected. The dialog is in the browser's
// language if that is among texts, else in the first. Texts that would make the address
// longer than [MaxLength] are left out, the last ones first.
//
// An error says that the base is not an http(s) address, that there are no texts, that the
// source lacks the place for them, or that the source is not JavaScript.
func Href(source, base string, texts []Texts) (template.HTMLAttr, error) {
	u, err := url.Parse(base)
	if err != nil || !isPage(u) {
		return "", fmt.Errorf("bookmarklet: %q is not the absolute address of a library", base)
	}
	if len(texts) == 0 {
		return "", errors.New("bookmarklet: no texts for its dialog")
	}
	for {
		address, err := addressOf(source, base, texts)
		if err != nil || len(address) <= MaxLength || len(texts) == 1 {
			return template.HTMLAttr(`href="` + template.HTMLEscapeString(address) + `"`), err
		}
		texts = texts[:len(texts)-1]
	}
}

// MaxLength is how long the address is at most, in bytes, for a base of less than 300: some
// places that keep bookmarks cut longer ones.
const MaxLength = 12000

// addressOf returns the address with the base and all texts in it.
func addressOf(source, base string, texts []Texts) (string, error) {
	var lists [][4]string
	for _, t := range texts {
		lists = append(lists, [4]string{t.Language, plus.Replace(t.Which), plus.Replace(t.Close), plus.Replace(t.Blocked)})
	}
	for _, put := range []struct {
		place string
		value any
	}{{basePlace, strings.TrimSuffix(base, "/")}, {textsPlace, lists}} {
		literal, err := json.Marshal(put.value) // JSON is JavaScript
		if err != nil {
			return "", fmt.Errorf("bookmarklet: %w", err)
		}
		if strings.Count(source, put.place) != 1 {
			return "", fmt.Errorf("bookmarklet: the source does not hold %s once", put.place)
		}
		source = strings.Replace(source, put.place, string(literal), 1)
	}
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	script, err := m.String("text/javascript", source)
	if err != nil {
		return "", fmt.Errorf("bookmarklet: minify: %w", err)
	}
	script = strings.NewReplacer("const ", "let ", "const{", "let{", "const[", "let[").Replace(script) // shorter; nothing assigns to them
	return "javascript:" + encode(script), nil
}

// plus writes spaces as plus signs, as in a form that is sent: in an address that is shorter.
var plus = strings.NewReplacer(" ", "+", "+", "%2B", "%", "%25")

// isPage reports whether an address is absolute and ends with its path: a query can be put after it.
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
