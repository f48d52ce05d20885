package primo_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	for tags, want := range map[string]int{
		etag: 304, "W/" + etag: 304, `"older", ` + etag: 304, "*": 304, `"older"`: 200, strings.Trim(etag, `"`): 200,
	} {
		if again := get(one, tags); again.Code != want {
			t.Errorf("asked again with ETag %s: %d; want %d", tags, again.Code, want)
		}
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

func TestCheck(t *testing.T) {
	l := parse(t, `{origins: ["https://a.example"], loans: {note: One, libraries: [RES_SHARE, "Lending Desk"], locations: [AM1], request_number: true}}`).Primo.Loans
	tests := []struct {
		name, text string
		note       []bool
		reason     string
		number     string
	}{
		{"the code of the library", `{"loanid":"1","title":"A","mainlocationcode":"res_share ","itembarcode":"217"}`, []bool{true}, "mainlocationcode is RES_SHARE", "217"},
		{"its name", `{"loanid":"1","title":"A","mainlocationname":"lending desk"}`, []bool{true}, "mainlocationname is Lending Desk", ""},
		{"the code of the location", `{"loanid":"1","title":"A","secondarylocationcode":"AM1"}`, []bool{true}, "secondarylocationcode is AM1", ""},
		{"the name of the location", `{"loanid":"1","title":"A","secondarylocationname":"AM1"}`, []bool{true}, "secondarylocationname is AM1", ""},
		{"a part of its name", `{"loanid":"1","title":"A","secondarylocationname":"Main: Borrowing Resource Sharing Requests"}`, []bool{true}, "secondarylocationname contains Borrowing Resource Sharing Requests", ""},
		{"a part of the library's name", `{"loanid":"1","title":"A","mainlocationname":"Borrowing resource sharing requests"}`, []bool{true}, "mainlocationname contains Borrowing Resource Sharing Requests", ""},
		{"a part of a code is not one", `{"loanid":"1","title":"A","mainlocationcode":"RES_SHARE_2"}`, []bool{false}, "its library and location are none of those in the settings", ""},
		{"no title", `{"loanid":"1","title":" ","mainlocationcode":"RES_SHARE","itembarcode":"217"}`, []bool{false},
			"mainlocationcode is RES_SHARE, but it has no title by which its row on the page could be found", ""},
		{"the whole answer", `{"status":"ok","data":{"loans":{"loan":[{"loanid":"1","title":"A","mainlocationcode":"RES_SHARE"},{"loanid":"2","title":"B","renewstatuses":{}}]}}}`,
			[]bool{true, false}, "mainlocationcode is RES_SHARE", ""},
		{"a list", `[{"loanid":"1","title":"A"},null,3]`, []bool{false}, "its library and location are none of those in the settings", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := primo.Check(l, tt.text)
			if err != nil {
				t.Fatal(err)
			}
			var notes []bool
			for _, c := range got {
				notes = append(notes, c.Note)
			}
			if diff := cmp.Diff(tt.note, notes); diff != "" {
				t.Errorf("notes differ (-want +got):\n%s", diff)
			}
			if got[0].Reason != tt.reason || got[0].Number != tt.number {
				t.Errorf("reason %q, number %q; want %q, %q", got[0].Reason, got[0].Number, tt.reason, tt.number)
			}
		})
	}
	for text, want := range map[string]string{
		"": "nothing was pasted", "x": "it breaks off", "{}": "a loan has a loanid", "null": "a loan has a loanid", `"loanid"`: "a loan has a loanid",
		`{"data":{"loans":{"loan":[]}}}`: "a loan has a loanid", "{\n  \"Größe\" 3}": "not JSON from line 2, character 11 on", `{"loanid": "1"`: "it breaks off",
	} {
		if got, err := primo.Check(l, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Check(%q) = %v, %v; want the error %q", text, got, err, want)
		}
	}
}

func TestYAMLIsReadAsTheSame(t *testing.T) {
	everything := parse(t, `{origins: ["https://a.example", "http://localhost:1"], loans: {note: {en: "One: \"$${X}\" \\ #\n\nTwo", es: Uno}, libraries: [A, "B: c"], `+
		`request_number: true, renew: hide, title_link: keep}, link: {open: page, beside: Free, hide_sign_in: true}}`).Primo
	for name, want := range map[string]*library.Primo{"everything": everything, "suggested": primo.Suggested(), "no notes": {Origins: []string{"https://a.example"}}} {
		indented := strings.ReplaceAll(strings.TrimPrefix(primo.YAML(want), "primo:"), "\n", "\n    ")
		if diff := cmp.Diff(want, parse(t, strings.TrimRight(indented, " \n")).Primo); diff != "" {
			t.Errorf("%s: read back differs (-want +got):\n%s", name, diff)
		}
	}
}
