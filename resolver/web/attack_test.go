package web_test

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/web"
)

// attackedForm is the address of the form that every attack has to end at, if it
// leads anywhere.
const attackedForm = "https://11111.account.worldcat.org/profile/route/openurl?"

// itemFields are those about an item, in a link and in the form: with an
// attack in each of them, patrons are still sent on.
var itemFields = map[string][]string{
	"/openurl": {"rft.btitle", "rft.au", "rft.aulast", "rft.aufirst", "rft.pub", "rft.place", "rft.edition", "rft.series", "rft.tpages", "rft.aucorp"},
	"/request": {"title", "author", "publisher", "publisher-place", "collection-title", "edition", "volume", "source"},
}

// attackedFields are the keys of links and the names of the form.
var attackedFields = []string{
	"rft.btitle", "rft.atitle", "rft.jtitle", "rft.title", "rft.au", "rft.aulast", "rft.aufirst", "rft.aucorp", "rft.date",
	"rft.pub", "rft.place", "rft.edition", "rft.series", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.pages",
	"rft.isbn", "rft.issn", "rft.genre", "rft_val_fmt", "rft_id", "rfe_dat", "rfr_id", "sid", "pid", "id", "url_ctx_val", "req_id", "lang",
	"type", "title", "author", "container-title", "issued", "volume", "issue", "page", "edition", "publisher", "publisher-place",
	"collection-title", "ISBN", "ISSN", "DOI", "PMID", "OCLC", "source", "mode", "was", "step", "speak", "paste",
}

// attackedRoutes are those that read what is sent.
var attackedRoutes = []string{"/openurl", "/confirm", "/citation", "/inspect", "/inspect?format=json", "/practice", "/request"}

// The list may grow; emptying it must be noticed.
const (
	fewestAttacks  = 500 // lines
	fewestRequests = 5000
	fewestLedOn    = 500 // requests that an attack came with, and that went on to the form
)

// attackLine is a line of testdata/attacks/attacks.txt.
type attackLine struct {
	number       int
	kind, attack string
}

// attackLines returns the lines that hold an attack.
func attackLines(t *testing.T) (all []attackLine) {
	t.Helper()
	text, err := os.ReadFile("testdata/attacks/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(text), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			kind, attack, _ := strings.Cut(line, " ")
			all = append(all, attackLine{n + 1, kind, attack})
		}
	}
	return all
}

// TestAttacks runs every line of testdata/attacks/attacks.txt.
func TestAttacks(t *testing.T) {
	a := newAttacked(t)
	seen := map[attackLine]int{}
	lines := attackLines(t)
	for _, line := range lines {
		key := line
		key.number = 0
		if before := seen[key]; before > 0 {
			t.Errorf("line %d is line %d again", line.number, before)
		}
		seen[key] = line.number
		run := kinds[line.kind]
		if run == nil {
			t.Fatalf("attacks.txt:%d: do not know %q", line.number, line.kind)
		}
		a.line.Store(int64(line.number))
		run(a, a.written(line.attack))
	}
	if n := a.trapped.Load(); n > 0 {
		t.Errorf("%d addresses were fetched that an attack brought", n)
	}
	if n := a.queried.Load(); n == 0 {
		t.Error("no attack came as far as a lookup")
	}
	if len(lines) < fewestAttacks || a.sent < fewestRequests || a.ledOn < fewestLedOn {
		t.Errorf("only %d requests from %d lines, %d of which went on to the form", a.sent, len(lines), a.ledOn)
	}
	t.Logf("%d requests from %d lines, %d went on to the form", a.sent, len(lines), a.ledOn)
}

