// Package static holds the stylesheet, pictures and scripts of the pages, as
// files in the binary. [lendlink/resolver/web] serves them under addresses that
// change with their content.
package static

import "embed"

// Files holds the assets.
//
//go:embed *.css *.js *.svg
var Files embed.FS
