package web_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/library"
)

// primoLink is a link of usual length: 30 keys, half of them empty.
const primoLink = "ctx_ver=Z39.88-2004&ctx_enc=info:ofi/enc:UTF-8&url_ver=Z39.88-2004&url_ctx_fmt=infofi/fmt:kev:mtx:ctx" +
	"&ctx_tim=2026-11-23T12:00:00&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article" +
	"&rft.atitle=The%20tug%20and%20the%20tide:%20towage%20in%20narrow%20waters%20%2F&rft.jtitle=Journal%20of%20Harbour%20Studies" +
	"&rft.au=Ruiz,%20Aiko,%201971-%20author.&rft.aulast=Ruiz&rft.aufirst=Aiko&rft.auinit=&rft.aucorp=&rft.date=%5B2019%5D" +
	"&rft.volume=12&rft.issue=3&rft.part=&rft.quarter=&rft.spage=101&rft.epage=119&rft.pages=101-119&rft.issn=1476-4687&rft.eissn=" +
	"&rft.isbn=&rft.place=Rotterdam&rft.pub=Quay%20Press&rft.edition=&rft_id=info:doi/10.1000%2Fxyz.123&rft_id=info:oai/" +
	"&rft_dat=%3Calma%3E9912345%3C%2Falma%3E&rfr_id=info:sid%2Fprimo.exlibrisgroup.com-Alma&req_id=&svc_dat=viewit"

// The two benchmarks are read side by side: what everything between a
// link and its redirect costs, and what Echo alone costs.

func BenchmarkOpenURL(b *testing.B) {
	s := newServer(b, twoLibraries)
	benchmark(b, s, "/north/openurl?"+primoLink)
}

// BenchmarkOpenURLUncounted is BenchmarkOpenURL for a browser that fetches ahead, which no
// counter counts: the difference is what metrics and statistics cost.
// BenchmarkLink of package statistics has the statistics' own part.
func BenchmarkOpenURLUncounted(b *testing.B) {
	s := newServer(b, twoLibraries)
	r := httptest.NewRequest(http.MethodGet, "/north/openurl?"+primoLink, nil)
	r.Header.Set("Sec-Purpose", "prefetch")
	benchmarkRequest(b, s, r)
}

// BenchmarkOpenURLAmongMany is BenchmarkOpenURL where 2,000 libraries are served.
func BenchmarkOpenURLAmongMany(b *testing.B) {
	libraries := twoLibraries().Libraries
	for i := len(libraries); i < 2000; i++ {
		another := *libraries[0]
		another.Code = fmt.Sprintf("library-%d", i)
		libraries = append(libraries, &another)
	}
	s := newServer(b, func() *library.Settings { return library.New(libraries...) })
	benchmark(b, s, "/north/openurl?"+primoLink)
}

func BenchmarkBareEcho(b *testing.B) {
	e := echo.New()
	e.GET("/:library/openurl", func(c echo.Context) error {
		return c.Redirect(http.StatusFound, "https://11111.account.worldcat.org/profile/route/openurl?rft.genre=article")
	})
	benchmark(b, e, "/north/openurl?"+primoLink)
}

// discardWriter takes an answer and keeps nothing but the status.
type discardWriter struct {
	header http.Header
	status int
}

func (f *discardWriter) Header() http.Header         { return f.header }
func (f *discardWriter) Write(b []byte) (int, error) { return io.Discard.Write(b) }
func (f *discardWriter) WriteHeader(status int)      { f.status = status }

func benchmark(b *testing.B, h http.Handler, path string) {
	benchmarkRequest(b, h, httptest.NewRequest(http.MethodGet, path, nil))
}

func benchmarkRequest(b *testing.B, h http.Handler, r *http.Request) {
	w := &discardWriter{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		clear(w.header)
		h.ServeHTTP(w, r)
		if w.status != http.StatusFound {
			b.Fatalf("status %d", w.status)
		}
	}
}

// BenchmarkOpenURLWithLookup shows what lookups cost a redirect that needs none:
// nothing, even while other patrons wait for a service that hangs.
func BenchmarkOpenURLWithLookup(b *testing.B) {
	for _, name := range []string{"off", "on", "hanging"} {
		b.Run(name, func(b *testing.B) {
			var services *services
			services = startServices(b, func(w http.ResponseWriter, r *http.Request) { services.hang(w, r) })
			s := newServer(b, twoLibraries)
			if name != "off" {
				s = newLookingUp(b, services, 800*time.Millisecond)
			}
			var others sync.WaitGroup
			gone, leave := context.WithCancel(b.Context())
			if name == "hanging" {
				for patron := range 8 {
					others.Go(func() {
						for i := 0; gone.Err() == nil; i++ {
							path := fmt.Sprintf("/north/openurl?rft_id=info:doi/10.5555/%d/%d", patron, i)
							s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil).WithContext(gone))
							time.Sleep(100 * time.Millisecond)
						}
					})
				}
			}
			benchmark(b, s, "/north/openurl?"+primoLink)
			b.StopTimer()
			leave()
			others.Wait()
		})
	}
}
