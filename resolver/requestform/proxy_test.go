package requestform_test

import (
	"net/url"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// A proxy that decodes its target loses all after the first "&" unless that is encoded;
// one that takes it as it is would be sent to an encoded address.
func TestProxyEncoding(t *testing.T) {
	for _, c := range []struct {
		reason, proxy string
		encoding      requestform.ProxyEncoding
		encoded       bool
	}{
		{"EZproxy's usual way", "https://proxy.example.edu/login?url=", "", false},
		{"EZproxy's way for encoded targets", "https://proxy.example.edu/login?qurl=", "", true},
		{"the same among others", "https://proxy.example.edu/login?auth=sso&qurl=", requestform.EncodeAuto, true},
		{"OpenAthens' redirector", "https://go.openathens.net/redirector/example.edu?url=", "", true},
		{"OpenAthens without its redirector", "https://login.openathens.net/go?url=", "", false},
		{"a redirector that is not OpenAthens'", "https://proxy.example.edu/redirector/go?url=", "", false},
		{"a proxy that decodes nevertheless", "https://proxy.example.edu/login?url=", requestform.EncodePercent, true},
		{"a proxy that does not", "https://proxy.example.edu/login?qurl=", requestform.EncodeNone, false},
		{"no proxy", "", requestform.EncodePercent, false},
	} {
		t.Run(c.reason, func(t *testing.T) {
			plain := requestform.Form{Service: requestform.Tipasa, URL: tipasa, MaxLength: 1 << 20}
			f := plain
			f.Proxy, f.Encoding = c.proxy, c.encoding
			if got := f.EncodesTarget(); got != c.encoded {
				t.Fatalf("the target is encoded: %t, want %t", got, c.encoded)
			}
			item := longItem()
			target := plain.Fill(item, requestform.Provenance{Source: "a & b"}).Location
			want := c.proxy + target
			if c.encoded {
				want = c.proxy + url.QueryEscape(target)
			}
			got := f.Fill(item, requestform.Provenance{Source: "a & b"})
			if got.Location != want {
				t.Errorf("sends to\n%s\nwant\n%s", got.Location, want)
			}
			if query := requestform.Query(got.Params); tipasa+query != target {
				t.Errorf("the form receives %q, want what is after the ? of %q", query, target)
			}
			size := len(f.Base()) - 1 // the first pair has no "&" before it
			if c.encoded {
				size = len(f.Base()) - len("%26")
			}
			for _, p := range got.Params {
				size += f.Size(p)
			}
			if size != len(want) {
				t.Errorf("the pairs take %d bytes of %d", size, len(want))
			}
			for length := 600; length < 4000; length += 137 {
				f.MaxLength = length
				if got := f.Fill(item, requestform.Provenance{Source: "a & b"}).Location; len(got) > length || len(got) < length*2/3 && len(got) < len(want)/2 {
					t.Errorf("%d bytes where %d are allowed: %s", len(got), length, got)
				}
			}
		})
	}
}

// The practice form is our own page: no proxy is in front of it.
func TestPracticeFormHasNoProxy(t *testing.T) {
	f := requestform.Form{Service: requestform.PracticeForm, URL: "/demo/practice?", Proxy: "https://proxy.example.edu/login?qurl="}
	want := "/demo/practice?"
	if got := f.Fill(&citation.Citation{Type: citation.Book}, requestform.Provenance{}).Location; got[:len(want)] != want || f.Base() != want {
		t.Errorf("sends to %q after %q, want %q", got, f.Base(), want)
	}
}
