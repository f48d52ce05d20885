package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseISSN(t *testing.T) {
	vectors{
		{"with hyphen", "0378-5955", "0378-5955"},
		{"without", "00249319", "0024-9319"},
		{"check digit X", "0420073x", "0420-073X"},
		{"two", "0829-982X; 1040-676X", "0829-982X"},
		{"a code after it", "03785955@@@edsdnp", "0378-5955"},
		{"labelled", "ISSN 0378-5955 (print)", "0378-5955"},
		{"a blank for the hyphen", "0378 5955", "0378-5955"},
		{"a dash of print", "0378–5955", "0378-5955"},
		{"digits of full width", "０３７８－５９５５", "0378-5955"},
		{"the first is wrong", "0378-5956 0829-982X", "0829-982X"},
		{"for one that is missing", "0000-0000", ""},
		{"and without hyphen", "00000000", ""},
		{"a date", "20190101", ""},
		{"seven digits", "0378-595", ""},
		{"empty", "", ""},
		{"wrong check digit", "0032-147X", ""},
		{"a database's code", "NBID.ZZZE", ""},
		{"an ISBN", "9780306406157", ""},
	}.run(t, identifier.ParseISSN)
}

func TestParseISSNURN(t *testing.T) {
	for in, want := range map[string]string{
		"urn:ISSN:0378-5955": "0378-5955", "info:issn/03785955": "0378-5955", "ISSN:0420-073x": "0420-073X", "issn:0378-5956": "",
		"0378-5955": "", "urn:isbn:0306406152": "", "": "",
	} {
		if got, ok := identifier.ParseISSNURN(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t", in, got, ok)
		}
	}
}
