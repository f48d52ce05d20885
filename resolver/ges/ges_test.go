package ges_test

import (
	"regexp"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/ges"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

const address = "https://ill.example.edu/demo/openurl?"

func all() []ges.Service {
	return append(ges.ByType("north-hall", address), ges.Universal("north-hall", address))
}

var placeholder = regexp.MustCompile(`\{([^}]*)\}`)

// filled is what Alma makes of a template for a record.
func filled(template string, record map[string]string) string {
	return placeholder.ReplaceAllStringFunc(template, func(p string) string { return record[strings.Trim(p, "{}")] })
}

func TestTemplatesGiveEachAttributeToItsOwnKey(t *testing.T) {
	for _, s := range all() {
		query, ok := strings.CutPrefix(s.Template, address)
		if !ok {
			t.Fatalf("%s: %s does not lead to %s", s.Code, s.Template, address)
		}
		seen := map[string]bool{}
		for pair := range strings.SplitSeq(query, "&") {
			key, value, _ := strings.Cut(pair, "=")
			if value != "{"+key+"}" {
				t.Errorf("%s: %q does not give an attribute to the key of its name", s.Code, pair)
			}
			if seen[key] {
				t.Errorf("%s: %s twice", s.Code, key)
			}
			seen[key] = true
		}
	}
}

// TestTemplatesAreRead checks that links from the templates are read: every attribute in
// a template must be used.
func TestTemplatesAreRead(t *testing.T) {
	for _, s := range all() {
		record := map[string]string{}
		for _, m := range placeholder.FindAllStringSubmatch(s.Template, -1) {
			record[m[1]] = "x"
		}
		for _, p := range openurl.Parse(filled(s.Template, record)).Pairs {
			if p.Field == openurl.NoField && p.Key != "rfr_id" && p.Key != "rft.mms_id" && p.Key != "rft.part" {
				t.Errorf("%s: %s means nothing to Lendlink", s.Code, p.Key)
			}
		}
	}
}

// TestOneServiceShows looks at what patrons see for a genre: exactly one of the
// services by type, and the right one.
func TestOneServiceShows(t *testing.T) {
	for _, tc := range []struct {
		genre string
		want  citation.Type
	}{
		{"book", citation.Book},
		{"bookitem", citation.Chapter},
		{"article", citation.Article},
		{"proceeding", citation.Article},
		{"dissertation", citation.Thesis},
		{"unknown", citation.Book},
		{"", citation.Book},
	} {
		var shown []citation.Type
		for _, s := range ges.ByType("north-hall", address) {
			if shows(t, s, tc.genre) {
				shown = append(shown, s.Type)
			}
		}
		if len(shown) != 1 || shown[0] != tc.want {
			t.Errorf("genre %q shows %q, want %q", tc.genre, shown, tc.want)
		}
	}
}

// shows applies the rules as Alma does.
func shows(t *testing.T, s ges.Service, genre string) bool {
	t.Helper()
	for i, r := range s.Rules {
		if r.Default() != (i == len(s.Rules)-1) {
			t.Errorf("%s: the default rule is not the last", s.Code)
		}
		if r.Default() || r.Value == genre {
			return r.Show
		}
	}
	t.Errorf("%s: no rule fits %q", s.Code, genre)
	return false
}

// TestTypeIsFound fills each template with a record of its type.
func TestTypeIsFound(t *testing.T) {
	record := map[citation.Type]map[string]string{
		citation.Book:    {"rft.genre": "book", "rft.btitle": "Dune", "rft.title": "Dune", "rft.au": "Herbert,+Frank.", "rft.isbn": "9780441172719"},
		citation.Chapter: {"rft.genre": "bookitem", "rft.btitle": "Handbook", "rft.atitle": "Tugs", "rft.spage": "3", "rft.isbn": "9780441172719"},
		citation.Article: {"rft.genre": "article", "rft.jtitle": "Nature", "rft.atitle": "A+structure", "rft.volume": "171", "rft.issn": "00280836"},
		citation.Thesis:  {"rft.genre": "dissertation", "rft.title": "A+symbolic+analysis", "rft.au": "Shannon,+Claude"},
	}
	universal := ges.Universal("north-hall", address)
	for _, s := range ges.ByType("north-hall", address) {
		for _, template := range []string{s.Template, universal.Template} {
			r := interpret.Read(openurl.Parse(filled(template, record[s.Type])), 2026)
			if r.Citation.Type != s.Type || r.Citation.Title == "" {
				t.Errorf("%s: read as %s %q", s.Code, r.Citation.Type, r.Citation.Title)
			}
		}
	}
}

func TestCodesAndNamesIncludeTheLibrarys(t *testing.T) {
	var codes []string
	for _, s := range all() {
		codes = append(codes, s.Code)
		if !strings.Contains(s.Name, "north-hall") {
			t.Errorf("%s: the name %q lacks the library's code", s.Code, s.Name)
		}
	}
	want := "LENDLINK_NORTH_HALL_BOOK LENDLINK_NORTH_HALL_CHAPTER LENDLINK_NORTH_HALL_ARTICLE LENDLINK_NORTH_HALL_DISSERTATION LENDLINK_NORTH_HALL"
	if got := strings.Join(codes, " "); got != want {
		t.Errorf("codes %s\nwant  %s", got, want)
	}
}

// TestRulesInWords: the command line prints the rules from the top, the last of which always fits.
func TestRulesInWords(t *testing.T) {
	want := map[citation.Type]string{
		citation.Book: "rft.genre = bookitem: hide; rft.genre = article: hide; rft.genre = proceeding: hide; " +
			"rft.genre = dissertation: hide; otherwise: show",
		citation.Chapter: "rft.genre = bookitem: show; otherwise: hide",
		citation.Article: "rft.genre = article: show; rft.genre = proceeding: show; otherwise: hide",
		citation.Thesis:  "rft.genre = dissertation: show; otherwise: hide",
	}
	for _, s := range ges.ByType("demo", address) {
		var lines []string
		for _, r := range s.Rules {
			lines = append(lines, r.String())
		}
		if got := strings.Join(lines, "; "); got != want[s.Type] {
			t.Errorf("%s: got %s, want %s", s.Code, got, want[s.Type])
		}
	}
	if rules := ges.Universal("demo", address).Rules; rules != nil {
		t.Errorf("the one for all types has rules: %v", rules)
	}
}

// TestTemplatesLeaveOutOtherTypes: a service for books asks for nothing of a journal or of a part.
func TestTemplatesLeaveOutOtherTypes(t *testing.T) {
	without := map[citation.Type][]string{
		citation.Book:    {"rft.atitle", "rft.jtitle", "rft.issn", "rft.spage"},
		citation.Chapter: {"rft.jtitle", "rft.issue", "rft.issn"},
		citation.Article: {"rft.edition"},
		citation.Thesis:  {"rft.atitle", "rft.jtitle", "rft.volume", "rft.edition"},
	}
	universal := ges.Universal("north-hall", address).Template
	for _, s := range ges.ByType("north-hall", address) {
		for _, attribute := range without[s.Type] {
			if strings.Contains(s.Template, "{"+attribute+"}") {
				t.Errorf("%s asks for %s", s.Code, attribute)
			}
			if !strings.Contains(universal, "{"+attribute+"}") {
				t.Errorf("the one for all types does not ask for %s", attribute)
			}
		}
		for _, attribute := range []string{"rft.genre", "rft.title", "rft.au", "rft.date", "rft.oclcnum", "rfr_id"} {
			if !strings.Contains(s.Template, "{"+attribute+"}") {
				t.Errorf("%s does not ask for %s", s.Code, attribute)
			}
		}
	}
}
