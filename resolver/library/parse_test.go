package library_test

import (
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
)

// sameSettings compares what settings say; the index by code is Find's own matter.
var sameSettings = cmp.Options{
	cmpopts.IgnoreFields(library.Settings{}, "Warnings"), cmpopts.IgnoreFields(library.Library{}, "Warnings"),
	cmp.Comparer(func(a, b *time.Location) bool { return (a == nil) == (b == nil) && a.String() == b.String() }),
	cmpopts.IgnoreUnexported(library.Settings{}), cmpopts.EquateComparable(netip.Prefix{}),
}

func parse(t *testing.T, src string) *library.Settings {
	t.Helper()
	s, err := library.Parse("test.yaml", []byte(src), env)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// demo is what testdata/design.yaml says about its library.
func demo() *library.Library {
	return &library.Library{
		Code: "demo", Name: "Demo Library", Languages: []string{"en", "es"},
		Form: requestform.Form{
			Service:   requestform.Tipasa,
			URL:       "https://12345.account.worldcat.org/profile/route/openurl?",
			Proxy:     "https://proxy.example.edu/login?url=",
			Encoding:  requestform.EncodeAuto,
			MaxLength: 2000,
			Types:     map[citation.Type]requestform.TypeAs{citation.Chapter: {Genre: "article"}},
			Params:    []requestform.Param{{Key: "rfr_id", Value: "info:sid/lendlink:demo"}},
		},
		Confirm:    library.ConfirmIncomplete,
		CheckFirst: []library.CheckLink{{Label: library.OneText("Search our catalogue"), URL: "https://search.example.edu/?query=any,contains,{title}"}},
		Notice:     library.OneText("Loans take **5–10 days**."),
		Closed: &library.Closed{
			From:    time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC),
			Until:   time.Date(2027, 1, 3, 0, 0, 0, 0, time.UTC),
			Message: library.OneText("Back soon."), Accept: true,
		},
		Contact:      "ill@example.edu",
		Brand:        library.Brand{Color: "#7a0019", Logo: "https://library.example.edu/logo.svg"},
		EmbedOrigins: []string{"https://library.example.edu"},
		FreeCopies:   library.FreeCopies{Show: library.ShowOnPage},
	}
}

func formKey(name string, templates ...string) requestform.Key {
	k := requestform.Key{Name: name}
	for _, t := range templates {
		k.From = append(k.From, placeholder.MustParse(t))
	}
	return k
}

func TestLoad(t *testing.T) {
	got, err := library.Load("testdata/design.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := library.New(demo())
	want.AdminListen = "127.0.0.1:9090"
	want.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	if diff := cmp.Diff(want, got, sameSettings); diff != "" {
		t.Errorf("settings differ (-want +got):\n%s", diff)
	}
}

func TestLoadNamesAFileThatCannotBeRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "none.yaml")
	_, err := library.Load(file)
	if !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), file) {
		t.Errorf("Load gives %v; want an error about %s", err, file)
	}
}

func TestParseFillsInDefaults(t *testing.T) {
	got := parse(t, "libraries: [{code: x, name: X, form: {service: practice}}]")
	want := library.New(&library.Library{
		Code: "x", Name: "X", Languages: []string{"en"}, Confirm: library.ConfirmIncomplete,
		Form: requestform.Form{Service: requestform.PracticeForm, URL: "/x/practice?", Encoding: requestform.EncodeAuto, MaxLength: 2000},

		FreeCopies: library.FreeCopies{Show: library.ShowOnPage},
	})
	if diff := cmp.Diff(want, got, sameSettings); diff != "" {
		t.Errorf("settings differ (-want +got):\n%s", diff)
	}
	if got.Listen != ":8080" {
		t.Errorf("Listen is %q without a setting; want :8080", got.Listen)
	}
}

