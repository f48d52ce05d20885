// Package templates holds the pages and the texts that people read on them, as
// files in the binary. [lendlink/resolver/web] turns them into HTML.
//
// layout.html is the frame of every page, parts.html the components, and each
// other file one page, which defines "title" and "main". A page writes no text of
// its own: {{t "key"}} takes it from the catalogue of the page's language,
// locales/LANGUAGE.json.
package templates

import "embed"

// Files holds the pages and the catalogues.
//
//go:embed *.html locales/*.json
var Files embed.FS
