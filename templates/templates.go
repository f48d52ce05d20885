// Package templates holds the pages and the texts that people read on them, as
// files in the binary. [lendlink/resolver/web] turns them into HTML.
//
// layout.html is the frame of every page, parts.html the components, staff.html
// those of staff pages, and each other file one page, which defines "title" and
// "main", and "head" where it needs more in the document's head. A page writes no
// text of its own: {{t "key"}} takes it from the messages of the page's language,
// locales/LANGUAGE.json. Staff pages are in English and write theirs themselves.
package templates

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Files holds the pages and their texts.
//
//go:embed *.html locales/*.json
var Files embed.FS

// Languages lists the languages that the pages have texts in, by their codes: the files in
// locales, English first.
func Languages() []string {
	names, _ := fs.Glob(Files, "locales/*.json") // the pattern is a valid one
	codes := make([]string, len(names))
	for i, name := range names {
		codes[i] = strings.TrimSuffix(path.Base(name), ".json")
	}
	slices.SortStableFunc(codes, func(a, b string) int {
		switch {
		case a == "en":
			return -1
		case b == "en":
			return 1
		}
		return strings.Compare(a, b)
	})
	return codes
}
