package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

const primoOrigin = "https://univ.primo.exlibrisgroup.com"

// withPrimo is the demo library with a Primo of its own, which needs an author to send a book on.
func withPrimo() *library.Settings {
	l := library.Demo().Find("demo")
	l.Form = requestform.Form{Service: requestform.Tipasa, URL: "https://12345.account.worldcat.org/profile/route/openurl?", MaxLength: 2000}
	l.EmbedOrigins = []string{"https://library.example.edu"}
	l.Primo = &library.Primo{Origins: []string{primoOrigin}, Loans: &library.PrimoLoans{Libraries: []string{"RES_SHARE"}, Note: library.OneText("Borrowed")}}
	return library.New(l)
}

func TestResolveIsForThePrimoOfTheLibrary(t *testing.T) {
	s := newServer(t, withPrimo)
	tests := []struct {
		name, origin, query string
		status              int
		allowed, action     string
	}{
		{"something is missing", primoOrigin, "rft.genre=book&rft.btitle=Dune", 200, primoOrigin, "confirm"},
		{"nothing is missing", primoOrigin, "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank", 200, primoOrigin, "redirect"},
		{"nothing usable", primoOrigin, "rft.genre=book", 400, primoOrigin, ""},
		{"another site", "https://evil.example", "rft.genre=book&rft.btitle=Dune", 200, "", "confirm"},
		{"no site", "", "rft.genre=book&rft.btitle=Dune", 200, "", "confirm"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/demo/resolve?"+tt.query, nil)
			r.Header.Set("Origin", tt.origin)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			var answer map[string]any
			if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
				t.Fatal(err)
			}
			action, _ := answer["action"].(string)
			allowed := w.Header().Get("Access-Control-Allow-Origin")
			if w.Code != tt.status || action != tt.action || allowed != tt.allowed {
				t.Errorf("%d, action %q, for %q; want %d, %q, %q", w.Code, action, allowed, tt.status, tt.action, tt.allowed)
			}
			if vary := strings.Join(w.Header().Values("Vary"), ", "); !strings.Contains(vary, "Origin") {
				t.Errorf("Vary is %q", vary)
			}
			if w.Header().Get("Access-Control-Allow-Credentials") != "" || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v", w.Header())
			}
			for _, own := range []string{"warnings", "reason", "source", "from"} {
				if _, ok := answer[own]; ok {
					t.Errorf("the answer has %s, which is for staff", own)
				}
			}
		})
	}
}

func TestPageInPrimosFrame(t *testing.T) {
	s := newServer(t, withPrimo)
	const elsewhere, overPrimo = "frame-ancestors https://library.example.edu", "frame-ancestors 'self' " + primoOrigin
	ask := func(method, path, dest, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Header.Set("Sec-Fetch-Dest", dest)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	const link = "rft.genre=book&rft.btitle=Dune&embedded="
	again := ask(http.MethodPost, "/demo/request", "iframe", url.Values{
		"embedded": {"primo"}, "mode": {"confirm"}, "type": {"chapter"}, "title": {"Dune"}, "step": {"type"}, "was": {"book"},
	}.Encode())
	pages := []struct {
		name, path, dest, frames string
	}{
		{"in the frame", "/demo/confirm?" + link + "primo", "iframe", overPrimo},
		{"where browsers do not say", "/demo/confirm?" + link + "primo", "", overPrimo},
		{"in a window", "/demo/confirm?" + link + "primo", "document", elsewhere},
		{"without the key", "/demo/confirm?" + link, "iframe", elsewhere},
		{"another page", "/demo/?embedded=primo", "iframe", elsewhere},
		{"the same page for another type", again.Header().Get("Location"), "iframe", overPrimo},
		{"that page in a window", again.Header().Get("Location"), "document", elsewhere},
	}
	for _, tt := range pages {
		t.Run(tt.name, func(t *testing.T) {
			w := ask(http.MethodGet, tt.path, tt.dest, "")
			if got := w.Header().Get("Content-Security-Policy"); !strings.HasSuffix(got, tt.frames) {
				t.Errorf("the policy of %s is %q; want %q", tt.path, got, tt.frames)
			}
			embedded := tt.frames == overPrimo
			for part, want := range map[string]bool{`target="_top"`: embedded, `data-origins="` + primoOrigin + `"`: embedded, `class="site-header"`: !embedded} {
				if strings.Contains(w.Body.String(), part) != want {
					t.Errorf("the page has %s: %v", part, !want)
				}
			}
		})
	}
}

func TestSetupChecksLoans(t *testing.T) {
	s := newServer(t, withPrimo)
	for _, tt := range []struct{ loan, want string }{
		{`{"loanid":"1","title":"A <b>","mainlocationcode":"RES_SHARE"}`, "It gets the note:</strong> mainlocationcode is RES_SHARE."},
		{`{"loanid":"1","title":"A <b>","mainlocationcode":"MAIN"}`, "No note:</strong> its library and location are none of those in the settings."},
		{`{"loanid":`, "This cannot be read: it breaks off; copy the whole answer"},
		{`{}`, "This cannot be read: no loan in it"},
	} {
		if body := post(t, s, "/demo/setup/primo", url.Values{"loan": {tt.loan}}); !strings.Contains(body, tt.want) {
			t.Errorf("for %s the page lacks %q", tt.loan, tt.want)
		}
	}
	plain := newServer(t, demo)
	if body := get(t, plain, "/demo/setup/primo").Body.String(); !strings.Contains(body, "Settings to begin with") {
		t.Error("a library without settings for Primo reads none to begin with")
	}
	file := get(t, s, "/demo/setup/primo/custom.js").Body.String()
	if !strings.HasPrefix(file, "/* Lendlink for demo */\n;") || !strings.Contains(file, `"base":"http://example.com/demo"`) {
		t.Errorf("the file for a package begins with %.80s", file)
	}
	trial := get(t, s, "/demo/setup/primo/account").Header().Get("Content-Security-Policy")
	if !strings.Contains(trial, "connect-src 'self'; frame-src 'self'") {
		t.Errorf("the policy of the trial is %q", trial)
	}
}
