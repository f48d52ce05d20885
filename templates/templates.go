// Package templates holds the pages and the texts that people read on them, as
// files in the binary. [lendlink/resolver/web] turns them into HTML.
//
// layout.html is the frame of every page, parts.html the components, staff.html
// those of staff pages, and each other file one page, which defines "title" and
// "main", and "head" where it needs more in the document's head. A page writes no
// text of its own: {{t "key"}} takes it from the catalogue of the page's language,
// locales/LANGUAGE.json. Staff pages are in English and write theirs themselves.
package templates

import "embed"

// Files holds the pages and the catalogues.
//
//go:embed *.html locales/*.json
var Files embed.FS
