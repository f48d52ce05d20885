package lookup_test

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
)

// complete is a link that lacks nothing.
const complete = "url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article" +
	"&rft.atitle=Deep+residual+learning&rft.jtitle=Journal+of+Tests&rft.aulast=He&rft.aufirst=Kaiming&rft.date=2016" +
	"&rft.volume=12&rft.issue=3&rft.pages=770-778&rft.issn=0028-0836&rft_id=info%3Adoi%2F10.5555%2Fx"

// redirect resolves a link that is redirected, and returns the address.
func redirect(ctx context.Context, lib *library.Library, s *lookup.Service, link string) string {
	r := resolver.Resolve(lib, link, 2026)
	if s.Needed(&r.Citation, len(r.Missing) > 0 || r.Confidence == resolver.Low, false) {
		s.Fill(ctx, r.Citation, r.Confidence == resolver.Low, false)
	}
	return r.Location
}

func TestRedirectWithoutALookupSendsNoRequest(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"crossref": says(crossrefWork)})
	s, lib := services.lookup(t), library.Demo().Libraries[0]
	if got, want := redirect(t.Context(), lib, s, complete), redirect(t.Context(), lib, nil, complete); got != want || got == "" {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := services.queried(); n != 0 {
		t.Errorf("%d requests", n)
	}
	redirect(t.Context(), lib, s, "rft_id=info%3Adoi%2F10.5555%2Fx")
	if services.queried() == 0 {
		t.Error("a bare DOI was not asked about")
	}
}

// BenchmarkRedirect shows what lookups cost a redirect that needs none, while
// other patrons wait for sources that work, fail or hang: nothing. Compare with
// "off".
func BenchmarkRedirect(b *testing.B) {
	lib := library.Demo().Libraries[0]
	for _, name := range []string{"off", "idle", "working", "failing", "hanging"} {
		b.Run(name, func(b *testing.B) {
			services := startServices(b, map[string]http.HandlerFunc{})
			services.remove = true
			answers := map[string]http.HandlerFunc{"working": says(crossrefWork), "failing": status(500), "hanging": services.hang}
			for _, word := range names {
				services.set(word, answers[name])
			}
			var s *lookup.Service
			if name != "off" {
				s = services.lookup(b, func(c *lookup.Config) { c.Budget = 800 * time.Millisecond })
			}
			others, leave := context.WithCancel(b.Context())
			var wg sync.WaitGroup
			if answers[name] != nil {
				for patron := range 8 { // each with a new question ten times a second
					wg.Go(func() {
						for i := 0; others.Err() == nil; i++ {
							link := byDOI
							link.DOI = fmt.Sprintf("10.5555/%d/%d", patron, i)
							s.Fill(others, link, true, false)
							time.Sleep(100 * time.Millisecond)
						}
					})
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if redirect(b.Context(), lib, s, complete) == "" {
					b.Fatal("no address")
				}
			}
			b.StopTimer()
			leave()
			wg.Wait()
		})
	}
}
