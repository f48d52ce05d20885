package resolver_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/reference"
)

// measured are cases of the usual kinds: Primo's own and Alma's templates, with many
// empty keys and with few.
var measured = []struct{ name, group, title string }{
	{"primo", "sources/primo-classic", "Given name with a trailing comma"},
	{"primo-article", "sources/primo-classic", "Unescaped ampersand inside the publisher's name"},
	{"alma-local", "sources/alma-ges-local", "Every attribute under its own key"},
	{"alma-chapter", "sources/alma-ges-cdi", "Genre=book although an atitle makes it a chapter"},
}

// BenchmarkResolve takes links all the way to Tipasa.
func BenchmarkResolve(b *testing.B) {
	lib := tipasa()
	eachMeasured(b, func(query string) { resolver.Resolve(lib, query, year) })
}

// BenchmarkParseAndEncode is what the standard library needs to read the same
// links and write twelve of their keys: the measure for BenchmarkResolve, in the
// same run.
func BenchmarkParseAndEncode(b *testing.B) {
	keys := []string{"rft.genre", "rft.atitle", "rft.btitle", "rft.aulast", "rft.aufirst", "rft.date", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.isbn", "rft_id"}
	eachMeasured(b, func(query string) {
		in, _ := url.ParseQuery(query)
		out := url.Values{}
		for _, k := range keys {
			out.Set(k, in.Get(k))
		}
		_ = out.Encode()
	})
}

func eachMeasured(b *testing.B, do func(query string)) {
	cases := sources(b)
	for _, m := range measured {
		i := slices.IndexFunc(cases, func(c readable.Case) bool { return c.Group == m.group && strings.HasPrefix(c.Name, m.title) })
		if i < 0 {
			b.Fatalf("no case %q in %s", m.title, m.group)
		}
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				do(cases[i].Link)
			}
		})
	}
	b.Run("corpus", func(b *testing.B) { // each of its links in turn
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			do(cases[i%len(cases)].Link)
		}
	})
}

// BenchmarkReadReference reads a pasted reference: the same item as a link would bring.
func BenchmarkReadReference(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		reference.Read("Ruiz, A. B., & Lindqvist, C. (2019). Tugs of the inner harbour: A labour history. Journal of Port Studies, 12(3), 145–167.", year)
	}
}
