package report_test

import (
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/report"
	"lendlink/resolver/warning"
)

func write(t *testing.T, query string, of report.Circumstances) string {
	t.Helper()
	var b strings.Builder
	if err := report.Write(&b, resolver.Resolve(library.Demo().Libraries[0], query, 2026), of); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteSaysUnderWhichCircumstances(t *testing.T) {
	got := write(t, "genre=book&title=Dune", report.Circumstances{
		Library: "Demo Library", AsIf: "lendlink.confirm=always", Inspection: "https://ill.example.edu/demo/inspect?title=Dune", MaxLength: 2000,
	})
	for _, want := range []string{
		"library      Demo Library\n", "as if        lendlink.confirm=always\n",
		"\n  https://ill.example.edu/demo/inspect?title=Dune\n", " of at most 2000 bytes\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	plain := write(t, "genre=book&title=Dune", report.Circumstances{})
	for _, not := range []string{"library ", "as if", "at most", "https:"} {
		if strings.Contains(plain, not) {
			t.Errorf("has %q:\n%s", not, plain)
		}
	}
}

func TestWriteShowsWhatWasRepaired(t *testing.T) {
	got := write(t, "genre=book&title=M%E9moires", report.Circumstances{})
	if !strings.Contains(got, "sent as title=M%E9moires") {
		t.Errorf("lacks what was sent:\n%s", got)
	}
}

// A cause comes once, with its words and every key that has it.
func TestWriteReportsACauseOnce(t *testing.T) {
	got := write(t, "genre=book&title=M%E9moires&aulast=Lef%E8vre", report.Circumstances{})
	if n := strings.Count(got, warning.EncodingRepaired.Sentence()); n != 1 {
		t.Errorf("the sentence is there %d times", n)
	}
	for _, want := range []string{"title    M%E9moires   -> Mémoires\n", "aulast   Lef%E8vre    -> Lefèvre\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

// A value must not look like another line, nor steer a terminal.
func TestWriteKeepsValuesToTheirLine(t *testing.T) {
	got := write(t, "genre=book&title=Dune%0Aaction%20%20redirect%1B%5B2J&isbn="+strings.Repeat("9", 300), report.Circumstances{})
	if strings.Contains(got, "\naction") || strings.ContainsRune(got, '\x1b') {
		t.Errorf("%q", got)
	}
	for line := range strings.Lines(got) {
		if len(line) > 300 && !strings.HasPrefix(line, "  /demo/practice?") {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
}

// What came of a lookup, and what the link lacks, is said with the rest.
func TestWriteSaysWhereValuesAreFrom(t *testing.T) {
	r := resolver.Resolve(library.Demo().Libraries[0], "genre=article&atitle=Water&title=Hill+Letters&volume=2&sid=primo", 2026)
	r.From = map[string]string{"volume": "Crossref"}
	r.FreeCopy = &openaccess.Copy{URL: "https://repository.example.edu/1", Source: "Unpaywall"}
	r.Missing = []string{"issued", "page"}
	var b strings.Builder
	if err := report.Write(&b, r, report.Circumstances{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  source         primo\n", "  missing        issued, page\n", "  free to read   https://repository.example.edu/1, says Unpaywall\n",
		"  volume            2                 from Crossref\n", "  container-title   Hill Letters\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("lacks %q:\n%s", want, b.String())
		}
	}
}
