package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// sendForm sends the form of a page with some of its fields changed, and returns where
// the patron is sent.
func sendForm(t *testing.T, s http.Handler, path string, changes url.Values) string {
	t.Helper()
	form := filled(page(t, s, path))
	for name, values := range changes {
		form[name] = values
	}
	r := httptest.NewRequest(http.MethodPost, "/demo/request", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	location, _ := url.QueryUnescape(w.Header().Get("Location"))
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return location
}

// Staff learn which fields the patron typed or changed, not what was there before, and
// find the record again.
func TestChangedFieldsAreNamed(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Form = requestform.Form{Service: requestform.Tipasa, URL: requestform.Tipasa.Example()}
		l.FormsFor = []library.FormFor{{
			Types: []citation.Type{citation.Article}, Form: requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example()},
		}}
		l.RecordURL = "https://search.example.edu/permalink/01X/abc/alma{mms_id}"
	})
	const link = "/demo/confirm?genre=bookitem&btitle=Harbours&atitle=Tugs&pages=3-9&au=Ruiz,+Ana&date=2019&rft.mms_id=991234567&sid=Shelf"
	const from = "via lendlink; record https://search.example.edu/permalink/01X/abc/alma991234567"
	for _, c := range []struct {
		reason, page string
		changes      url.Values
		begins, ends string
	}{
		{"nothing", link, nil, requestform.Tipasa.Example(), from},
		{"a field", link, url.Values{"page": {"3-19"}}, requestform.Tipasa.Example(), from + "; changed by patron: pages"},
		{"two, one emptied", link, url.Values{"page": {"4-9"}, "author": {""}}, requestform.Tipasa.Example(), from + "; changed by patron: author, pages"},
		{"other spaces are not a change", link, url.Values{"title": {" Tugs "}}, requestform.Tipasa.Example(), from},
		{"another type goes to its own form", link, url.Values{"type": {"article-journal"}, "mode": {"confirm"}, "was": {"article-journal"}},
			requestform.ILLiad.Example(), from + "; changed by patron: type"},
		{"no date", link, url.Values{"issued": {"in press"}}, requestform.Tipasa.Example(), from + "; changed by patron: date: in press"},
		{"the blank form without a date", "/demo/", url.Values{"title": {"Dune"}, "author": {"Herbert"}, "issued": {"(n.d.)"}},
			requestform.Tipasa.Example(), "lendlink; typed by the patron; (n.d.)"},
		{"an article in press is not asked for its date again", "/demo/", url.Values{"type": {"article-journal"}, "title": {"Tugs"},
			"container-title": {"Harbours"}, "issued": {"im Druck"}}, requestform.ILLiad.Example(), "typed by the patron; im Druck"},
		{"the blank form", "/demo/", url.Values{"title": {"Dune"}, "author": {"Herbert"}}, requestform.Tipasa.Example(), "lendlink; typed by the patron"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			got := sendForm(t, s, c.page, c.changes)
			if !strings.HasPrefix(got, c.begins) || !strings.HasSuffix(got, c.ends) {
				t.Errorf("leads to %s\nwant %s…%s", got, c.begins, c.ends)
			}
		})
	}
}