func TestParseReadsPrimo(t *testing.T) {
	const origins = `origins: ["https://Univ.primo.exlibrisgroup.com:443", "http://localhost:8003"]`
	note := library.OneText("Call us.")
	tests := []struct {
		name, yaml string
		want       *library.Primo
	}{
		{"nothing is done there unless settings say so", "primo:", nil},
		{"the link opens in place", "primo: {" + origins + "}", &library.Primo{}},
		{"notes, as most libraries need them", "primo: {" + origins + ", loans: {note: Call us.}}", &library.Primo{Loans: &library.PrimoLoans{
			Libraries: []string{"RES_SHARE"}, Locations: []string{"OUT_RS_REQ"}, Note: note, PlainTitle: true,
		}}},
		{"all otherwise", "primo: {" + origins + ", loans: {note: Call us., libraries: [ILL], locations: [AM1], renew: hide, title_link: keep, " +
			"request_number: true}, link: {open: page, beside: Free, hide_sign_in: true}}", &library.Primo{
			Loans: &library.PrimoLoans{Libraries: []string{"ILL"}, Locations: []string{"AM1"}, Note: note, HideRenew: true, RequestNumber: true},
			Link:  library.PrimoLink{NewPage: true, Beside: library.OneText("Free"), HideSignIn: true},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := parse(t, "libraries: [{code: x, name: X, form: {service: practice}, "+strings.Replace(tt.yaml, "primo:", "primo: ", 1)+"}]").Find("x")
			if tt.want != nil {
				tt.want.Origins = []string{"https://univ.primo.exlibrisgroup.com", "http://localhost:8003"}
			}
			if diff := cmp.Diff(tt.want, got.Primo); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
			if own := got.AllowsPrimo("http://localhost:8003"); own != (tt.want != nil) {
				t.Errorf("its own origin is allowed: %v", own)
			}
			if got.AllowsPrimo("https://univ.primo.exlibrisgroup.com.evil.example") || got.AllowsPrimo("") {
				t.Error("another origin is allowed")
			}
		})
	}
}

func TestExampleParsesToKnownSettings(t *testing.T) {
	s, err := library.Parse("example.yaml", library.Example, env)
	if err != nil {
		t.Fatal(err)
	}
	got, want := s.Find("demo"), demo()
	want.Form.Params = append(want.Form.Params, requestform.Param{Key: "rfe_dat"})
	want.StaffPages.Networks = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("2001:db8::/32")}
	want.TimeZone = got.TimeZone
	want.Primo = &library.Primo{
		Origins: []string{"https://demo.primo.exlibrisgroup.com"},
		Loans: &library.PrimoLoans{
			Libraries: []string{"RES_SHARE"}, Locations: []string{"OUT_RS_REQ"}, Note: got.Primo.Loans.Note,
			Account: "https://12345.account.worldcat.org/account", RequestNumber: true, PlainTitle: true,
		},
		Link: library.PrimoLink{Beside: got.Primo.Link.Beside},
	}
	// Texts are the example's own.
	want.RecordURL = "https://search.example.edu/permalink/01DEMO_INST/abc/alma{mms_id}"
	want.Form.Keys = []requestform.Key{formKey("rft.title", "{whole-title}"), formKey("illNote", "From {source}{, record {record}}")}
	want.CheckFirst, want.Notice, want.Closed.Message = got.CheckFirst, got.Notice, got.Closed.Message
	if diff := cmp.Diff(want, got, sameSettings); diff != "" {
		t.Errorf("library differs (-want +got):\n%s", diff)
	}
}

