package plaintext_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/citation"
	"lendlink/resolver/reference/plaintext"
)

const year = 2026

// TestCases reads every reference of testdata/cases.txt.
func TestCases(t *testing.T) {
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		t.Run(name, func(t *testing.T) {
			reference, want := splitCase(rest)
			got, ok := plaintext.Parse(reference, year)
			if !ok {
				t.Fatalf("nothing is read of %q", reference)
			}
			for _, line := range want {
				field, value, _ := strings.Cut(line, ": ")
				if value == "-" {
					value = ""
				}
				if g := fieldOf(&got.Citation, field); g != value {
					t.Errorf("%s is %q, want %q; note %q", field, g, value, got.Note)
				}
			}
		})
	}
}

// What is not understood goes into the note: no word of a reference is lost but those
// that name a field, such as vol. and In.
func TestNothingIsLost(t *testing.T) {
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	naming := strings.Fields("ibid also inventor begr director année págs cite this trans dies editors vol pages https retrieved edition aufl hrsg eds heft pmid isbn doi")
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		if strings.Contains(name, "PDF") { // hyphens of lines are gone
			continue
		}
		reference, _ := splitCase(rest)
		got, _ := plaintext.Parse(reference, year)
		kept := strings.ToLower(fmt.Sprintf("%+v", got))
		words := strings.FieldsFunc(strings.ToLower(reference), func(r rune) bool { return !unicode.IsLetter(r) })
		for _, w := range words {
			if utf8.RuneCountInString(w) > 3 && !strings.Contains(kept, w) && !slices.Contains(naming, w) && !slices.Contains(months, w) {
				t.Errorf("%s: %q is lost: %+v", name, w, got)
			}
		}
	}
}

// months are the words for months in the cases.
var months = []string{"march", "december", "january"}

// splitCase splits a case into the reference and the fields.
func splitCase(s string) (reference string, want []string) {
	var lines []string
	for line := range strings.Lines(strings.TrimSpace(s)) {
		line = strings.TrimRight(line, "\n")
		if field, _, found := strings.Cut(line, ": "); found && fieldOf(&citation.Citation{}, field) != "no field" {
			want = append(want, line)
		} else {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n"), want
}

func fieldOf(c *citation.Citation, field string) string {
	switch field {
	case "type":
		return string(c.Type)
	case "title":
		return c.Title
	case "container-title":
		return c.ContainerTitle
	case "author":
		var names []string
		for _, n := range c.Author {
			names = append(names, n.String())
		}
		return strings.Join(names, "; ")
	case "date":
		s := fmt.Sprintf("%d-%d-%d", c.Issued.Year, c.Issued.Month, c.Issued.Day)
		return strings.TrimSuffix(strings.TrimSuffix(s, "-0"), "-0")
	case "publisher":
		return c.Publisher
	case "publisher-place":
		return c.PublisherPlace
	case "volume":
		return c.Volume
	case "issue":
		return c.Issue
	case "page":
		return c.Page
	case "ISBN":
		return c.ISBN
	case "DOI":
		return c.DOI
	case "PMID":
		return c.PMID
	}
	return "no field"
}

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"apa":       "Ruiz, A. B., & Lindqvist, C. (2019). Tugs of the inner harbour: A labour history. Journal of Port Studies, 12(3), 145–167. https://doi.org/10.1000/jps.2019.0145",
		"vancouver": "12. Pérez JJ, de la Torre M, Arias AB. Seasickness in ferry crews: a cohort study. Occup Environ Med. 2014;71(4):233-41. doi: 10.1000/oem.2013.101",
		"chapter":   "Puchner, Wilma. “Acting on the Quay.” In Greek and Roman Ports: Aspects of a Profession, edited by Pat East and Edith Hall, 304-327. Cambridge: Cambridge University Press, 2002.",
		"longest":   strings.Repeat("A. Lee, B. Roe, ", plaintext.Longest/16),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				plaintext.Parse(text, year)
			}
		})
	}
}
