package requestform_test

import (
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
)

const tipasa = "https://12345.account.worldcat.org/profile/route/openurl?"

// sent returns the value of the first param of that key.
func sent(r requestform.Request, key string) string {
	for _, p := range r.Params {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

func TestPages(t *testing.T) {
	for _, c := range []struct{ reason, page, start, end string }{
		{"a range", "236-259", "236", "259"},
		{"a single page", "236", "236", ""},
		{"a page with a letter", "B4", "B4", ""},
		{"letters on both sides", "S1-S12", "S1", "S12"},
		{"an electronic page", "e1003", "e1003", ""},
		{"Roman numbers", "xi-xv", "xi", "xv"},
		{"from the front matter on", "xii-5", "xii", "5"},
		{"a label with a hyphen is one page", "A-12", "A-12", ""},
		{"a capital that could be a Roman number is a label", "C-12", "C-12", ""},
		{"a range of labels", "A-1-A-5", "A-1", "A-5"},
		{"two hyphens part nothing for sure", "1-2-3", "1-2-3", ""},
		{"an open range", "17-", "17", ""},
		{"several ranges: only their start is plain", "1-3, 6", "1", ""},
		{"several pages", "17,19", "17", ""},
		{"unknown", "", "", ""},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
			r := f.Fill(&citation.Citation{Type: citation.Article, Page: c.page}, requestform.Provenance{})
			if s, e, p := sent(r, "rft.spage"), sent(r, "rft.epage"), sent(r, "rft.pages"); s != c.start || e != c.end || p != c.page {
				t.Errorf("%q is sent as spage %q, epage %q, pages %q; want %q, %q, %[1]q", c.page, s, e, p, c.start, c.end)
			}
		})
	}
}

func TestFirstAuthor(t *testing.T) {
	for _, c := range []struct {
		reason                    string
		authors                   []citation.Name
		aulast, aufirst, au, corp string
	}{
		{"a person", []citation.Name{{Family: "Garner", Given: "W. L."}}, "Garner", "W. L.", "Garner, W. L.", ""},
		{"a suffix is in the full name", []citation.Name{{Family: "Garner", Given: "W. L.", Suffix: "Jr."}}, "Garner", "W. L.", "Garner, W. L., Jr.", ""},
		{"one name alone", []citation.Name{{Given: "Voltaire"}}, "Voltaire", "", "Voltaire", ""},
		{"an organisation", []citation.Name{{Literal: "UNESCO"}}, "", "", "", "UNESCO"},
		{"a blank name is passed over", []citation.Name{{Family: " "}, {Family: "Second"}}, "Second", "", "Second", ""},
		{"co-authors are not sent", []citation.Name{{Family: "First"}, {Family: "Second"}}, "First", "", "First", ""},
		{"nobody", nil, "", "", "", ""},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
			r := f.Fill(&citation.Citation{Type: citation.Book, Author: c.authors}, requestform.Provenance{})
			got := [...]string{sent(r, "rft.aulast"), sent(r, "rft.aufirst"), sent(r, "rft.au"), sent(r, "rft.aucorp")}
			if want := [...]string{c.aulast, c.aufirst, c.au, c.corp}; got != want {
				t.Errorf("aulast, aufirst, au, aucorp are %q, want %q", got, want)
			}
		})
	}
}

// Whatever is in a link, the patron arrives at the form's host, and what is
// shown there holds nothing that the eye would not see.
func TestHostileValues(t *testing.T) {
	for _, c := range []struct{ reason, title, want string }{
		{"a second header line", "Dune\r\nLocation: https://evil.example/", "Dune  Location: https://evil.example/"},
		{"an end of string", "Dune\x00", "Dune"},
		{"escape sequences of a terminal", "\x1b[31mDune", "[31mDune"},
		{"bytes that are not UTF-8", "D\xfcne \xe2\x82", "Dne"},
		{"text turned around", "Dune \u202egpj.exe", "Dune gpj.exe"},
		{"a byte order mark", "\ufeffDune", "Dune"},
		{"a script address", "javascript:alert(1)", "javascript:alert(1)"},
		{"another host", "//evil.example/@x", "//evil.example/@x"},
		{"another key", "Dune&rft.genre=article#top", "Dune&rft.genre=article#top"},
		{"an escape already there stays text", "100%25 cotton; 50% off", "100%25 cotton; 50% off"},
		{"plus is not a space", "C++ in C# minor", "C++ in C# minor"},
		{"joiners that Persian is written with", "می\u200cخواهم", "می\u200cخواهم"},
		{"every mark there is", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
			r := f.Fill(&citation.Citation{Type: citation.Book, Title: c.title}, requestform.Provenance{Source: c.title})
			readBack(t, r, tipasa)
			if got := sent(r, "rft.btitle"); got != c.want {
				t.Errorf("%q is sent as %q, want %q", c.title, got, c.want)
			}
		})
	}
}

