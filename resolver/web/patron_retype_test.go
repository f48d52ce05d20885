package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lendlink/resolver/library"
)

// sendRequest sends a form, and returns its page or where else it leads.
func sendRequest(t *testing.T, s http.Handler, form url.Values) (page *html.Node, location string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/demo/request", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	location = w.Header().Get("Location")
	if strings.HasPrefix(location, "/demo/request?") {
		w, location = get(t, s, location), ""
	}
	location, _ = url.QueryUnescape(location)
	page, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return page, location
}

const wholeChapter = "/demo/confirm?genre=bookitem&btitle=Harbours&atitle=Tugs&pages=3-9&au=Ruiz,+Ana&date=2019&isbn=9781786439154&doi=10.1000/1"

// Without a script too, a form with another type chosen sends the titles of that type.
func TestTypeMovesTitles(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	const article = "/demo/confirm?genre=article&jtitle=Tides&atitle=Tugs&volume=3&date=2019&issn=0306-3968&pmid=17"
	for _, c := range []struct {
		reason, page string
		changes      url.Values
		want, lack   string
	}{
		{"a chapter's book", wholeChapter, url.Values{"type": {"book"}}, "rft.btitle=Harbours&", "Tugs"},
		{"keeps the ISBN", wholeChapter, url.Values{"type": {"book"}}, "rft.isbn=9781786439154", "10.1000/1"},
		{"an article's journal", article, url.Values{"type": {"periodical"}}, "rft.jtitle=Tides", "Tugs"},
		{"is not known by the article's number", article, url.Values{"type": {"periodical"}}, "rft.issn=0306-3968", "pmid"},
		{"though the chapter's was corrected", wholeChapter, url.Values{"type": {"book"}, "title": {"Tugs, again"}}, "rft.btitle=Harbours&", "again"},
		{"as the patron corrected it", wholeChapter, url.Values{"type": {"book"}, "container-title": {"Harbours, revised"}}, "rft.btitle=Harbours, revised", "Tugs"},
		{"a script that has moved the titles", wholeChapter,
			url.Values{"type": {"book"}, "title": {"Harbours"}, "container-title": {""}, "aside.title": {"Tugs"}, "titles": {"book"}}, "rft.btitle=Harbours&", "Tugs"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			got := sendForm(t, s, c.page, c.changes)
			if !strings.Contains(got, c.want) || strings.Contains(got, c.lack) {
				t.Errorf("leads to %s\nwant %s and no %s", got, c.want, c.lack)
			}
		})
	}
}

// Titles typed into the blank form are those of the type chosen with them.
func TestTypedTitlesMove(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	form := filled(page(t, s, "/demo/"))
	for name, value := range map[string]string{
		"type": "chapter", "title": "Tugs", "container-title": "Harbours", "author": "Ruiz, Ana", "issued": "2019", "step": "type",
	} {
		form.Set(name, value)
	}
	again, _ := sendRequest(t, s, form)
	form = filled(again)
	form.Set("type", "book")
	if _, got := sendRequest(t, s, form); !strings.Contains(got, "rft.btitle=Harbours&") {
		t.Errorf("leads to %s", got)
	}
}

// Changing the type back restores everything.
func TestChangingTheTypeBackLosesNothing(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	form := filled(page(t, s, wholeChapter))
	_, want := sendRequest(t, s, form)
	for _, to := range []string{"book", "chapter", "book", "thesis", "chapter"} {
		form.Set("type", to)
		form.Set("step", "type")
		again, location := sendRequest(t, s, form)
		if location != "" {
			t.Fatalf("leads to %s", location)
		}
		form = filled(again)
	}
	if _, got := sendRequest(t, s, form); got != want {
		t.Errorf("leads to %s\nwant     %s", got, want)
	}
}

// A book's page offers to ask for a chapter of it: the book's title becomes the
// container, and the chapter is asked for.
func TestOnlyChapter(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	form := filled(page(t, s, "/demo/confirm?genre=book&btitle=Harbours&isbn=9781786439154"))
	form.Set("step", "chapter")
	again, _ := sendRequest(t, s, form)
	form = filled(again)
	if form.Get("type") != "chapter" || form.Get("title") != "" || form.Get("container-title") != "Harbours" {
		t.Errorf("the form has %v", form)
	}
	if !strings.Contains(text(again), "What is the title?") {
		t.Error("the page does not ask for the chapter")
	}
	form.Set("title", "Tugs")
	form.Set("page", "3-9")
	if _, got := sendRequest(t, s, form); !strings.Contains(got, "rft.genre=bookitem") || !strings.Contains(got, "rft.btitle=Harbours&") || !strings.Contains(got, "rft.atitle=Tugs") {
		t.Errorf("leads to %s", got)
	}
}

// Where nothing is known of what the item is, nothing is chosen.
func TestNothingIsPreselected(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	for _, path := range []string{"/demo/", "/demo/openurl?rft.title=Pilots+and+Tugs&rft_val_fmt=info:ofi/fmt:kev:mtx:dc"} {
		if got := filled(page(t, s, path)).Get("type"); got != "" {
			t.Errorf("%s has %q chosen", path, got)
		}
	}
}
