package primo_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/primo"
	"lendlink/static"
	"lendlink/templates"
)

// texts returns the texts of the pages.
func texts(t *testing.T) primo.Texts {
	t.Helper()
	localizers, err := locale.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return func(language, key string) string { return localizers[language].T(key) }
}

// parse returns the library demo of settings, with these under primo.
func parse(t *testing.T, yaml string) *library.Library {
	t.Helper()
	src := "libraries:\n  - code: demo\n    name: Demo\n    languages: [en, es]\n    form: {service: practice}\n    primo: " + yaml + "\n"
	settings, err := library.Parse("test.yaml", []byte(src), os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	return settings.Find("demo")
}

func script(t *testing.T, l *library.Library, base string) string {
	t.Helper()
	b, err := primo.Script(static.Files, l, texts(t), base)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestScriptIsSmall(t *testing.T) {
	const limit = 12_000
	settings, err := library.Parse("example.yaml", library.Example, os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	if size := len(script(t, settings.Find("demo"), "https://ill.example.edu/demo")); size >= limit {
		t.Errorf("the script has %d bytes with the settings of the example, want less than %d", size, limit)
	}
}

func TestScriptHoldsTextsSafely(t *testing.T) {
	got := script(t, parse(t, `{origins: ["https://a.example"], loans: {note: "</script><!-- \\ `+"`"+` ' $1 \u2028 [x](https://a.example/</script>)"}}`), "")
	for _, unsafe := range []string{"</script", "<!--", "\u2028", "LENDLINK_"} {
		if strings.Contains(got, unsafe) {
			t.Errorf("the script has %q in it", unsafe)
		}
	}
}

func TestServe(t *testing.T) {
	scripts := primo.NewScripts(static.Files, texts(t))
	get := func(l *library.Library, etag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/demo/primo.js", nil)
		r.Header.Set("If-None-Match", etag)
		w := httptest.NewRecorder()
		if err := scripts.Serve(w, r, l); err != nil {
			t.Fatal(err)
		}
		return w
	}
	one := parse(t, `{origins: ["https://a.example"], loans: {note: One}}`)
	first := get(one, "")
	for name, want := range map[string]string{
		"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=300",
	} {
		if got := first.Header().Get(name); got != want {
			t.Errorf("%s is %q; want %q", name, got, want)
		}
	}
	etag := first.Header().Get("ETag")
	if again := get(one, etag); etag == "" || again.Code != http.StatusNotModified {
		t.Errorf("asked again with ETag %q: %d; want 304", etag, again.Code)
	}
	changed := get(parse(t, `{origins: ["https://a.example"], loans: {note: Two}}`), etag)
	if changed.Code != http.StatusOK || !bytes.Contains(changed.Body.Bytes(), []byte(`"Two"`)) {
		t.Errorf("after a change of the settings: %d; want the new script", changed.Code)
	}
}

func TestAllowOrigin(t *testing.T) {
	own := parse(t, `{origins: ["https://a.example", "http://localhost:8003"]}`)
	none := &library.Library{Code: "demo"}
	tests := []struct {
		name, origin string
		library      *library.Library
		want         string
	}{
		{"its own", "https://a.example", own, "https://a.example"},
		{"for trials", "http://localhost:8003", own, "http://localhost:8003"},
		{"none", "", own, ""},
		{"one in a frame without an origin", "null", own, ""},
		{"without a certificate", "http://a.example", own, ""},
		{"one that ends alike", "https://a.example.evil.example", own, ""},
		{"another port", "https://a.example:8443", own, ""},
		{"a library without settings", "https://a.example", none, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/demo/resolve", nil)
			r.Header.Set("Origin", tt.origin)
			h := http.Header{}
			primo.AllowOrigin(h, r, tt.library)
			if got := h.Get("Access-Control-Allow-Origin"); got != tt.want {
				t.Errorf("Access-Control-Allow-Origin is %q; want %q", got, tt.want)
			}
			if got := h.Get("Vary"); got != "Origin" {
				t.Errorf("Vary is %q; want Origin", got)
			}
		})
	}
}
