package identifier_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lendlink/resolver/identifier"
)

func TestParseDOI(t *testing.T) {
	vectors{
		{"bare", "10.1126/science.275.5304.1320", "10.1126/science.275.5304.1320"},
		{"info", "info:doi/10.1145/1029999.1029998", "10.1145/1029999.1029998"},
		{"a label", "DOI: 10.1086/679999.", "10.1086/679999"},
		{"urn", "urn:doi:10.1086/679999", "10.1086/679999"},
		{"resolver", "https://doi.org/10.1086/679999?x=1", "10.1086/679999"},
		{"a library's proxy", "https://doi-org.proxy.example.edu/10.1086/679999", "10.1086/679999"},
		{"a publisher's page", "https://www.example.com/doi/full/10.1080/02724634.2012.661003#top", "10.1080/02724634.2012.661003"},
		{"escaped", "10%2E1039%2Fb814549k", "10.1039/b814549k"},
		{"parentheses of its own", "10.1016/S0140-6736(11)60693-4", "10.1016/S0140-6736(11)60693-4"},
		{"a bracket opened before it", "(10.1016/S0140-6736(11)60693-4)", "10.1016/S0140-6736(11)60693-4"},
		{"angle brackets of old Wiley", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O"},
		{"text after it", "10.1086/679999 [PubMed]", "10.1086/679999"},
		{"blanks around the slash", "10.1093 / rpe12", "10.1093/rpe12"},
		{"a blank after it", "10.1093/ rpe12", "10.1093/rpe12"},
		{"a slash of a sentence", "10.1093 / or so", ""},
		{"a publisher's view", "https://onlinelibrary.example/doi/10.1086/679999/full", "10.1086/679999"},
		{"a file", "https://pubs.example/10.1086/679999.pdf?download=1", "10.1086/679999"},
		{"a PubMed number after it", "10.1086/679999;PMID:9036860", "10.1086/679999"},
		{"the tag that it was in", "10.1086/679999</a>", "10.1086/679999"},
		{"the attribute that it stood in", "href=\"https://doi.org/10.1086/679999\">here", "10.1086/679999"},
		{"twice", "10.1086/67999910.1086/679999", "10.1086/679999"},
		{"twice, as an address too", "10.1086/679999https://doi.org/10.1086/679999", "10.1086/679999"},
		{"another after it", "10.1086/679999;10.1086/680000", "10.1086/679999"},
		{"encoded twice in an address", "https://proxy.example/login?url=https%253A%252F%252Fdoi.org%252F10.1086%252F679999", "10.1086/679999"},
		{"quotation marks around it", "“10.1086/679999”", "10.1086/679999"},
		{"a bracket without its pair", "10.1086/679999)", "10.1086/679999"},
		{"a hyphen at a line's end", "10.1086/679999-", "10.1086/679999"},
		{"a blank that does not break", "10.1086/679999\u00a0[PubMed]", "10.1086/679999"},
		{"letters glued to it", "doi10.1086/679999", "10.1086/679999"},
		{"a part of a registrant", "10.1000.10/123456", "10.1000.10/123456"},
		{"a SICI that lost its angle brackets", "10.1002/1097-4679(200102)57:23.0.CO;2-1", ""},
		{"a word glued to it", "abc10.1086/679999", ""},
		{"nothing after the slash", "10.1086/", ""},
		{"punctuation after the slash", "10.1086/.", ""},
		{"no slash", "10.1086", ""},
		{"empty", "info:doi/", ""},
		{"an ISBN", "info:doi/9780306406157", ""},
		{"no registrant", "10.12/x", ""},
		{"a decimal number", "110.1234/5", ""},
	}.run(t, identifier.ParseDOI)
}

// TestParseDOIOfALongText: the DOI is found wherever it is, and is none of a text without end.
func TestParseDOIOfALongText(t *testing.T) {
	if got, ok := identifier.ParseDOI(strings.Repeat("10.1 ", 1000) + "10.1086/679999"); !ok || got != "10.1086/679999" {
		t.Errorf("got %q, %t", got, ok)
	}
	if got, ok := identifier.ParseDOI("10.1086/" + strings.Repeat("é", 5000)); !ok || len(got) > 2000 || !utf8.ValidString(got) {
		t.Errorf("got %d bytes, %t", len(got), ok)
	}
}

func TestDOIsOfChapters(t *testing.T) {
	for doi, want := range map[string]struct{ chapter, bookPart bool }{
		"10.1002/9781118999141.ch12":                {true, true},
		"10.1002/0470999999.ch5":                    {true, false}, // by a number of ten digits
		"10.1007/978-3-540-44291-2_7":               {true, true},
		"10.1007/978-3-540-44291-2":                 {false, false},
		"10.1201/b12999-7":                          {true, false},
		"10.1201/b12999":                            {false, false},
		"10.1201/bus-7":                             {false, false},
		"10.1093/0198999999.003.0004":               {true, false},
		"10.1093/acprof:oso/9780306406157.003.0004": {true, true},
		"10.1093/acprof:oso/9780306406157.001.0001": {false, false},
		"10.1016/B978-0-306-40615-7.00527-7":        {true, true},
		"10.1016/B978-0-306-40615-7.X5000-9":        {true, false}, // a part by its form, the whole book by Elsevier's number
		"10.4324/9780306406157-9":                   {true, true},
		"10.1000/9780306406158-1":                   {true, false}, // no valid ISBN
		"10.1080/01419870.2019.1234567":             {false, false},
		"10.1038/nature12373":                       {false, false},
		"10.1000/a.change":                          {false, false}, // not .ch1
		"":                                          {false, false},
	} {
		if identifier.IsChapterDOI(doi) != want.chapter {
			t.Errorf("%q is a chapter's: %t", doi, !want.chapter)
		}
		if identifier.IsBookPartDOI(doi) != want.bookPart {
			t.Errorf("%q has a book's ISBN and a part: %t", doi, !want.bookPart)
		}
	}
}
