// Package markup writes HTML for staff to paste into their own pages. It is short, valid on its
// own, and has no style, so that it looks like the page that it is pasted into.
//
// It imports nothing of Lendlink.
package markup

import (
	"embed"
	"html"
	"html/template"
	"net/url"
	"strings"
)

// Link returns a link.
func Link(address, text string) string {
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(text) + `</a>`
}

// Button returns a link as a button: a form without visible fields, for which pages have a
// style already.
func Button(action, query, text string) string {
	var b strings.Builder
	b.WriteString(`<form action="` + html.EscapeString(action) + "\">\n")
	for piece := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(piece, "=")
		if value, err := url.QueryUnescape(value); err == nil {
			b.WriteString(`  <input type="hidden" name="` + html.EscapeString(key) + `" value="` + html.EscapeString(value) + "\">\n")
		}
	}
	b.WriteString(`  <button type="submit">` + html.EscapeString(text) + "</button>\n</form>")
	return b.String()
}

// Script returns the tag that loads embed.js for a library.
func Script(origin, library string) string {
	return `<script src="` + html.EscapeString(origin) + `/static/embed.js"` +
		` data-library="` + html.EscapeString(library) + `" defer></script>`
}

// Example is a piece of HTML to paste, shown with what it looks like.
type Example struct {
	ID, Name, About string
	Markup          string
}

// Live returns the example as part of a page of ours. Its text is our own; of what
// comes from outside it holds only the library's address, escaped.
func (e Example) Live() template.HTML { return template.HTML(e.Markup) }

// SearchForms returns forms for patrons who know what they want. Base is the library's address.
func SearchForms(base string) []Example {
	action := html.EscapeString(base + "/confirm")
	return []Example{
		{"form-book", "A form for books", "Patrons see what was understood before they go on to the request form.",
			`<form action="` + action + `">
  <input type="hidden" name="genre" value="book">
  <input type="hidden" name="sid" value="library-page">
  <p><label>Title<br><input name="title" required></label></p>
  <p><label>Author<br><input name="au"></label></p>
  <p><label>ISBN, if you know it<br><input name="isbn"></label></p>
  <p><button type="submit">Request this book</button></p>
</form>`},
		{"form-article", "A form for articles", "With a DOI, the rest can stay empty.", `<form action="` + action + `">
  <input type="hidden" name="genre" value="article">
  <input type="hidden" name="sid" value="library-page">
  <p><label>DOI<br><input name="doi"></label></p>
  <p><label>Title of the article<br><input name="atitle"></label></p>
  <p><label>Journal<br><input name="title"></label></p>
  <p><label>Year<br><input name="date"></label></p>
  <p><button type="submit">Request this article</button></p>
</form>`},
	}
}

//go:embed examples
var files embed.FS

// file returns the markup of an example.
func file(name string) string {
	markup, err := files.ReadFile("examples/" + name + ".html")
	if err != nil {
		panic(err) // the file is in the binary
	}
	return strings.TrimSuffix(string(markup), "\n")
}

// Embedded returns what embed.js turns into links.
func Embedded() []Example {
	return []Example{
		{"isbn", "A reading list with ISBNs", "The link follows the text of the element.", file("isbn")},
		{"doi", "A reference with its DOI", "A DOI may stand alone or as an address.", file("doi")},
		{"chapter", "A link with your own words", "A link without an address gets one. " +
			"Its value is an OpenURL query, such as the link builder makes.", file("chapter")},
		{"coins", "COinS, as catalogues and WordPress plug-ins write them", "Nothing needs to be added: the script finds them.",
			file("coins")},
		{"language", "In the page’s language", "The text of the link follows the lang attribute: English, Spanish, French and German.",
			file("language")},
	}
}
