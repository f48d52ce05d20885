package lookup_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup"
	"lendlink/resolver/warning"
)

// TestAnswerAboutAnotherItem: a record is about the item only if it has the identifier
// that was asked about, or else the item's title.
func TestAnswerAboutAnotherItem(t *testing.T) {
	otherDOI := strings.Replace(crossrefWork, "10.5555/x", "10.5555/other", 1)
	otherPMID := strings.Replace(pubmedWork, `"uid":"123"`, `"uid":"124"`, 1)
	otherISBN := strings.Replace(openLibraryWork, `"title"`, `"identifiers":{"isbn_13":["9780870232923"]},"title"`, 1)
	titled := byDOI
	titled.Type, titled.Title = citation.Chapter, "Deep sea fishes"
	for _, tt := range []struct {
		name, word, answer string
		link               citation.Citation
		believed           bool
	}{
		{"the DOI asked about", "crossref", crossrefWork, byDOI, true},
		{"the same in capitals", "crossref", strings.Replace(crossrefWork, "10.5555/x", "10.5555/X", 1), byDOI, true},
		{"another DOI, no title to compare", "crossref", otherDOI, byDOI, false},
		{"another DOI, the same title", "crossref", otherDOI, titled, true},
		{"another PMID", "pubmed", otherPMID, byPMID, false},
		{"another ISBN", "openlibrary", otherISBN, byISBN, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services := startServices(t, map[string]http.HandlerFunc{tt.word: says(tt.answer)})
			got := services.lookup(t).Fill(t.Context(), tt.link, true, false)
			if believed := len(got.Filled) > 0; believed != tt.believed {
				t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
			}
		})
	}
}

// TestAnotherSourceKnowsTheItem: the source that answers about another item does not keep
// the other's answer away.
func TestAnotherSourceKnowsTheItem(t *testing.T) {
	slow := make(chan struct{})
	services := startServices(t, map[string]http.HandlerFunc{
		"crossref": func(w http.ResponseWriter, r *http.Request) {
			says(strings.Replace(crossrefWork, "10.5555/x", "10.5555/other", 1))(w, r)
			close(slow)
		},
		"datacite": func(w http.ResponseWriter, r *http.Request) { <-slow; says(dataciteWork)(w, r) },
	})
	if got := services.lookup(t).Fill(t.Context(), byDOI, true, false); got.Filled["title"] != "DataCite" {
		t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
	}
}

// TestRecordsInSharedCacheAreChecked: records from the shared cache are cleaned and checked like
// the answers of a source.
func TestRecordsInSharedCacheAreChecked(t *testing.T) {
	kept := func(source, kind, title, more string) string {
		return `{"source":"` + source + `","citation":{"type":"` + kind + `","title":"` + title + `","DOI":"10.5555/x"` + more + `}}`
	}
	for _, tt := range []struct {
		name, value string
		title       string // "" where the sources are asked again
		kind        citation.Type
	}{
		{"a good record", kept("Crossref", "book", "Deep sea fishes", ""), "Deep sea fishes", citation.Book},
		{"a bidi override", kept("Crossref", "book", `Deep \u202esea fishes`, ""), "Deep sea fishes", citation.Book},
		{"markup", kept("Crossref", "book", "Deep <b>sea</b> fishes", ""), "Deep sea fishes", citation.Book},
		{"a made-up type", kept("Crossref", "x-evil", "Deep sea fishes", ""), "Deep sea fishes", citation.Document},
		{"no date of a calendar", kept("Crossref", "article-journal", "Deep sea fishes", `,"issued":{"date-parts":[[2001,77,99]]}`), "Deep sea fishes", citation.Article},
		{"a made-up source", kept("Evil", "book", "Deep sea fishes", ""), "", ""},
		{"no record", "[]", "", ""},
		{"no title", kept("Crossref", "book", " ", ""), "", ""},
		{"about another item", strings.Replace(kept("Crossref", "book", "Deep sea fishes", ""), "10.5555/x", "10.5555/y", 1), "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services, address := startServices(t, nil), "redis://"+startCache(t, tt.value)
			var got lookup.Filling
			whenCacheAnswers(true, func() bool {
				got = services.lookup(t, func(c *lookup.Config) { c.Cache = address }).Fill(t.Context(), byDOI, true, false)
				return got.Citation.Title == tt.title
			})
			if got.Citation.Title != tt.title || tt.kind != "" && got.Citation.Type != tt.kind || got.Citation.Issued.Month > 12 {
				t.Errorf("%+v, warnings %v", got.Citation, got.Warnings)
			}
			if strings.Contains(fmt.Sprint(got), "Evil") || got.Warnings.Has(warning.LookupDistrusted) && tt.name != "about another item" {
				t.Errorf("%+v", got)
			}
		})
	}
}

// whenCacheAnswers returns what try does, and tries again where it should succeed: the
// cache is waited for only shortly, so that on a busy machine it may be passed over.
func whenCacheAnswers(want bool, try func() bool) bool {
	for range 20 {
		if try() == want {
			return want
		}
	}
	return !want
}

// startCache starts a Redis server that has one value under every key, and returns its
// address.
func startCache(t *testing.T, value string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go serveCache(conn, value)
		}
	}()
	return l.Addr().String()
}

// serveCache reads commands of the Redis protocol, and answers GET alone.
func serveCache(conn net.Conn, value string) {
	defer conn.Close()
	r := bufio.NewReader(conn)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		words, _ := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(line, "*")))
		var command []string
		for range words {
			r.ReadString('\n') // the length
			word, _ := r.ReadString('\n')
			command = append(command, strings.TrimSpace(word))
		}
		switch {
		case len(command) > 0 && strings.EqualFold(command[0], "get"):
			fmt.Fprintf(conn, "$%d\r\n%s\r\n", len(value), value)
		case len(command) > 0 && strings.EqualFold(command[0], "hello"):
			fmt.Fprint(conn, "-ERR unknown command\r\n")
		default:
			fmt.Fprint(conn, "+OK\r\n")
		}
	}
}
