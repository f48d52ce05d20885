package web_test

import (
	"html"
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

// A pasted text is in no address: the answer is the page itself.
func TestNoAddressHoldsPastedText(t *testing.T) {
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

func TestRequestWithoutItemShowsTheBlankForm(t *testing.T) {
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

// A library that takes no requests shows what a form held in every language, with all of it
// in the address, and lets it be copied; so does one that takes requests while it is closed.
func TestClosedPagesKeepTheItem(t *testing.T) {
	form := url.Values{"mode": {"blank"}, "type": {"article-journal"}, "was": {"document"}, "title": {"Tugs"}, "author": {"Ruiz, Ana"},
		"container-title": {"Harbour Law"}, "issued": {"2019"}, "volume": {"3"}, "source": {"primo"}, "lang": {"en"}}
	for _, accept := range []bool{true, false} {
		s := fullServer(t, func(l *library.Library) {
			l.Languages = []string{"en", "de"}
			l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3), Accept: accept}
		})
		for _, path := range []string{"/demo/openurl?genre=article&atitle=Tugs&sid=primo", "/demo/confirm?genre=article&atitle=Tugs&sid=primo",
			"/demo/confirm?title=Tugs", "/demo/request?mode=confirm&title=Tugs&source=primo"} {
			body := get(t, s, path).Body.String()
			if !strings.Contains(body, `data-copy="plain"`) || !strings.Contains(body, "Tugs") {
				t.Errorf("accept %t: on %s nothing can be copied", accept, path)
			}
			if strings.Contains(body, "source=%E2%80%A6") {
				t.Errorf("accept %t: the languages of %s lose the source", accept, path)
			}
		}
		if accept {
			continue
		}
		w := postRequest(t, s, form)
		if w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), `data-copy="plain"`) {
			t.Errorf("%d, nothing can be copied", w.Code)
		}
		if body := postRequest(t, s, url.Values{"mode": {"blank"}, "paste": {"hello where is my book"}}).Body.String(); !strings.Contains(body, "is my book</textarea>") {
			t.Error("what was pasted and not read is lost")
		}
		to := attribute(t, w.Body.String(), "href", `hreflang="de"`)
		body := get(t, s, to).Body.String()
		for _, want := range []string{`<html lang="de"`, "Tugs", "Harbour Law", `data-copy="plain"`, "source=primo"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s", to, want)
			}
		}
	}
}

// attribute returns the value of an attribute of the element that has a mark.
func attribute(t *testing.T, page, name, mark string) string {
	t.Helper()
	before, _, found := strings.Cut(page, mark)
	i := strings.LastIndex(before, name+`="`)
	if !found || i < 0 {
		t.Fatalf("no %s with %s", name, mark)
	}
	value, _, _ := strings.Cut(before[i+len(name)+2:], `"`)
	return html.UnescapeString(value)
}

// Where a value came from is said in every language, as long as it is what came from there.
func TestSourcesOfValuesStay(t *testing.T) {
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
