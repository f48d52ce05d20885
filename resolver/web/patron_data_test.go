package web_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

// patronSecret must appear in no answer.
const patronSecret = "jdoe4711"

// patronLinks are links with something about the patron in every place where sources
// were seen, or are able, to put it. How a key may be spelled is tested with the
// parser.
var patronLinks = []string{
	"&req_id=" + patronSecret, "& req_id =" + patronSecret, "&req_id%3D" + patronSecret, "&%2572eq_id=" + patronSecret,
	"&%EF%BB%BFuser_ip=" + patronSecret, "&user_ip:" + patronSecret, "%26user%3D" + patronSecret, "&rft.email=" + patronSecret,
	"&uid=" + patronSecret, "&netid=" + patronSecret, "&login=" + patronSecret, "&my_own_key=" + patronSecret, "&x:y=" + patronSecret + "%E9",
	"&sid=ex:db?user=" + patronSecret, "&rfr_id=info:sid/ex:db;jsessionid=" + patronSecret, "&rfr_id=" + patronSecret + "%2540example.edu",
	"&sid=" + patronSecret + "%EF%BC%A0example.edu", "&id=info:sid/" + patronSecret + "@example.edu",
	"&url_ctx_ref=https://example.edu/?ticket=" + patronSecret, "&pid=%3Cfssessid%3E" + patronSecret + "%3C/fssessid%3E",
	"&rft_id=https://example.edu/a?sessionid=" + patronSecret,
}

// TestPatronDataIsNowhere: what a link holds about the patron is on no page, in no
// address, and neither in the log nor in the metrics.
func TestPatronDataIsNowhere(t *testing.T) {
	var log bytes.Buffer
	s := newLogging(t, func() *library.Settings { set := twoLibraries(); set.LogLinks = true; return set }, &log)
	for _, added := range patronLinks {
		link := "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank" + added
		for _, route := range attackedRoutes {
			for _, r := range []*http.Request{linked(route, link), posted(route, link)} {
				w := httptest.NewRecorder()
				s.ServeHTTP(w, r)
				for name := range w.Header() {
					if strings.Contains(w.Header().Get(name), patronSecret) {
						t.Errorf("%s %s: %s: header %s has it: %s", r.Method, route, added, name, w.Header().Get(name))
					}
				}
				if i := strings.Index(w.Body.String(), patronSecret); i >= 0 {
					t.Errorf("%s %s: %s: the answer has it: %.200s", r.Method, route, added, w.Body.String()[max(0, i-80):])
				}
			}
		}
		if strings.Contains(log.String(), patronSecret) {
			t.Errorf("%s: the log has it: %s", added, log.String())
		}
		log.Reset()
	}
	if strings.Contains(get(t, s.Admin(), "/metrics").Body.String(), patronSecret) {
		t.Error("the metrics have it")
	}
}

// TestLanguageLinksHoldNoPatron: links to other languages repeat of the page's address what
// it needs, and nothing about the patron, on pages of errors too.
func TestLanguageLinksHoldNoPatron(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Languages = library.Languages
		l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3)}
	})
	for _, tt := range []struct{ path, kept string }{
		{"/demo/practice?title=Foo", "title=Foo"},
		{"/demo/practice?as=illiad&LoanTitle=Foo", "as=illiad&amp;LoanTitle=Foo"},
		{"/demo/nope?title=Foo", "title=Foo"},
		{"/nolib/openurl?title=Foo", "title=Foo"},
		{"/demo/openurl?title=Foo&embedded=primo", "title=Foo&amp;embedded=primo"},
		{"/demo/request?type=chapter&container-title=Foo", "type=chapter&amp;container-title=Foo"},
		{"/demo/request?item=title%3DFoo&unread=1&item=title%3DBar", "item=title%3DFoo&amp;unread=1&amp;item=title%3DBar"},
	} {
		body := get(t, s, tt.path+"&patron_id="+patronSecret+"&email="+patronSecret+"@example.edu&x="+patronSecret).Body.String()
		if !strings.Contains(body, "?lang=es&amp;"+tt.kept) || strings.Contains(body, patronSecret) {
			t.Errorf("%s: %s", tt.path, body[strings.Index(body, "<nav class=\"language-links"):][:900])
		}
	}
}

