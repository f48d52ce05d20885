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
	for _, tc := range []struct {
		name, described string
		want            citation.Type
	}{
		{"book", "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank&rft.isbn=9780441172719&rft.oclcnum=60525", citation.Book},
		{"chapter", "rft.genre=bookitem&rft.btitle=Handbook&rft.atitle=Tugs+%26+tides&rft.pages=211-234", citation.Chapter},
		{"article", "rft.genre=article&rft.jtitle=Nature&rft.atitle=A+structure&rft.doi=10.1038/171737a0&rft.issn=0028-0836&rft.date=1953", citation.Article},
		{"paper", "rft.genre=proceeding&rft.btitle=Symposium&rft.atitle=Complexity&rft.au=Cook,+Stephen", citation.Paper},
		{"journal", "rft.genre=journal&rft.jtitle=Nature&rft.issn=0028-0836&rft.volume=171", citation.Periodical},
		{"thesis", "rft.genre=dissertation&rft.title=A+symbolic+analysis&rft.au=Shannon,+Claude", citation.Thesis},
		{"report", "rft.genre=report&rft.btitle=On+tides&rft.date=2001", citation.Report},
		{"a number alone", "rft.genre=article&rft.pmid=13054692", citation.Article},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b := newBuiltLink(frame, false, tc.described, 2026)
			if b.Citation.Type != tc.want {
				t.Errorf("read as %s", b.Citation.Type)
			}
			address, err := url.Parse(b.Address())
			if err != nil || !strings.HasPrefix(b.Address(), "https://ill.example.edu/demo/openurl?") {
				t.Fatalf("%s: %v", b.Address(), err)
			}
			again := interpret.Read(openurl.Parse(address.RawQuery), 2026).Citation
			if diff := cmp.Diff(b.Citation, again); diff != "" {
				t.Errorf("%s (-filled in +link):\n%s", b.Address(), diff)
			}
		})
	}
}
