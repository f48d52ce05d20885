package requestform_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// items are one or more of every type, in several languages and scripts.
func items(t *testing.T) []citation.Citation {
	t.Helper()
	text, err := os.ReadFile("testdata/items.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []citation.Citation
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// formOf returns a form of the service at its example address.
func formOf(service requestform.Service) requestform.Form {
	f := requestform.Form{Service: service, URL: service.Example()}
	if service.NeedsKeys() {
		f.Keys = everyField
	}
	return f
}

// everyForm runs a test for each request form there is.
func everyForm(t *testing.T, do func(t *testing.T, f requestform.Form)) {
	t.Helper()
	for _, service := range requestform.Services() {
		t.Run(string(service), func(t *testing.T) { do(t, formOf(service)) })
	}
}

// What each form receives of the same items is in testdata/forms, to be read and
// compared with the form itself.
func TestFormsReceive(t *testing.T) {
	everyForm(t, func(t *testing.T, f requestform.Form) {
		var b strings.Builder
		fmt.Fprintf(&b, "# What %s receives at %s\n", f.Service.Title(), f.URL)
		for _, c := range items(t) {
			r := f.Fill(&c, requestform.Provenance{Source: "primo.exlibrisgroup.com"})
			readBack(t, r, f.Base())
			fmt.Fprintf(&b, "\n== %s: %s\n", c.Type, c.Title)
			for _, p := range r.Params {
				fmt.Fprintf(&b, "%s = %s\n", p.Key, p.Value)
			}
			for _, w := range r.Warnings {
				fmt.Fprintf(&b, "! %s %s: %s\n", w.Code, w.Field, w.Detail)
			}
		}
		file := "testdata/forms/" + string(f.Service) + ".txt"
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := diffLines(string(want), b.String()); diff != "" {
			t.Errorf("%s differs (-want +got); %s\n%s", file, sharedBy(f.Service), diff)
		}
	})
}

// diffLines returns how two texts differ, without the lines that are far from a difference.
func diffLines(want, got string) string {
	return cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
}

// sharedBy returns which other forms a change of a form's rows changes too.
func sharedBy(s requestform.Service) string {
	others := requestform.SameRows(s)
	if len(others) == 0 {
		return "no other form has its rows"
	}
	return fmt.Sprintf("its rows are those of %q too", others)
}

// A link of 4 kB loses what a request can do without, and keeps what identifies the item
// to the last.
func TestFormsKeepIdentifiersToTheLast(t *testing.T) {
	everyForm(t, func(t *testing.T, f requestform.Form) {
		c := longItem()
		for length := 4000; length >= 200; length -= 50 {
			f.MaxLength = length
			r := f.Fill(c, requestform.Provenance{Source: "primo.exlibrisgroup.com"})
			readBack(t, r, f.Base())
			if empty := len(f.Base()) + 120; len(r.Location) > max(length, empty) {
				t.Fatalf("%d bytes, want at most %d: %q", len(r.Location), length, r.Location)
			}
			sent, _ := url.QueryUnescape(r.Location)
			for _, identifier := range []string{c.DOI, c.ISSN, c.Custom.OCLC} {
				lesser := strings.Contains(sent, "Annals") || strings.Contains(sent, "Philadelphia") || strings.Contains(sent, "42-99")
				if lesser && strings.Contains(whole(t, f, c), identifier) && !strings.Contains(sent, identifier) {
					t.Fatalf("at %d bytes %q is gone, but less important values are sent: %q", length, identifier, sent)
				}
			}
		}
	})
}

// whole returns all that a form receives of an item where length does not matter.
func whole(t *testing.T, f requestform.Form, c *citation.Citation) string {
	t.Helper()
	f.MaxLength = 1 << 20
	sent, err := url.QueryUnescape(f.Fill(c, requestform.Provenance{}).Location)
	if err != nil {
		t.Fatal(err)
	}
	return sent
}

func longItem() *citation.Citation {
	return &citation.Citation{
		Type:           citation.Article,
		Title:          strings.Repeat("Irrigation courts of the hill towns ", 45),
		ContainerTitle: "Annals " + strings.Repeat("of water and power ", 40),
		Author:         []citation.Name{{Family: "García " + strings.Repeat("Márquez ", 30), Given: "Ana María"}},
		Issued:         citation.Date{Year: 2012}, Publisher: strings.Repeat("Oxford University Press ", 20), PublisherPlace: "Philadelphia",
		Edition: "2nd ed.", CollectionTitle: strings.Repeat("Handbooks ", 20), Volume: "7", Issue: "3", Page: "42-99",
		ISSN: "0395-2649", DOI: "10.1093/oxfordhb/9780195285062.013.0012", PMID: "28423456", Custom: citation.Custom{OCLC: "54987177"},
	}
}

// What an address must have is added where it lacks it, and only there.
func TestRequiredPartOfAddress(t *testing.T) {
	for _, c := range []struct {
		service   requestform.Service
		url, want string
	}{
		{requestform.ILLiad, "https://a.example/illiad/illiad.dll/OpenURL?", "https://a.example/illiad/illiad.dll/OpenURL?genre=book"},
		{requestform.ILLiad, "https://a.example/illiad/illiad.dll?", "https://a.example/illiad/illiad.dll?Action=10&Form=30&genre=book"},
		{requestform.ILLiad, "https://a.example/illiad/illiad.dll", "https://a.example/illiad/illiad.dll?Action=10&Form=30&genre=book"},
		{requestform.ILLiad, "https://a.example/illiad/illiad.dll?Action=10&Form=30&", "https://a.example/illiad/illiad.dll?Action=10&Form=30&genre=book"},
		{requestform.ILLiadForms, "https://a.example/illiad/illiad.dll?action=10", "https://a.example/illiad/illiad.dll?action=10&Form=21&LoanTitle=Dune"},
		{requestform.Koha, "https://a.example/cgi-bin/koha/opac-illrequests.pl", "https://a.example/cgi-bin/koha/opac-illrequests.pl?op=add_form&backend=Standard&type=book"},
		{requestform.Koha, "https://a.example/cgi-bin/koha/opac-illrequests.pl?op=add_form&backend=Other&", "https://a.example/cgi-bin/koha/opac-illrequests.pl?op=add_form&backend=Other&type=book"},
		{requestform.Relais, "https://a.relais-host.com/user/login.html?LS=A", "https://a.relais-host.com/user/login.html?LS=A&group=patron&url_ver="},
	} {
		f := requestform.Form{Service: c.service, URL: c.url}
		if got := f.Fill(&citation.Citation{Type: citation.Book, Title: "Dune"}, requestform.Provenance{}).Location; !strings.HasPrefix(got, c.want) {
			t.Errorf("%s at %s sends to %s, want %s…", c.service, c.url, got, c.want)
		}
	}
}

// ILLiad's database cuts what is too long for its columns, anywhere. Cut here, a value
// ends at a word, and half a number is not sent.
func TestLongestValues(t *testing.T) {
	f := requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example(), MaxLength: 8000}
	r := f.Fill(&citation.Citation{
		Type: citation.Book, Title: strings.Repeat("Irrigation ", 40), Publisher: "Editorial Universidad de Granada, Servicio de Publicaciones",
		Custom: citation.Custom{OCLC: strings.Repeat("9", 33)},
	}, requestform.Provenance{})
	if got, want := sent(r, "rft.pub"), "Editorial Universidad de Granada…"; got != want {
		t.Errorf("publisher is %q, want %q", got, want)
	}
	if got := sent(r, "title"); len([]rune(got)) > 255 || !strings.HasSuffix(got, "Irrigation…") {
		t.Errorf("title is %q, want at most 255 characters and a whole last word", got)
	}
	if slices.ContainsFunc(r.Params, func(p requestform.Param) bool { return p.Key == "rft.oclcnum" }) {
		t.Errorf("OCLC number %q is sent, want none", sent(r, "rft.oclcnum"))
	}
	var codes []string
	for _, w := range r.Warnings {
		codes = append(codes, w.Field+" "+string(w.Code))
	}
	slices.Sort(codes)
	want := []string{
		"rfe_dat limit-dropped", "rft.oclcnum limit-dropped", "rft.pub limit-shortened", "rft_id limit-dropped", "title limit-shortened",
	}
	if !slices.Equal(codes, want) { // the address is short: none is about its length
		t.Errorf("warnings are %q, want %q", codes, want)
	}
}

// TestEveryLimit: no value of ILLiad's is longer than its column, and none is cut much shorter.
func TestEveryLimit(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Irrigation ", 500))
	f := requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example(), MaxLength: 1 << 20}
	r := f.Fill(&citation.Citation{
		Type: citation.Chapter, Title: long, ContainerTitle: long, Author: []citation.Name{{Family: long}}, Publisher: long, PublisherPlace: long,
		Volume: long,
	}, requestform.Provenance{Source: long})
	for key, most := range map[string]int{
		"atitle": 250, "title": 255, "rft.au": 100, "rft.aulast": 100, "rft.pub": 40, "rft.place": 30, "volume": 30, "CitedIn": 4000,
	} {
		if n := len([]rune(sent(r, key))); n > most || n < most-len("Irrigation ") {
			t.Errorf("%s has %d characters, want at most %d", key, n, most)
		}
	}
}