// TestPostedSourceIsCleaned: the form's own field for the source is a way in as well.
func TestPostedSourceIsCleaned(t *testing.T) {
	var log bytes.Buffer
	s := newLogging(t, twoLibraries, &log)
	for _, source := range []string{"ex:db?user=" + patronSecret, patronSecret + "@example.edu", patronSecret + "＠example.edu", "ex:db;x=" + patronSecret} {
		for _, more := range []string{"", "&step=type", "&step=read&paste=10.5555/x"} {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, posted("/request", "type=book&was=book&mode=confirm&title=Dune&author=Herbert&source="+url.QueryEscape(source)+more))
			for where, text := range map[string]string{"address": w.Header().Get("Location"), "page": w.Body.String(), "log": log.String()} {
				if strings.Contains(text, patronSecret) {
					t.Errorf("%s%s: the %s has it: %s", source, more, where, text)
				}
			}
			log.Reset()
		}
	}
}

// TestLoggedLinksHoldNoPatron: with log_links, values under the item's own keys that look
// as if they were about a person are left out too; most are gone before, when it is read.
func TestLoggedLinksHoldNoPatron(t *testing.T) {
	var log bytes.Buffer
	s := newLogging(t, func() *library.Settings { set := twoLibraries(); set.LogLinks = true; return set }, &log)
	for _, tt := range []struct{ name, pair, kept string }{
		{"an address of e-mail", "rft_id=mailto:" + patronSecret + "@example.edu", `&rft_id="`},
		{"an address in an imprint", "rft.pub=Press+" + patronSecret + "%40example.edu", `&rft.pub=Press"`},
		{"a wide sign", "rft.pub=" + patronSecret + "%EF%BC%A0example.edu", `&rft.pub="`},
		{"a tag that is not known", "rfe_dat=%3Cuser%3E" + patronSecret + "%3C/user%3E", `&rfe_dat="`},
		{"the same in pid", "pid=%3Cborrower%3E" + patronSecret + "%3C/borrower%3E", `&pid="`},
		{"a page's parameters", "rft_id=https://example.edu/x?a=" + patronSecret, "rft_id=…"},
		{"a home page", "rft_id=https://example.edu/~" + patronSecret, "rft_id=…"},
		{"private data without tags", "pid=" + patronSecret, "pid=…"},
		{"the same in rfe_dat", "rfe_dat=" + patronSecret, "rfe_dat=…"},
		{"the same in rft_dat", "rft_dat=%7B%22id%22:%22" + patronSecret + "%22%7D", "rft_dat=…"},
		{"a telephone's address", "rft_id=tel:" + patronSecret, `&rft_id="`},
		{"a login in the place of an identifier", "rft_id=user:" + patronSecret, `&rft_id="`},
		{"a note", "notes=for+" + patronSecret, "notes=…"},
		{"a description", "rft.description=for+" + patronSecret, "rft.description=…"},
		{"the number of a link", "ctx_id=" + patronSecret, "ctx_id=…"},
		{"a number of OCLC", "rfe_dat=ocm00000123", "rfe_dat=ocm00000123"},
		{"a title", "rft.title=Dune%20II", "rft.title=Dune%20II"},
		{"an OCLC number", "rfe_dat=%3Caccessionnumber%3E1%3C/accessionnumber%3E", "rfe_dat=%3Caccessionnumber%3E1%3C/accessionnumber%3E"},
		{"a DOI's address", "rft_id=https://doi.org/10.5555/x", "rft_id=https://doi.org/10.5555/x"},
	} {
		s.ServeHTTP(httptest.NewRecorder(), linked("/openurl", "rft.btitle=Dune&"+tt.pair))
		if line := log.String(); strings.Contains(line, patronSecret) || !strings.Contains(line, "rft.btitle=Dune") || !strings.Contains(line, tt.kept) {
			t.Errorf("%s: logged as %s", tt.name, line)
		}
		log.Reset()
	}
}

// TestLookupsHoldNoPatron: nothing about the patron is asked of a service.
func TestLookupsHoldNoPatron(t *testing.T) {
	services := startServices(t, says(articleAtCrossref))
	s := newLookingUp(t, services, 5*time.Second)
	for _, added := range append([]string{"?user=" + patronSecret, ";jsessionid=" + patronSecret, "%26req_id%3D" + patronSecret}, patronLinks...) {
		s.ServeHTTP(httptest.NewRecorder(), linked("/openurl", "rft_id=info:doi/10.5555/tug"+added))
	}
	queried := services.paths()
	if len(queried) == 0 || strings.Contains(strings.Join(queried, " "), patronSecret) {
		t.Errorf("asked for %q", queried)
	}
}
