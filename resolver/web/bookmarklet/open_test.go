package bookmarklet_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

func TestOneItemOpensAtOnce(t *testing.T) {
	base := site(t)
	chapter := []string{book, "rft.genre=bookitem", "rft_id=info:doi/10.5555/978-3-16-148410-0_3",
		"rft.atitle=Kelp and Memory: Notes on a Drowned Coast", "rft.btitle=Tidal Ecologies",
		"rft.au=Ama Okonkwo-Reyes", "rft.au=Jörg Vale", "rft.isbn=978-3-16-148410-0", "rft.date=2019",
		"rft.pub=SpringTide, Cham", "rft.spage=41", "rft.epage=63", "ctx_ver=Z39.88-2004", "rft.edition=2nd ed."}
	for _, test := range []struct {
		name, path string
		selected   string // CSS selector of the element whose text is selected
		want       []string
	}{
		{"publisher's chapter: Highwire, filled up from COinS", "/?page=chapter", "", chapter},
		{"strict content security policy", "/?page=chapter&csp", "", chapter},
		{"WorldCat record: session and source left out", "/?page=record", "", []string{book, "rft.genre=book",
			"rfe_dat=<accessionnumber>251670948</accessionnumber>", "rft_id=info:oclcnum/251670948", "rft.aulast=Hars\u030cadeva",
			"rft.aufirst=Laxmi", "rft.title=Salt roads of the interior", "rft.date=1966", "rft.place=Delhi", "rft.pub=Ladakh Inst."}},
		{"shop: ISBN-10 in the address", "/Sands-Elsewhere-Vale/dp/0306406152/ref=sr_1_1?page=product", "", []string{book, "rft.genre=book",
			"rft.btitle=The Sands of Elsewhere", "rft.isbn=0306406152"}},
		{"shop: product number is not an ISBN, the page shows one, the first is invalid", "/dp/B000000001?page=product", "", []string{book, "rft.genre=book",
			"rft.btitle=The Sands of Elsewhere", "rft.isbn=9780306406157"}},
		{"repository's thesis: Dublin Core", "/?page=thesis", "", []string{"rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation",
			`rft.title=Mareas y memoria: una "historia" oral & visual`, "rft.au=Reyes Ocampo, Luz", "rft.date=2016-11", "rft.inst=Universidad de la Costa"}},
		{"JSON-LD graph: the chapter, not its book", "/?page=jsonld", "", []string{book, "rft.genre=bookitem", "rft_id=info:doi/10.5555/harbours.2",
			"rft.atitle=On Harbours", "rft.btitle=Edges of the Sea", "rft.au=Quill, Bo", "rft.au=Esi Oduya", "rft.date=2004-05-01",
			"rft.pub=Shore Books", "rft.isbn=9780306406157", "rft.spage=12", "rft.epage=30"}},
		{"Open Graph", "/?page=opengraph", "", []string{book, "rft.genre=book", "rft.btitle=Edges of the Sea", "rft.isbn=9780306406157"}},
		{"PRISM next to Dublin Core", "/?page=prism", "", []string{journal, "rft.genre=article", "rft_id=info:doi/10.5555/jss.1998.77",
			"rft.atitle=Slack water", "rft.jtitle=Journal of Shore Studies", "rft.au=Oduya, Esi", "rft.date=1998-04-01",
			"rft.issn=1234-5679", "rft.volume=7", "rft.issue=2", "rft.spage=77", "rft.epage=90"}},
		{"DOI in the address", "/doi/full/10.5555/abc-1.2/pdf?page=plain", "", []string{"rft_id=info:doi/10.5555/abc-1.2"}},
		{"ISBN-13 in the address", "/book/9780306406157?page=plain", "", []string{book, "rft.genre=book", "rft.isbn=9780306406157"}},
		{"selected citation of forty", "/?page=article", "#cite_note-2", []string{"ctx_ver=Z39.88-2004", journal, "rft.genre=article",
			"rft.jtitle=Journal of Shore Studies", "rft.atitle=Ferries, part 2", "rft.volume=1", "rft.pages=1-10", "rft.date=1962",
			"rft.aulast=Quill", "rft.aufirst=Bo"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + test.path)
			if test.selected != "" {
				browsertest.Eval[struct{}](tab, "getSelection().selectAllChildren(document.querySelector('"+test.selected+"'))")
			}
			before := browsertest.Eval[string](tab, "document.documentElement.outerHTML")
			queried := len(tab.Requests())
			opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
			if diff := cmp.Diff(test.want, pairs(t, base, opened.Location())); diff != "" {
				t.Errorf("OpenURL (-want +got):\n%s", diff)
			}
			if after := browsertest.Eval[string](tab, "document.documentElement.outerHTML"); after != before {
				t.Error("the page was changed")
			}
			for _, got := range tab.Requests()[queried:] {
				if !strings.HasSuffix(got, "/favicon.ico") { // which the browser asks for when it likes
					t.Errorf("the page itself requested %s", got)
				}
			}
		})
	}
}

// Selected text goes before the page, and to the paste box in the fragment: no server sees it.
func TestSelectedTextIsPasted(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, element := range []string{"#title", "#isbn", "#doi", "body"} {
		tab.Open(base + "/?page=plain")
		browsertest.Eval[struct{}](tab, "getSelection().selectAllChildren(document.querySelector('"+element+"'))")
		want := browsertest.Eval[string](tab, "String(getSelection()).trim()")
		opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
		fragment, ok := strings.CutPrefix(opened.Location(), base+"/demo/#paste=")
		if got, err := url.PathUnescape(fragment); !ok || err != nil || got != want || want == "" {
			t.Errorf("%s: opens %s, want %q pasted", element, opened.Location(), want)
		}
	}
}

func TestBookmarkletOfSetupPageRuns(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/setup")
	opened := tab.Opened(func() { tab.Click("#mark") })
	want := []string{book, "rft.genre=book", "rft.btitle=Here & “there” 100%", "rft.isbn=9780306406157"}
	if diff := cmp.Diff(want, pairs(t, base, opened.Location())); diff != "" {
		t.Errorf("OpenURL (-want +got):\n%s", diff)
	}
}

// The library's page says that nothing was found, in its own languages.
func TestNothingFoundOpensThePage(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/?page=bare")
	opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
	if got := pairs(t, base, opened.Location()); len(got) != 1 || got[0] != "" {
		t.Errorf("the address has %q", got)
	}
}
