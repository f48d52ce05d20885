package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
)

// The built link is short, but must still say what was filled in.
func TestBuiltLinkSaysWhatWasFilledIn(t *testing.T) {
	lib := library.Demo().Libraries[0]
	frame := staffFrame{frame: frame{Library: lib}, Origin: "https://ill.example.edu", Path: "/demo"}
	for _, c := range []citation.Citation{
		{Type: citation.Book, Title: "Dune", Author: []citation.Name{{Family: "Herbert", Given: "Frank"}}, ISBN: "9780441172719",
			Custom: citation.Custom{OCLC: "60525"}},
		{Type: citation.Chapter, Title: "Tugs & tides", ContainerTitle: "Handbook", Page: "211-234"},
		{Type: citation.Article, Title: "A structure", ContainerTitle: "Nature", DOI: "10.1038/171737a0", ISSN: "0028-0836",
			Issued: citation.Date{Year: 1953}},
		{Type: citation.Paper, Title: "Complexity", ContainerTitle: "Symposium", Author: []citation.Name{{Family: "Cook", Given: "Stephen"}}},
		{Type: citation.Periodical, Title: "Nature", ISSN: "0028-0836", Volume: "171"},
		{Type: citation.Thesis, Title: "A symbolic analysis", Author: []citation.Name{{Family: "Shannon", Given: "Claude"}}},
		{Type: citation.Report, Title: "On tides", Issued: citation.Date{Year: 2001}},
		{Type: citation.Article, PMID: "13054692"},
	} {
		t.Run(string(c.Type), func(t *testing.T) {
			b := newBuiltLink(frame, false, c)
			address, err := url.Parse(b.Address())
			if err != nil || !strings.HasPrefix(b.Address(), "https://ill.example.edu/demo/openurl?") {
				t.Fatalf("%s: %v", b.Address(), err)
			}
			again := interpret.Read(openurl.Parse(address.RawQuery), 2026).Citation
			if diff := cmp.Diff(c, again); diff != "" {
				t.Errorf("%s (-filled in +link):\n%s", b.Address(), diff)
			}
		})
	}
}
