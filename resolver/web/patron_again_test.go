package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

func postRequest(t *testing.T, s http.Handler, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/demo/request", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// The page that a form leads back to has an address of its own, with the fields of the
// item in it and nothing else.
func TestPagesOfFormsHaveAddresses(t *testing.T) {
	s := fullServer(t, func(l *library.Library) { l.Languages = []string{"en", "de"} })
	for _, c := range []struct {
		reason, page string
		changes      url.Values
		want         string // on the page
	}{
		{"another language", wholeChapter, url.Values{"speak": {"de"}, "page": {"211ff?"}}, `<html lang="de"`},
		{"what was typed", wholeChapter, url.Values{"speak": {"de"}, "page": {"211ff?"}}, `value="211ff?"`},
		{"another type", wholeChapter, url.Values{"step": {"type"}, "type": {"book"}}, `name="aside.title" value="Tugs"`},
		{"a chapter of a book", "/demo/confirm?genre=book&btitle=Harbours&isbn=9781786439154", url.Values{"step": {"chapter"}}, "What is the title?"},
		{"something missing", "/demo/", url.Values{"type": {"article-journal"}, "title": {"Tugs"}}, "Which book or journal is it in?"},
		{"an error in another language", wholeChapter, url.Values{"speak": {"de"}, "ISBN": {"12"}, "wrong": {"ISBN"}}, `id="error-ISBN"`},
	} {
		t.Run(c.reason, func(t *testing.T) {
			form := filled(page(t, s, c.page))
			for name, values := range c.changes {
				form[name] = values
			}
			form["user"], form["x"] = []string{patronSecret}, []string{patronSecret}
			w := postRequest(t, s, form)
			to := w.Header().Get("Location")
			if w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/demo/request?") {
				t.Fatalf("%d to %q", w.Code, to)
			}
			if strings.Contains(to, patronSecret) {
				t.Errorf("the address holds more than the item: %s", to)
			}
			again := get(t, s, to)
			if again.Code != http.StatusOK || !strings.Contains(again.Body.String(), c.want) {
				t.Errorf("%s\n%d, lacks %s", to, again.Code, c.want)
			}
			if changed := filled(page(t, s, to)).Get("shown"); changed != form.Get("shown") {
				t.Error("what the patron changed is forgotten")
			}
		})
	}
}

// A text that was pasted stands in no address: the answer is the page itself.
func TestPastedTextIsInNoAddress(t *testing.T) {
	s := fullServer(t, func(l *library.Library) { l.Languages = []string{"en", "de"} })
	w := postRequest(t, s, url.Values{"speak": {"de"}, "paste": {"my diary"}, "mode": {"blank"}, "title": {"Tugs"}})
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "my diary</textarea>") {
		t.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	if body := get(t, s, "/demo/request?title=Tugs&paste=my+diary").Body.String(); strings.Contains(body, "diary") {
		t.Error("an address fills in the paste box")
	}
	long := strings.Repeat("ab ", 3000)
	w = postRequest(t, s, url.Values{"speak": {"de"}, "mode": {"blank"}, "title": {long}, "publisher": {long}, "edition": {long}})
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `<html lang="de"`) {
		t.Errorf("what fits in no address: %d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestRequestWithoutItemIsTheBlankForm(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	for _, path := range []string{"/demo/request", "/demo/request?lang=de&x=1", "/request"} {
		if w := get(t, s, path); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/demo/" {
			t.Errorf("%s: %d to %q", path, w.Code, w.Header().Get("Location"))
		}
	}
	if w := get(t, s, "/demo/request?title=%zz"); w.Code != http.StatusBadRequest {
		t.Errorf("what cannot be read: %d", w.Code)
	}
}

// Where a value came from is said in every language, as long as it is what came from there.
func TestCreditsStay(t *testing.T) {
	l := fullLibrary()
	l.Languages, l.Confirm = []string{"en", "de"}, library.ConfirmAlways
	s := newLookingUp(t, startServices(t, says(articleAtCrossref)), 5*time.Second, l)
	const link = "/demo/confirm?id=doi:10.5555/tug"
	form := filled(page(t, s, link))
	if form.Get("from.volume") != "Crossref" {
		t.Fatalf("the form has %v", form)
	}
	form.Set("speak", "de")
	form.Set("issue", "33")
	form.Set("from.page", "Anybody")
	form = filled(page(t, s, postRequest(t, s, form).Header().Get("Location")))
	got := [...]string{form.Get("from.volume"), form.Get("from.issue"), form.Get("from.page")}
	if got != [...]string{"Crossref", "", ""} {
		t.Errorf("volume, issue and pages are credited to %q", got)
	}
}
