package resolver_test

import (
	"net/url"
	"testing"

	"lendlink/resolver"
)

// measured are links of the corpus of the usual kinds: Primo's own and Alma's
// templates, with many empty keys and with few.
var measured = []struct{ name, id string }{
	{"primo", "v038"}, {"primo-article", "v040"}, {"alma-local", "v013"}, {"alma-chapter", "v033"},
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
	queries := map[string]string{}
	for _, c := range corpus(b) {
		queries[c.ID] = c.Query
	}
	for _, m := range measured {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				do(queries[m.id])
			}
		})
	}
	b.Run("corpus", func(b *testing.B) { // each of its links in turn
		links := corpus(b)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			do(links[i%len(links)].Query)
		}
	})
}
