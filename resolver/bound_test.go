//go:build unix

package resolver_test

import (
	"strings"
	"testing"
	"time"

	"lendlink/internal/linear"
	"lendlink/resolver"
)

// Trimming a value can expose another affix to trim. None of these
// links, each as long as a query may be, may hold the processor for long.
func TestHostileLinksAreResolvedSoon(t *testing.T) {
	const length = 15 << 10
	lib := tipasa()
	for _, tc := range []struct{ name, before, repeated, after string }{
		{"marks that end a title", "btitle=A", ". , ", ""},
		{"open brackets before them", "btitle=A" + strings.Repeat("[", 7000) + "]", ". , ", ""},
		{"designations", "title=a", "[text ", strings.Repeat("]", 2500)},
		{"tags in tags", "btitle=A ", "<i", strings.Repeat(" >", 2500)},
		{"strokes", "btitle=A", " / a", ""},
		{"braces", "btitle=", "{a} ", ""},
		{"dates in brackets", "title=A&date=", "x[i.e.", ""},
		{"units of pages", "title=A&pages=1-2", "%E9%A1%B5", ""},
		{"labels of pages", "title=A&pages=", "%E7%AC%AC ", "1"},
		{"units of volumes", "title=A&volume=1", "%E5%8D%B7", ""},
		{"names", "title=A&au=", "Lee, Bo;", ""},
		{"names in Greek", "title=A&au=", "%CE%91, %CE%92;", ""},
		{"names with commas", "title=A&au=", "Bo Lee, ", ""},
		{"relators", "title=A&au=Lee, Bo", " ed.", ""},
		{"degrees", "title=A&aulast=Lee&aufirst=Bo", " PhD", ""},
		{"titles of persons", "title=A&au=", "Dr. ", "Bo Lee"},
		{"commas of another script", "title=A&au=", "%D8%8C ", "(abc)"},
		{"numbers of books", "title=A&isbn=", "978 ", ""},
		{"DOIs", "title=A&doi=", "10.1", ""},
		{"private tags", "title=A&pid=", "<author>", ""},
	} {
		link := tc.before + strings.Repeat(tc.repeated, max(1, (length-len(tc.before)-len(tc.after))/len(tc.repeated))) + tc.after
		if took := linear.ProcessorTime(t, func() { resolver.Resolve(lib, link, year) }); took > time.Second {
			t.Errorf("%s: %v", tc.name, took)
		}
	}
}