// readBack fails unless the address is ASCII, begins with what the settings say,
// and holds for net/url exactly the params.
func readBack(t *testing.T, r requestform.Request, base string) {
	t.Helper()
	query, ok := strings.CutPrefix(r.Location, base)
	if !ok {
		t.Fatalf("%q does not begin with %q", r.Location, base)
	}
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"'<>\\^`{|}#;", c) >= 0 {
			t.Fatalf("byte %q in %q", c, r.Location)
		}
	}
	got, err := url.ParseQuery(query)
	if err != nil {
		t.Fatalf("%q: %v", r.Location, err)
	}
	n := 0
	for _, values := range got {
		n += len(values)
	}
	if n != len(r.Params) {
		t.Fatalf("%q holds %d values, want %d", r.Location, n, len(r.Params))
	}
	for _, p := range r.Params {
		if len(got[p.Key]) == 0 || got[p.Key][0] != p.Value {
			t.Fatalf("%s is read back as %q, want %q", p.Key, got[p.Key], p.Value)
		}
		got[p.Key] = got[p.Key][1:]
		if p.Value == "" {
			t.Errorf("%s is sent empty", p.Key)
		}
	}
}

func TestBudget(t *testing.T) {
	long := strings.Repeat("Extraordinarily ", 700)
	for _, c := range []struct {
		reason string
		item   citation.Citation
		source string
		keeps  map[string]string
	}{
		{"a title is not cut for an author of 11,000 letters",
			citation.Citation{Type: citation.Book, Title: "Dune", Author: []citation.Name{{Family: long}}, ISBN: "9780743243605"}, "",
			map[string]string{"rft.btitle": "Dune", "rft.isbn": "9780743243605"}},
		{"nor is a volume",
			citation.Citation{Type: citation.Article, Title: "Dune", ContainerTitle: "Sand", Volume: long, Issue: "3"}, "",
			map[string]string{"rft.atitle": "Dune", "rft.jtitle": "Sand", "rft.issue": "3", "rft.volume": ""}},
		{"nor is a publisher, nor to lose its place",
			citation.Citation{Type: citation.Book, Title: "Dune", Publisher: long, PublisherPlace: "Philadelphia"}, "",
			map[string]string{"rft.btitle": "Dune", "rft.place": "Philadelphia"}},
		{"nor a DOI; half a DOI would be another one's",
			citation.Citation{Type: citation.Article, Title: "Dune", ContainerTitle: "Sand", DOI: "10.1000/" + strings.Repeat("x", 3000)}, "",
			map[string]string{"rft.atitle": "Dune", "rft_id": ""}},
		{"nor who made the link",
			citation.Citation{Type: citation.Book, Title: "Dune"}, long,
			map[string]string{"rft.btitle": "Dune", "rfr_id": ""}},
		{"a long title loses what a short one next to it keeps",
			citation.Citation{Type: citation.Chapter, Title: long, ContainerTitle: "A handbook of deserts", Page: "3-9"}, "",
			map[string]string{"rft.btitle": "A handbook of deserts", "rft.pages": "3-9"}},
		{"a document's only title is not a repeat",
			citation.Citation{Type: citation.Document, Title: "Dune", PublisherPlace: "Philadelphia", Volume: long}, "",
			map[string]string{"rft.title": "Dune", "rft.place": "Philadelphia"}},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
			r := f.Fill(&c.item, requestform.Provenance{Source: c.source})
			readBack(t, r, tipasa)
			if len(r.Location) > 2000 {
				t.Errorf("%d bytes", len(r.Location))
			}
			for key, want := range c.keeps {
				if got := sent(r, key); got != want {
					t.Errorf("%s is %q, want %q", key, got, want)
				}
			}
			if len(r.Warnings) == 0 {
				t.Errorf("no warning in %v", r.Warnings)
			}
		})
	}
}

func TestCutTitle(t *testing.T) {
	for _, c := range []struct{ reason, title, want string }{
		{"between words, without the punctuation there", "The rise, the long decline, and the fall: " + strings.Repeat("every empire ", 20), "The rise, the long decline, and the fall: every empire every empire every empire…"},
		{"no words to cut between", strings.Repeat("中国古代园林", 10), "中国古代园林中国古…"},
		{"one word longer than half the room", "On " + strings.Repeat("donaudampfschiff", 20), "On donaudampfschiffdonaudampfschiffdonaudampfschiffdonaudampfschiffdonaudampfschi…"},
		{"a letter keeps its accent", strings.Repeat("a\u0301", 80), strings.Repeat("a\u0301", 11) + "…"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := requestform.Form{Service: requestform.Tipasa, URL: tipasa, MaxLength: 250}
			r := f.Fill(&citation.Citation{Type: citation.Book, Title: c.title}, requestform.Provenance{})
			if got := sent(r, "rft.btitle"); got != c.want {
				t.Errorf("%q is cut to %q, want %q", c.title, got, c.want)
			}
			if !r.Warnings.Has(warning.LengthShortened) {
				t.Errorf("no warning in %v", r.Warnings)
			}
		})
	}
}

func TestFillAllocatesLittle(t *testing.T) {
	f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
	c := &citation.Citation{
		Type: citation.Chapter, Title: "Water", ContainerTitle: "Towns", Author: []citation.Name{{Family: "Sosa", Given: "Ana", Suffix: "Jr."}},
		Issued: citation.Date{Year: 2012}, Page: "1-3", ISBN: "9780195285062", DOI: "10.1000/182", Custom: citation.Custom{OCLC: "54987177"},
	}
	if n := testing.AllocsPerRun(100, func() { f.Fill(c, requestform.Provenance{Source: "primo"}) }); n > 12 {
		t.Errorf("%v allocations, want at most 12", n)
	}
}