func TestParseReadsLookups(t *testing.T) {
	type lookups = source.Settings
	tests := []struct {
		name, yaml string
		want       *lookups
	}{
		{"nobody is asked unless settings say so", "lookup:", nil},
		{"services by name", "lookup: {sources: [crossref, openlibrary]}",
			&lookups{Sources: []source.Endpoint{{Name: "crossref"}, {Name: "openlibrary"}}, Budget: 800 * time.Millisecond}},
		{"addresses, with a key from the environment", "lookup: {sources: {googlebooks: \"https://books.example/v1/?key=${WORD}\", pubmed: }}",
			&lookups{Sources: []source.Endpoint{{Name: "googlebooks", Address: "https://books.example/v1/?key=much"}, {Name: "pubmed"}}, Budget: 800 * time.Millisecond}},
		{"no certificate on this machine", "lookup: {sources: {crossref: \"http://127.0.0.1:${PORT}/\", datacite: \"http://[::1]/\", pubmed: \"http://localhost/\"}}",
			&lookups{Sources: []source.Endpoint{{Name: "crossref", Address: "http://127.0.0.1:7081/"}, {Name: "datacite", Address: "http://[::1]/"}, {Name: "pubmed", Address: "http://localhost/"}}, Budget: 800 * time.Millisecond}},
		{"a budget, a contact, a password from the environment", "lookup: {sources: [pubmed], budget: 1.5s, contact: ill@example.edu, cache: \"rediss://:${WORD}@cache.example:${PORT}/3\"}",
			&lookups{Sources: []source.Endpoint{{Name: "pubmed"}}, Budget: 1500 * time.Millisecond, Contact: "ill@example.edu", Cache: "rediss://:much@cache.example:7081/3"}},
		{"a cache for the statistics alone", "lookup: {cache: \"redis://cache\"}",
			&lookups{Sources: []source.Endpoint{}, Budget: 800 * time.Millisecond, Cache: "redis://cache"}},
		{"Valkey under its own name", "lookup: {sources: [pubmed], cache: \"valkey://cache\"}",
			&lookups{Sources: []source.Endpoint{{Name: "pubmed"}}, Budget: 800 * time.Millisecond, Cache: "valkey://cache"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := parse(t, tt.yaml+"\nlibraries: [{code: x, name: X, form: {service: practice}}]")
			if diff := cmp.Diff(tt.want, got.Lookup); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

// Each case sets one thing of a library, or of its form where it begins with form.
func TestParseAccepts(t *testing.T) {
	type lib = library.Library
	tests := []struct {
		name, form, yaml string
		got              func(*lib) any
		want             any
	}{
		{"one policy for all", "", "confirm: never",
			func(l *lib) any { return l.Policy(citation.Book) }, library.ConfirmNever},
		{"a policy by type", "", "confirm: {chapter: always}",
			func(l *lib) any { return l.Policy(citation.Chapter) }, library.ConfirmAlways},
		{"types without a policy of their own", "", "confirm: {chapter: always}",
			func(l *lib) any { return l.Policy(citation.Book) }, library.ConfirmIncomplete},
		{"nothing said after a name", "", "notice:\n    brand:\n    confirm: ~",
			func(l *lib) any { return []any{l.Notice[""], l.Brand, l.Confirm} },
			[]any{"", library.Brand{}, library.ConfirmIncomplete}},
		{"a name that looks like a number", "", "notice: 0012",
			func(l *lib) any { return l.Notice[""] }, "0012"},
		{"a tag, a name after a question mark", "", "? notice\n    : !!str 12",
			func(l *lib) any { return l.Notice[""] }, "12"},
		{"text over several lines", "", "notice: |\n      one\n      two\n",
			func(l *lib) any { return l.Notice[""] }, "one\ntwo\n"},
		{"staff pages on", "", "staff_pages: on",
			func(l *lib) any { return l.StaffPages }, library.StaffPages{}},
		{"staff pages off", "", "staff_pages: off",
			func(l *lib) any { return l.StaffPages }, library.StaffPages{Off: true}},
		{"a network with host bits, a single address", "", "staff_pages: [10.1.2.3/8, 192.0.2.7]",
			func(l *lib) any { return l.StaffPages.Networks },
			[]netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("192.0.2.7/32")}},
		{"no lookups for one library", "", "lookup: off",
			func(l *lib) any { return l.NoLookup }, true},
		{"no requests while closed", "", "closed: {from: 2026-12-20, until: 2026-12-20, requests: stop}",
			func(l *lib) any { return l.Closed.Accept }, false},
		{"a help page for a contact", "", "contact: https://library.example.edu/ill",
			func(l *lib) any { return l.Contact }, "https://library.example.edu/ill"},
		{"an origin with a port", "", "embed_origins: [\"https://library.example.edu:8443\"]",
			func(l *lib) any { return l.EmbedOrigins }, []string{"https://library.example.edu:8443"}},
		{"a search after a fragment", "", "check_first: [{label: X, url: \"https://x.example/#!/search?q={doi}\"}]",
			func(l *lib) any { return l.CheckFirst[0].URL }, "https://x.example/#!/search?q={doi}"},

		{"WorldShare ILL", "service: worldshare-ill, url: \"https://a.example/openurl?\"", "",
			func(l *lib) any { return l.Form.Service }, requestform.WorldShare},
		{"the highest port", "service: tipasa, url: \"https://a.example:65535/?\"", "",
			func(l *lib) any { return l.Form.URL }, "https://a.example:65535/?"},
		{"a host by number", "service: tipasa, url: \"https://[2001:db8::1]/?\"", "",
			func(l *lib) any { return l.Form.URL }, "https://[2001:db8::1]/?"},
		{"a practice form elsewhere", "service: practice, url: \"https://a.example/practice?\"", "",
			func(l *lib) any { return l.Form.URL }, "https://a.example/practice?"},
		{"a proxy that wants its target encoded", "service: tipasa, url: \"https://a.example/?\", proxy: \"https://p.example/login?qurl=\"", "",
			func(l *lib) any { return l.Form.Proxy }, "https://p.example/login?qurl="},
		{"params in the order of the file", "service: practice, params: {z: 1, a: \"\", m: }", "",
			func(l *lib) any { return l.Form.Params },
			[]requestform.Param{{Key: "z", Value: "1"}, {Key: "a"}, {Key: "m"}}},
		{"keys in the order of the file, one more than once, one not sent", "service: tipasa, url: \"https://a.example/?\", keys: {z: \"{title}\", rft_id: [\"info:lccn/{lccn}\", \"urn:x\"], a: \"\", m: }", "",
			func(l *lib) any { return l.Form.Keys },
			[]requestform.Key{formKey("z", "{title}"), formKey("rft_id", "info:lccn/{lccn}", "urn:x"), formKey("a"), formKey("m")}},
		{"keys of a type", "service: practice, types: {chapter: {keys: {rft.btitle: \"{container-title}\"}}}", "",
			func(l *lib) any { return l.Form.Types[citation.Chapter] },
			requestform.TypeAs{Keys: []requestform.Key{formKey("rft.btitle", "{container-title}")}}},
		{"a form of another system, without a ?", "service: koha, url: \"https://a.example/cgi-bin/koha/opac-illrequests.pl\", types: {chapter: {genre: article}}", "",
			func(l *lib) any { return l.Form.Service }, requestform.Koha},
		{"how the target is written behind a proxy", "service: tipasa, url: \"https://a.example/?\", proxy_encoding: none", "",
			func(l *lib) any { return l.Form.Encoding }, requestform.EncodeNone},
		{"an address from the environment", "service: tipasa, url: \"https://${HOST}/openurl?\"", "",
			func(l *lib) any { return l.Form.URL }, "https://tipasa.example/openurl?"},
		{"a number from the environment", "service: practice, max_length: \"${PORT}\"", "",
			func(l *lib) any { return l.Form.MaxLength }, 7081},
		{"a setting that the environment leaves empty", "service: tipasa, url: \"https://a.example/?\", proxy: \"${EMPTY}\"", "",
			func(l *lib) any { return l.Form.Proxy }, ""},
		{"a dollar sign, a plain ${", "service: practice", "notice: \"$5, $${HOST}\"",
			func(l *lib) any { return l.Notice[""] }, "$5, ${HOST}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			form := tt.form
			if form == "" {
				form = "service: practice"
			}
			s := parse(t, "libraries:\n  - code: x\n    name: X\n    form: {"+form+"}\n    "+tt.yaml+"\n")
			if diff := cmp.Diff(tt.want, tt.got(s.Find("x")), cmpopts.EquateComparable(netip.Prefix{})); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseReadsAnchorsAndMerges(t *testing.T) {
	s := parse(t, `
libraries:
  - &first
    code: one
    name: One
    notice: Hello
    form: &form {service: tipasa, url: "https://a.example/?"}
  - <<: *first
    code: two
    form: {<<: *form, max_length: 3000}
`)
	two := s.Find("two")
	if two == nil || two.Name != "One" || two.Notice[""] != "Hello" {
		t.Fatalf("the second library is %+v", two)
	}
	if two.Form.URL != "https://a.example/?" || two.Form.MaxLength != 3000 {
		t.Errorf("the second library is %+v; want the first one's settings but for code and max_length", two)
	}
}

func TestParseReadsWindowsFiles(t *testing.T) {
	s := parse(t, "\ufefflibraries:\r\n  - code: x\r\n    name: X\r\n    notice: |\r\n      one\r\n      two\r\n    form: {service: practice}\r\n")
	if got := s.Find("x").Notice; got[""] != "one\ntwo\n" {
		t.Errorf("Notice is %q; want the lines without carriage returns", got)
	}
}