// TestAddressAlone: without a value no question mark is added.
func TestAddressAlone(t *testing.T) {
	f := requestform.Form{Service: requestform.Custom, URL: "https://a.example/ask", Keys: []requestform.Key{key("doi", "{doi}")}}
	if got := f.Fill(&citation.Citation{Type: citation.Book, Title: "Dune"}, requestform.Provenance{}).Location; got != f.URL {
		t.Errorf("sends to %s", got)
	}
}

// An address of another system is noticed.
func TestFits(t *testing.T) {
	for _, service := range requestform.Services() {
		if !service.Fits(service.Example()) {
			t.Errorf("%s does not take its own example %s", service, service.Example())
		}
	}
	for _, c := range []struct {
		service requestform.Service
		url     string
		want    bool
	}{
		{requestform.Tipasa, "https://unb.account.worldcat.org/account/route/openurl?", true},
		{requestform.Tipasa, "https://illiad.example.edu/illiad/illiad.dll/OpenURL?", false},
		{requestform.WorldShare, "https://12345.account.worldcat.org/profile/route/openurl?", false},
		{requestform.ILLiad, "https://illiad.example.edu/illiad/ABC/illiad.dll?Action=10&Form=30&", true},
		{requestform.ILLiadForms, "https://illiad.example.edu/illiad/illiad.dll/OpenURL?", false},
		{requestform.Koha, "https://koha.example.edu/cgi-bin/koha/opac-search.pl?", false},
		{requestform.Relais, "https://a.relais-host.com/user/login.html?group=patron", false},
	} {
		if got := c.service.Fits(c.url); got != c.want {
			t.Errorf("%s fits %s: %t, want %t", c.url, c.service, got, c.want)
		}
	}
}

// A service that has addresses of any shape takes each, and is recognized by none.
func TestRecognizes(t *testing.T) {
	for _, service := range requestform.Services() {
		if address := "https://weirs.example.edu/ask"; service.Recognizes(address) {
			t.Errorf("%s is recognized by %s", service, address)
		}
	}
	if s := requestform.Custom; !s.Fits("https://weirs.example.edu/ask") {
		t.Errorf("%s does not take every address", s)
	}
	if s := requestform.Koha; !s.Recognizes(s.Example()) {
		t.Errorf("%s is not recognized by %s", s, s.Example())
	}
}
