package web_test

import (
	"bufio"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// scriptSettings are those of the scripts that need others than the demo.
var scriptSettings = map[string]func() *library.Settings{
	"two-libraries.txt":  twoLibraries,
	"setup-services.txt": everyService,
}

// TestScripts runs the scripts in testdata, which anybody can read and add to. A
// script is a list of cases with blank lines between them:
//
//	# what the case shows
//	POST /demo/openurl?sid=x
//	send Accept: application/json
//	send-body genre=book&title=Dune
//	status 303
//	redirect contains rft.btitle=Dune
//	header Cache-Control == no-store
//	body contains Dune
//	body lacks Arrakis
//
// A line follow goes on to the page of our own that the answer leads to.
//
// A check is ==, contains, lacks or ~ (a regular expression). {N*x} in a request
// is replaced by N times x. Without a status line, the status must be 200.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		settings, other := scriptSettings[filepath.Base(file)]
		if !other {
			settings = demo
		}
		s := newServer(t, settings)
		t.Run(filepath.Base(file), func(t *testing.T) {
			for _, c := range readScript(t, file) {
				c.run(t, s)
			}
		})
	}
}

// scriptCase is one request and what is checked of the answer.
type scriptCase struct {
	place        string // file and line of the request
	method, path string
	header       http.Header
	body         string
	follow       bool
	checks       []check
}

type check struct {
	place, what, name, verb, want string
}

func readScript(t *testing.T, file string) []scriptCase {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []scriptCase
	open := false
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		place := fmt.Sprintf("%s:%d", file, n)
		line := strings.TrimRight(lines.Text(), " ")
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "":
			open = false
			continue
		case "#":
			continue
		case "GET", "HEAD", "POST", "PUT":
			if open {
				t.Fatalf("%s: put a blank line before the next request", place)
			}
			cases = append(cases, scriptCase{place: place, method: word, path: repeated(rest), header: http.Header{}})
			open = true
			continue
		}
		if !open {
			t.Fatalf("%s: %q before any request", place, line)
		}
		c := &cases[len(cases)-1]
		switch word {
		case "send":
			name, value, _ := strings.Cut(rest, ": ")
			c.header.Set(name, value)
		case "send-body":
			c.body = repeated(rest)
		case "follow":
			c.follow = true
		case "status":
			c.checks = append(c.checks, check{place, word, "", "==", rest})
		case "redirect", "body":
			verb, want, _ := strings.Cut(rest, " ")
			c.checks = append(c.checks, check{place, word, "", verb, want})
		case "header":
			name, rest, _ := strings.Cut(rest, " ")
			verb, want, _ := strings.Cut(rest, " ")
			c.checks = append(c.checks, check{place, word, name, verb, want})
		default:
			t.Fatalf("%s: do not know %q", place, word)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cases
}

var times = regexp.MustCompile(`\{(\d+)\*([^}]*)\}`)

// repeated writes {3*ab} out as ababab.
func repeated(s string) string {
	return times.ReplaceAllStringFunc(s, func(m string) string {
		part := times.FindStringSubmatch(m)
		n, _ := strconv.Atoi(part[1])
		return strings.Repeat(part[2], n)
	})
}

func (c scriptCase) run(t *testing.T, h http.Handler) {
	r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
	r.Header = c.header
	if c.body != "" && r.Header.Get("Content-Type") == "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if c.follow {
		to := w.Header().Get("Location")
		if w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/demo/") {
			t.Errorf("%s: %d to %q, want a page of our own", c.place, w.Code, to)
			return
		}
		w = httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, to, nil))
	}
	checks := c.checks
	if len(checks) == 0 || checks[0].what != "status" {
		checks = append([]check{{c.place, "status", "", "==", "200"}}, checks...)
	}
	for _, k := range checks {
		var got string
		switch k.what {
		case "status":
			got = strconv.Itoa(w.Code)
		case "redirect":
			got = w.Header().Get("Location")
		case "header":
			got = w.Header().Get(k.name)
		case "body":
			got = w.Body.String()
		}
		if ok, err := k.holds(got); err != nil || !ok {
			t.Errorf("%s: %s %s is not %s %q (%v):\n%.2000s", k.place, k.what, k.name, k.verb, k.want, err, got)
		}
	}
}

func (k check) holds(got string) (bool, error) {
	switch k.verb {
	case "==":
		return got == k.want, nil
	case "contains":
		return strings.Contains(got, k.want), nil
	case "lacks":
		return !strings.Contains(got, k.want), nil
	case "~":
		return regexp.MatchString(k.want, got)
	}
	return false, fmt.Errorf("do not know %q", k.verb)
}
