package web

import (
	"embed"
	"html"
	"html/template"
	"net/http"
	"net/url"
	"strings"
)

// HTML for staff to paste into their own pages. It is short, valid on its own, and
// brings no style, so that it looks like the page that it is pasted into.

// linkMarkup is a link.
func linkMarkup(address, text string) string {
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(text) + `</a>`
}

// buttonMarkup is a link as a button: a form without fields, for which pages have a
// style already.
func buttonMarkup(action, query, text string) string {
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

// LinkMarkup is the built link, for a page.
func (p builderPage) LinkMarkup() string { return linkMarkup(p.Built.Address(), p.Text) }

// ButtonMarkup is the built link as a button.
func (p builderPage) ButtonMarkup() string {
	return buttonMarkup(p.Built.Action, p.Built.Query, p.Text)
}

// example is a piece of HTML to paste, shown with what it looks like.
type example struct {
	ID, Name, About string
	Markup          string
}

// Live is the example as part of a page of ours. Its text is our own; of what
// comes from outside it holds only the library's address, escaped.
func (e example) Live() template.HTML { return template.HTML(e.Markup) }

// searchForms are forms for patrons who know what they want.
func (f staffFrame) searchForms() []example {
	action := html.EscapeString(f.Base() + "/confirm")
	return []example{
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

// SearchForms lists the forms to paste.
func (p builderPage) SearchForms() []example { return p.searchForms() }

// Script is the tag that loads embed.js.
func (p builderPage) Script() string { return p.embedScript() }

func (f staffFrame) embedScript() string {
	return `<script src="` + html.EscapeString(f.Origin) + `/static/embed.js"` +
		` data-library="` + html.EscapeString(f.Library.Code) + `" defer></script>`
}

//go:embed examples
var embedFiles embed.FS

// embedMarkup returns the markup of an example.
func embedMarkup(name string) string {
	markup, err := embedFiles.ReadFile("examples/" + name + ".html")
	if err != nil {
		panic(err) // the file is in the binary
	}
	return strings.TrimSuffix(string(markup), "\n")
}

// embedExamples are what embed.js turns into links.
var embedExamples = []example{
	{"isbn", "A reading list with ISBNs", "The link follows the text of the element.", embedMarkup("isbn")},
	{"doi", "A reference with its DOI", "A DOI may stand alone or as an address.", embedMarkup("doi")},
	{"chapter", "A link with your own words", "A link without an address gets one. " +
		"Its value is an OpenURL query, such as the link builder makes.",
		embedMarkup("chapter")},
	{"coins", "COinS, as catalogues and WordPress plug-ins write them", "Nothing needs to be added: the script finds them.",
		embedMarkup("coins")},
	{"language", "In the page’s language", "The text of the link follows the lang attribute: English, Spanish, French and German.",
		embedMarkup("language")},
}

// examplesPage is the setup guide's page of live examples.
type examplesPage struct{ staffFrame }

// Embedded lists the examples for embed.js.
func (examplesPage) Embedded() []example { return embedExamples }

// Forms lists the forms.
func (p examplesPage) Forms() []example { return p.searchForms() }

func (s *Server) examples(v *requestContext) error {
	return s.render(v, http.StatusOK, "embed-examples", examplesPage{s.staffFrame(v, "/setup/pages")})
}
