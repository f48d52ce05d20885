package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseISBN(t *testing.T) {
	vectors{
		{"ten digits", "0306406152", "9780306406157"},
		{"check digit X", "057117678X", "9780571176786"},
		{"small x", "061871460x", "9780618714605"},
		{"hyphens", "0-471-78379-X", "9780471783794"},
		{"thirteen digits", "9789570810530", "9789570810530"},
		{"979", "979-10-343-0459-2", "9791034304592"},
		{"979-8", "9798602405453", "9798602405453"},
		{"nine digits are an SBN", "340013818", "9780340013816"},
		{"qualifier", "0679743006 (hardcover : acid-free paper)", "9780679743002"},
		{"qualifier glued to it", "9780071741675(print", "9780071741675"},
		{"several", "0870232924 9780870232923", "9780870232923"},
		{"several, the first wrong", "0306406153; 0262011808", "9780262011808"},
		{"blanks for hyphens", "978 0 306 40615 7", "9780306406157"},
		{"dashes", "978–3–540–44178–6", "9783540441786"},
		{"urn", "urn:isbn:978-2-07-036042-0", "9782070360420"},
		{"wrong check digit", "9780306406154", ""},
		{"labelled", "ISBN-13: 978-0-306-40615-7", "9780306406157"},
		{"labelled without a hyphen", "ISBN10:0306406152", "9780306406157"},
		{"a number before it", "2nd ed., 0306406152", "9780306406157"},
		{"a volume's number glued to it", "v.1 0306406152 v.2 0870232924", "9780306406157"},
		{"copied with a soft hyphen", "978\u00ad0306406157", "9780306406157"},
		{"copied with marks of direction", "\u202a9780306406157\u202c", "9780306406157"},
		{"digits of full width", "９７８－０－３０６－４０６１５－７", "9780306406157"},
		{"an X in the middle is not a digit", "03064X6152", ""},
		{"the X begins a word", "057117678Xenon", ""},
		{"nine digits and a check digit apart", "030640615 2", "9780306406157"},
		{"nine digits and a wrong one apart", "030640615 3", ""},
		{"nine digits and a year", "340013818 1971", "9780340013816"},
		{"the same digit ten times", "0000000000", ""},
		{"a digit too many", "97803064061571", ""},
		{"two glued", "03064061520870232924", ""},
		{"no prefix of books", "1000000000012", ""},
		{"printed music", "9790060115615", ""},
		{"an ISSN", "0378-5955", ""},
		{"a word", "journal", ""},
		{"nothing", "", ""},
	}.run(t, identifier.ParseISBN)
}

func TestParseWholeISBN(t *testing.T) {
	vectors{
		{"bare", "9780306406157", "9780306406157"},
		{"under a DOI's prefix", "info:doi/9780306406157", "9780306406157"},
		{"under an ISSN's", "urn:ISSN:0-306-40615-2", "9780306406157"},
		{"a qualifier after it", "0306406152 (pbk.)", "9780306406157"},
		{"inside a DOI", "10.1007/978-0-306-40615-7", ""},
		{"after a word", "see 9780306406157", ""},
		{"nine digits may be anything", "340013818", ""},
		{"an ISSN", "0378-5955", ""},
		{"a prefix alone", "doi:", ""},
		{"empty", "", ""},
	}.run(t, identifier.ParseWholeISBN)
}

func TestParseISBNURN(t *testing.T) {
	for in, want := range map[string]string{
		"urn:ISBN:9780306406157": "9780306406157", "URN:isbn:0-306-40615-2": "9780306406157", "info:isbn/0306406152": "9780306406157",
		"ISBN 0306406152": "9780306406157", "isbn:0306406153": "", "9780306406157": "", "urn:issn:0378-5955": "", "": "",
	} {
		if got, ok := identifier.ParseISBNURN(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t", in, got, ok)
		}
	}
}

func TestFirstNumber(t *testing.T) {
	for in, want := range map[string]string{
		"978-0-306-40615-7": "9780306406157", "0-471-78379-x (v. 1)": "047178379X", "v. 12": "12", "12–19": "1219", "Xenon": "", "": "",
	} {
		if got := identifier.FirstNumber(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestIsISMN(t *testing.T) {
	for in, want := range map[string]bool{
		"9790060115615": true, "ISMN 979-0-060-11561-5": true, "979–0–060–11561–5": true, "9790060115616": false, "979-10-343-0459-2": false,
		"9780306406157": false, "M-060-11561-5": false, "": false,
	} {
		if identifier.IsISMN(in) != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}