// kinds are the first words of lines, and what is done with the rest.
var kinds = map[string]func(a *attacked, attack string){
	"value": func(a *attacked, attack string) {
		for _, r := range everywhere(attack) {
			a.try(r)
		}
	},
	"target": func(a *attacked, attack string) {
		for _, method := range []string{http.MethodGet, http.MethodPost, "PROPFIND"} {
			a.try(bare(method, attack))
		}
	},
	"shut": func(a *attacked, attack string) {
		if w := a.try(bare(http.MethodGet, attack)); w.StatusCode < 400 {
			a.t.Errorf("attacks.txt:%d: status %d for what is shut", a.line.Load(), w.StatusCode)
		}
	},
	"patron": func(a *attacked, attack string) {
		link := "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank" + attack
		for _, route := range attackedRoutes {
			for _, r := range []*http.Request{linked(route, link), posted(route, link)} {
				if where := a.leak(r); where != "" {
					a.t.Errorf("attacks.txt:%d: %s %s: about the patron: %s", a.line.Load(), r.Method, route, where)
				}
			}
		}
	},
	"send": func(a *attacked, attack string) {
		name, value, _ := strings.Cut(attack, ": ")
		for _, route := range attackedRoutes {
			r := linked(route, "genre=book&title=Dune")
			r.Header.Set(name, value)
			if name == "Host" {
				r.Host = value
			}
			a.try(r)
		}
		r := posted("/request", "type=book&was=book&mode=confirm&title=Dune&author=Herbert")
		r.Header.Set(name, value)
		a.try(r)
	},
	"body": func(a *attacked, attack string) {
		mediaType, body, _ := strings.Cut(attack, " ")
		if strings.HasSuffix(mediaType, ";") { // a parameter follows
			more, rest, _ := strings.Cut(body, " ")
			mediaType, body = mediaType+" "+more, rest
		}
		for _, route := range attackedRoutes {
			r := posted(route, body)
			r.Header.Set("Content-Type", mediaType)
			a.try(r)
		}
	},
	"raw": func(a *attacked, attack string) {
		a.sent++
		if wrong := overTheWire(a.t, a.live.Listener.Addr(), attack); wrong != "" {
			a.t.Errorf("attacks.txt:%d: %s", a.line.Load(), wrong)
		}
	},
	"answer": func(a *attacked, attack string) {
		a.answer.Store(&attack)
		// A service that answers with nonsense is left alone for a while: each of
		// these answers has a server that has heard none.
		a.server = a.newServer()
		link := fmt.Sprintf("rft_id=info:doi/10.5555/line-%d", a.line.Load())
		for _, route := range attackedRoutes {
			a.try(linked(route, link))
		}
		a.try(posted("/request", fmt.Sprintf("step=read&paste=10.5555/line-%d", a.line.Load())))
		a.answer.Store(nil)
	},
}

// attacked is a server under attack, and what has come of it.
type attacked struct {
	t        *testing.T
	server   *web.Server
	live     *httptest.Server // the first server, on a socket
	trap     *httptest.Server // no request may arrive there
	services *httptest.Server // the server that lookups ask
	trapped  atomic.Int64
	queried  atomic.Int64           // questions to the services
	answer   atomic.Pointer[string] // of Crossref; nil when it does not know
	line     atomic.Int64
	sent     int
	ledOn    int
}

func newAttacked(t *testing.T) *attacked {
	a := &attacked{t: t}
	a.trap = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { a.trapped.Add(1) }))
	t.Cleanup(a.trap.Close)
	a.services = httptest.NewServer(http.HandlerFunc(a.serveLookup))
	t.Cleanup(a.services.Close)
	a.server = a.newServer()
	a.live = httptest.NewUnstartedServer(a.server)
	a.live.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	a.live.Start()
	t.Cleanup(a.live.Close)
	return a
}

func (a *attacked) newServer() *web.Server {
	a.t.Helper()
	config := lookup.Config{Settings: source.Settings{Budget: 5 * time.Second}}
	for _, name := range []string{"crossref", "datacite", "pubmed", "openlibrary", "googlebooks", "europepmc", "arxiv"} {
		config.Sources = append(config.Sources, source.Endpoint{Name: name, Address: a.services.URL + "/" + name})
	}
	config.Free.Contact = "ill@example.edu"
	for _, name := range []string{"unpaywall", "doab", "hathitrust"} {
		config.Free.Sources = append(config.Free.Sources, source.Endpoint{Name: name, Address: a.services.URL + "/" + name})
	}
	lookups, err := lookup.New(config)
	if err != nil {
		a.t.Fatal(err)
	}
	a.t.Cleanup(func() { lookups.Close() })
	settings := twoLibraries()
	settings.Libraries[0].CheckFirst = []library.CheckLink{{Label: library.OneText("Search"), URL: "https://search.example.edu/?q={title}&by={author}"}}
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return settings },
		Lookup:   func() *lookup.Service { return lookups },
		Now:      time.Now,
		Log:      slog.New(slog.DiscardHandler),
	})
	if err != nil {
		a.t.Fatal(err)
	}
	return s
}

