// Package browsertest_test tries the script for Primo in a browser, on pages that were
// written after what public customisations show of Primo's own: classic Primo with real
// AngularJS, the new interface in plain JavaScript. Nothing here has seen a real Primo.
package browsertest_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
	"lendlink/resolver/web"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/primo"
	"lendlink/static"
	"lendlink/templates"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// loan is a loan as Primo's own server describes it, as far as the scripts look.
type loan struct {
	ID           string `json:"loanid"`
	Record       string `json:"mmsid"`
	Barcode      string `json:"itembarcode"`
	Title        string `json:"title"`
	Author       string `json:"author"`
	Due          string `json:"duedate"`
	Library      string `json:"mainlocationcode"`
	LibraryName  string `json:"mainlocationname"`
	Location     string `json:"secondarylocationcode"`
	LocationName string `json:"secondarylocationname"`
}

// own is a loan of the library's own, ill one that it borrowed; due on a day of December.
func own(title string, day int) loan {
	return loan{
		ID: "own-" + title + strconv.Itoa(day), Record: "99", Barcode: "39000", Title: title, Author: "Own, Ada", Due: fmt.Sprintf("202612%02d", day),
		Library: "MAIN", LibraryName: "Main Library", Location: "STACKS", LocationName: "Stacks",
	}
}

func ill(title string, day int) loan {
	l := own(title, day)
	l.ID, l.Barcode, l.Author = "ill-"+title+strconv.Itoa(day), "2171"+strconv.Itoa(day), "Lent, Eva"
	l.Library, l.LibraryName, l.Location, l.LocationName = "RES_SHARE", "Resource Sharing Library", "OUT_RS_REQ", "Borrowing Resource Sharing Requests"
	return l
}

// site is Primo on one origin and Lendlink on another.
type site struct {
	primo, lendlink string
	library         *library.Library
	angular         string // the file of AngularJS

	mu              sync.Mutex
	active, history []loan
	guest           bool
	custom          string // the view's own script, before ours
	csp             string // Primo's Content-Security-Policy
	services        []service
	requests        []string // what Lendlink was asked
	slow            chan struct{}
}

type service struct {
	Name string `json:"name"`
	URL  string `json:"serviceUrl"`
}

// set changes the site while it is served.
func (s *site) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

// lendlinkRequests returns the paths that Lendlink was asked for.
func (s *site) lendlinkRequests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.requests...)
}

// newSite serves a site whose library has these settings under primo, besides the origins.
func newSite(t *testing.T, settings string) *site {
	t.Helper()
	s := &site{angular: browsertest.Module(t, "angular/angular.min.js")}
	front := httptest.NewServer(http.HandlerFunc(s.servePrimo))
	t.Cleanup(front.Close)
	s.primo = front.URL
	src := fmt.Sprintf("libraries:\n  - code: demo\n    name: Demo Library\n    languages: [en, es]\n"+
		"    form: {service: tipasa, url: \"https://12345.account.worldcat.org/profile/route/openurl?\"}\n"+
		"    primo: {origins: [%q], %s}\n", s.primo, settings)
	parsed, err := library.Parse("test.yaml", []byte(src), os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	app, err := web.New(web.Config{
		Settings: func() *library.Settings { return parsed }, Now: time.Now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	back := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests = append(s.requests, r.URL.Path)
		slow := s.slow
		s.mu.Unlock()
		if slow != nil && !strings.HasSuffix(r.URL.Path, ".js") {
			<-slow
		}
		app.ServeHTTP(w, r)
	}))
	t.Cleanup(back.Close)
	// Another site, not only another origin: what third-party rules hold for, holds here.
	s.lendlink = strings.Replace(back.URL, "127.0.0.1", "localhost", 1)
	s.library = parsed.Find("demo")
	s.csp = "default-src 'self'; img-src 'self' data:; connect-src 'self' " + s.lendlink + "; frame-src " + s.lendlink
	return s
}

