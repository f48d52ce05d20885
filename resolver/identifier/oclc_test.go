package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseOCLC(t *testing.T) {
	vectors{
		{"001 of eight digits", "ocm00012345 ", "12345"},
		{"001 of nine", "ocn123456789", "123456789"},
		{"001 of ten", "on1234567890", "1234567890"},
		{"035", "(OCoLC)814782", "814782"},
		{"both", "(OCoLC)ocm00003862", "3862"},
		{"info", "info:oclcnum/0053393962", "53393962"},
		{"WorldCat", "http://www.worldcat.org/oclc/678061209", "678061209"},
		{"WorldCat, new", "https://search.worldcat.org/title/678061209?oclcNum=1", "678061209"},
		{"another library's", "(DLC)2001000002", ""},
		{"labelled", "OCLC: 814782", "814782"},
		{"labelled for MARC", "OCLC ocm00012345", "12345"},
		{"the registry's mistake", "info:ofi/nam:info:oclcnum:814782", "814782"},
		{"the Internet Archive's", "urn:oclc:record:1035605738", "1035605738"},
		{"the first of two", "814782; 814783", "814782"},
		{"ISBN and OCLC number of a page", "https://www.worldcat.org/title/lamps/oclc/814782&referer=brief_results", "814782"},
		{"zeros alone", "0000", ""},
		{"thirteen digits are an ISBN", "9780306406157", ""},
		{"words", "on loan", ""},
		{"empty", "info:oclcnum/", ""},
	}.run(t, identifier.ParseOCLC)
}

func TestParseOCLCPair(t *testing.T) {
	for in, want := range map[string]string{
		"oclcNumber=48397801": "48397801", "institute=UCOP&oclcNumber=05118822": "5118822", "OCLCNUMBER=ocm00012345&x=1": "12345",
		"oclcNumber=": "", "oclcNumber=none": "", "institute=UCOP": "", "48397801": "", "": "",
	} {
		if got, ok := identifier.ParseOCLCPair(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t", in, got, ok)
		}
	}
}
