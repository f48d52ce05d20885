package openurl

import (
	"strings"

	"golang.org/x/net/html"
)

// COinS finds the ContextObjects in a page or a piece of one: the title of every
// element of class Z3988 (COinS 1.0, www.ocoins.info), in any case and among
// other classes. What pages escape twice is unescaped twice. It returns each as a
// query for Parse.
func COinS(page string) []string {
	var found []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			class, title, href := "", "", ""
			for more := true; more; {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch string(key) {
				case "class", "rel":
					class += " " + string(value)
				case "title":
					title = string(value)
				case "href":
					href = string(value)
				}
			}
			if !hasZ3988(class) {
				continue
			}
			if title == "" {
				_, title, _ = strings.Cut(href, "?")
			}
			if title = strings.TrimSpace(title); title != "" {
				found = append(found, unescapeTwice(title))
			}
		}
	}
}

func hasZ3988(class string) bool {
	for _, c := range strings.Fields(class) {
		if strings.EqualFold(c, "Z3988") {
			return true
		}
	}
	return false
}

// unescapeTwice unescapes the separators of a title that a page escaped once
// more than the tokeniser undid.
func unescapeTwice(title string) string {
	if strings.Contains(title, "&amp;rft") || strings.Contains(title, "&amp;ctx_") || strings.Contains(title, "&amp;url_") {
		return html.UnescapeString(title)
	}
	return title
}

// Queries returns the links that a text holds: those of its COinS, or the text
// itself where it is not HTML.
func Queries(text string) []string {
	if strings.Contains(text, "<") && strings.Contains(strings.ToLower(text), "z3988") {
		if found := COinS(text); len(found) > 0 {
			return found
		}
	}
	return []string{text}
}