func (s *site) servePrimo(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path := r.URL.Path
	switch {
	case strings.HasPrefix(path, "/classic/"):
		http.ServeFile(w, r, "testdata"+path)
	case strings.HasPrefix(path, "/nde-files/"):
		http.ServeFile(w, r, "testdata/nde/"+strings.TrimPrefix(path, "/nde-files/"))
	case path == "/angular.js":
		http.ServeFile(w, r, s.angular)
	case strings.HasSuffix(path, "/custom.js"):
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, s.custom)
	case strings.HasSuffix(path, "/myaccount/loans"):
		s.serveLoans(w, r)
	case path == "/primaws/rest/pub/services":
		writeJSON(w, s.services)
	case strings.HasPrefix(path, "/discovery/"):
		s.servePage(w, r, "testdata/classic/index.html")
	case strings.HasPrefix(path, "/nde-angular-files/"):
		http.ServeFile(w, r, "angular/dist/"+strings.TrimPrefix(path, "/nde-angular-files/"))
	case strings.HasPrefix(path, "/nde-angular/"):
		s.servePage(w, r, "angular/index.html")
	case strings.HasPrefix(path, "/nde/"):
		s.servePage(w, r, "testdata/nde/index.html")
	default:
		http.NotFound(w, r)
	}
}

func (s *site) servePage(w http.ResponseWriter, _ *http.Request, file string) {
	page, err := os.ReadFile(file)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", s.csp)
	_, _ = w.Write(page)
}

// serveLoans answers as Primo does: a page of a list, whether there are more, and 200
// with another status for a guest.
func (s *site) serveLoans(w http.ResponseWriter, r *http.Request) {
	if said := r.URL.Query().Get("say"); said != "" {
		_, _ = w.Write([]byte(said))
		return
	}
	if s.guest {
		writeJSON(w, map[string]any{"status": "failed"})
		return
	}
	q := r.URL.Query()
	list := s.active
	if q.Get("type") == "history" {
		list = s.history
	}
	offset, _ := strconv.Atoi(q.Get("offset"))
	bulk, _ := strconv.Atoi(q.Get("bulk"))
	from := min(max(offset-1, 0), len(list))
	to := min(from+bulk, len(list))
	more := []string{}
	if to < len(list) {
		more = append(more, "Y")
	}
	page := append([]loan{}, list[from:to]...)
	writeJSON(w, map[string]any{"status": "ok", "data": map[string]any{"loans": map[string]any{
		"loan": page, "showmore": more, "historicloans": "Y",
	}}})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

// pasted is the script as it is in a customization package.
func (s *site) pasted(t *testing.T) string {
	t.Helper()
	localizers, err := locale.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	text := func(language, key string) string { return localizers[language].T(key) }
	b, err := primo.Script(static.Files, s.library, text, s.lendlink+"/demo")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wait waits until an expression is true on the page.
func wait(t *testing.T, tab *browsertest.Tab, expression string) {
	t.Helper()
	done := browsertest.Eval[bool](tab, `new Promise((resolve) => {
		const end = Date.now() + 20000;
		const look = () => {
			let is; try { is = !!(`+expression+`); } catch { is = false; }
			is || Date.now() > end ? resolve(is) : setTimeout(look, 20);
		};
		look();
	})`)
	if !done {
		t.Fatalf("never true: %s", expression)
	}
}

// settle waits until nothing has changed on the page for a while.
func settle(tab *browsertest.Tab) {
	browsertest.Eval[bool](tab, `new Promise((resolve) => {
		let timer = setTimeout(() => resolve(true), 700);
		new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(() => resolve(true), 700); })
			.observe(document, { childList: true, subtree: true, characterData: true });
	})`)
}

// rowsWithNotes lists the rows of loans on the page: title and note.
func rowsWithNotes(tab *browsertest.Tab) []string {
	return browsertest.Eval[[]string](tab, `[...document.querySelectorAll("prm-loan, nde-loan")].map((row) =>
		row.querySelector("h3").innerText.trim() + [...row.querySelectorAll(".lendlink-note")].map((n) => " | " + n.innerText.trim().replace(/\s+/g, " ")).join(""))`)
}