// question is what a lookup may ask: a service's own path with one identifier, or with
// values that are escaped.
var question = regexp.MustCompile(`^/(?:crossref/works/10\.[^/?#]+|datacite/dois/10\.[^/?#]+|crossref/journals/\d{4}-\d{3}[\dX]` +
	`|crossref/works\?query\.bibliographic=[^/?#&]+&rows=3&select=[A-Za-z%,.-]+` +
	`|pubmed/esummary\.fcgi\?db=pubmed&id=\d+&retmode=json&tool=lendlink&version=2\.0` +
	`|openlibrary/api/books\?bibkeys=(?:ISBN|OCLC|LCCN)%3A[a-z\d]+&format=json&jscmd=data` +
	`|europepmc/search\?format=json&pageSize=1&query=[^/?#&]+&resultType=core|arxiv/api/query\?id_list=[^/?#&]+&max_results=1` +
	`|unpaywall/10\.[^/?#]+\?email=ill%40example\.edu|doab/search\?expand=metadata&limit=5&query=[^/?#&]+` +
	`|hathitrust/api/volumes/brief/json/(?:oclc|isbn):[\dX]+` +
	`|googlebooks/volumes\?country=US&maxResults=5&q=isbn%3A[\dX]+)$`)

// serveLookup answers in place of the services. They allow any rate, so that no attack is
// kept back.
func (a *attacked) serveLookup(w http.ResponseWriter, r *http.Request) {
	a.queried.Add(1)
	if !question.MatchString(r.RequestURI) {
		a.t.Errorf("attacks.txt:%d: a lookup asked for %q", a.line.Load(), r.RequestURI)
	}
	w.Header().Set("X-Rate-Limit-Limit", "10000")
	w.Header().Set("X-Rate-Limit-Interval", "100ms")
	answer := a.answer.Load()
	if answer == nil || !strings.HasPrefix(r.URL.Path, "/crossref/") {
		http.Error(w, "Resource not found.", http.StatusNotFound)
		return
	}
	io.WriteString(w, *answer)
}

// try sends a request and sees that its answer does no harm.
func (a *attacked) try(r *http.Request) *http.Response {
	a.t.Helper()
	a.sent++
	w := httptest.NewRecorder()
	a.server.ServeHTTP(w, r)
	answer := w.Result()
	if answer.Header.Get("Location") != "" {
		a.ledOn++
	}
	if wrong := breaches(answer); wrong != "" {
		a.t.Errorf("attacks.txt:%d: %s %.300s: %s", a.line.Load(), r.Method, r.URL, wrong)
	}
	return answer
}

// leak sends a request and returns where its answer has patronSecret, "" for nowhere.
func (a *attacked) leak(r *http.Request) string {
	a.t.Helper()
	a.sent++
	w := httptest.NewRecorder()
	a.server.ServeHTTP(w, r)
	for name, values := range w.Header() {
		if text := strings.Join(values, " "); strings.Contains(text, patronSecret) {
			return name + ": " + text
		}
	}
	if i := strings.Index(w.Body.String(), patronSecret); i >= 0 {
		return fmt.Sprintf("%.200s", w.Body.String()[max(0, i-80):])
	}
	return ""
}

var byteCode = regexp.MustCompile(`\\x[0-9a-f]{2}`)

// written returns an attack as it is sent: see the head of the list.
func (a *attacked) written(s string) string {
	trap := a.trap.Listener.Addr().(*net.TCPAddr)
	s = strings.NewReplacer("{patron}", patronSecret, "{trap}", trap.String(), "{port}", strconv.Itoa(trap.Port)).Replace(s)
	s = byteCode.ReplaceAllStringFunc(repeated(s), func(m string) string {
		b, _ := strconv.ParseUint(m[2:], 16, 8)
		return string([]byte{byte(b)})
	})
	return strings.NewReplacer(`\r`, "\r", `\n`, "\n", `\t`, "\t").Replace(s)
}
