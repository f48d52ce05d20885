package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// fullServer returns a server for the fullLibrary library, changed.
func fullServer(t testing.TB, change func(*library.Library)) http.Handler {
	t.Helper()
	l := fullLibrary()
	change(l)
	return newServer(t, func() *library.Settings { return library.New(l) })
}

func TestLanguageIsChosen(t *testing.T) {
	s := fullServer(t, func(l *library.Library) { l.Languages = []string{"es", "en", "de"} })
	for _, tc := range []struct{ name, param, header, want string }{
		{"the library's first by default", "", "", "es"},
		{"Primo's two letters", "lang=de", "", "de"},
		{"Primo's three letters", "lang=eng", "", "en"},
		{"three letters of the other kind", "lang=ger", "", "de"},
		{"with a region", "lang=de_AT", "", "de"},
		{"one that the library does not have: the browser's", "lang=fr", "de", "de"},
		{"no language", "lang=%22%3E%3Cscript%3E", "", "es"},
		{"the browser's best that there is", "", "fr;q=0.9, en-GB;q=0.8, de;q=0.5", "en"},
		{"the parameter before the browser", "lang=en", "de", "en"},
		{"a header that cannot be read", "", ";;;q=x", "es"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/demo/confirm?genre=book&title=Dune&"+tc.param, nil)
			r.Header.Set("Accept-Language", tc.header)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if !strings.Contains(w.Body.String(), `<html lang="`+tc.want+`" dir="ltr">`) {
				t.Errorf("not in %q: %.80s", tc.want, w.Body)
			}
		})
	}
}

func TestSwitchKeepsTheLinkAsSent(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	body := get(t, s, "/demo/practice?title=100%&lang=es&aulast=%zz;x").Body.String()
	if want := `href="/demo/practice?lang=de&amp;title=100%&amp;aulast=%zz;x"`; !strings.Contains(body, want) {
		t.Errorf("no %s", want)
	}
}

func TestBrandReachesThePage(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Brand = library.Brand{Color: "#FFD700", Logo: "https://library.example.edu/logo.svg"}
	})
	w := get(t, s, "/demo/")
	if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "img-src 'self' https://library.example.edu;") {
		t.Errorf("the logo may not be shown: %s", csp)
	}
	for _, want := range []string{`href="/static/brand-ffd700.css"`, `src="https://library.example.edu/logo.svg"`} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %s", want)
		}
	}
	css := get(t, s, "/static/brand-ffd700.css")
	if css.Code != http.StatusOK || !strings.Contains(css.Body.String(), "--brand:#ffd700;--brand-ink:#000000") {
		t.Errorf("status %d: %s", css.Code, css.Body)
	}
	for _, path := range []string{"/static/brand-.css", "/static/brand-ffd70g.css", "/static/brand-ffd700", "/static/brand-ffd700.css/x"} {
		if w := get(t, s, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

func TestClosedDays(t *testing.T) {
	const whole = "genre=book&title=Dune&aulast=Herbert"
	closed := func(accept bool, confirm library.Confirm) http.Handler {
		return fullServer(t, func(l *library.Library) {
			l.Confirm = confirm
			l.Closed = &library.Closed{From: day(2026, 11, 1), Until: day(2026, 11, 30), Accept: accept}
		})
	}
	for _, tc := range []struct {
		name    string
		accept  bool
		confirm library.Confirm
		method  string
		status  int
	}{
		{"patrons read that their request will wait", true, library.ConfirmIncomplete, http.MethodGet, http.StatusOK},
		{"unless they never see a page", true, library.ConfirmNever, http.MethodGet, http.StatusFound},
		{"but not where nothing can be requested", false, library.ConfirmNever, http.MethodGet, http.StatusOK},
		{"a form can be sent", true, library.ConfirmIncomplete, http.MethodPost, http.StatusSeeOther},
		{"or cannot", false, library.ConfirmIncomplete, http.MethodPost, http.StatusForbidden},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/demo/openurl?"+whole, nil)
			if tc.method == http.MethodPost {
				r = httptest.NewRequest(http.MethodPost, "/demo/request", strings.NewReader("mode=confirm&was=book&type=book&title=Dune&author=Herbert"))
			}
			w := httptest.NewRecorder()
			closed(tc.accept, tc.confirm).ServeHTTP(w, r)
			if w.Code != tc.status {
				t.Errorf("status %d, want %d", w.Code, tc.status)
			}
		})
	}
	if body := get(t, closed(false, library.ConfirmIncomplete), "/demo/openurl?"+whole).Body.String(); !strings.Contains(body, "again from December 1, 2026") {
		t.Error("the page does not say when requests can be made again")
	}
	past := fullServer(t, func(l *library.Library) { l.Closed = &library.Closed{From: day(2026, 11, 1), Until: day(2026, 11, 22)} })
	if w := get(t, past, "/demo/openurl?"+whole); w.Code != http.StatusFound {
		t.Errorf("the day after: status %d", w.Code)
	}
}

func TestFirstPageOfOneLibraryIsItsForm(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Form = requestform.Form{Service: requestform.Tipasa, URL: "https://11111.account.worldcat.org/profile/route/openurl?"}
	})
	body := get(t, s, "/").Body.String()
	for _, want := range []string{"Paste a reference, DOI, ISBN or link", "Continue to the request form"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q", want)
		}
	}
}

// Whatever is typed, it is never our failure, and it leads nowhere but to the form, the
// confirmation page, and the page again: with what is missing, or the choice among several references.
func FuzzRequest(f *testing.F) {
	f.Add("book", "book", "Dune", "Herbert, Frank", "9780441172719", "", "2019", "confirm")
	f.Add("chapter", "x", "\x00\u202e<b>", "a\r\nb; c", "1", "https://doi.org/10.1000/x", "-1", "")
	s := newServer(f, twoLibraries)
	f.Fuzz(func(t *testing.T, kind, was, title, author, isbn, paste, issued, mode string) {
		form := url.Values{"type": {kind}, "was": {was}, "title": {title}, "author": {author}, "ISBN": {isbn}, "paste": {paste}, "issued": {issued}, "mode": {mode}}
		r := httptest.NewRequest(http.MethodPost, "/north/request", strings.NewReader(form.Encode()))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		switch location := w.Header().Get("Location"); {
		case w.Code >= 500:
			t.Fatalf("status %d", w.Code)
		case strings.HasPrefix(location, "/north/confirm?"): // what was pasted
		case strings.HasPrefix(location, "/north/request?"): // something is missing, or several were pasted
		case w.Code == http.StatusSeeOther && !strings.HasPrefix(location, "https://11111.account.worldcat.org/profile/route/openurl?"):
			t.Errorf("leads to %q", location)
		}
	})
}
