package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseLCCN(t *testing.T) {
	vectors{
		{"prefix and hyphen", "n78-890351", "n78890351"},
		{"padded to six", "n78-89035", "n78089035"},
		{"blanks", "n 78890351 ", "n78890351"},
		{"leading blanks", " 85000002 ", "85000002"},
		{"short", "85-2", "85000002"},
		{"four-digit year", "2001-000002", "2001000002"},
		{"revision", "75-425165//r75", "75425165"},
		{"suffix", " 79139101 /AC/r932", "79139101"},
		{"info", "info:lccn/2011201780", "2011201780"},
		{"an address", "https://lccn.loc.gov/2001627090", "2001627090"},
		{"an address of old", "HTTP://LCCN.LOC.GOV/n78890351", "n78890351"},
		{"two letters", "sh85000002", "sh85000002"},
		{"three letters", "sca85000002", "sca85000002"},
		{"a dash of print", "2001–000002", "2001000002"},
		{"four letters", "abcd85000002", ""},
		{"a digit before letters", "1ab85000002", ""},
		{"one letter that is not ASCII", "é85000002", ""},
		{"letters after the hyphen", "85-2a", ""},
		{"seven digits after it", "85-0000002", ""},
		{"nothing after it", "85-", ""},
		{"empty", "info:lccn/", ""},
		{"too short", "1234567", ""},
		{"letters inside", "12ab5678", ""},
	}.run(t, identifier.ParseLCCN)
}
