package openurl_test

import (
	"net/url"
	"testing"

	"lendlink/resolver/openurl"
)

// TestPlaceholders: what programs and templates write for a missing value is marked as empty, and what only
// looks so is not.
func TestPlaceholders(t *testing.T) {
	for _, tt := range []struct {
		key, value string
		want       bool
	}{
		{"lang", "", true},
		{"rft.auinit1", "auinit1", true},
		{"isbn13", "isbn13", true},
		{"rft.issn", "[issn]", true},
		{"rft.issn", "rft.issn", true},
		{"rft.pub", "Unknown", true},
		{"rft.aulast", "Unknown", false},
		{"rft.aulast", "Null", false},
		{"rft.aulast", "NULL", true},
		{"rft.au", "NaN", true},
		{"rft.au", "Doe, {rft.aufirst}", true},
		{"rft.series", "((seriestitle}}", true},
		{"rft.series", "{seriestitle}", true},
		{"rft.date", "1999 {month}", true},
		{"rft.btitle", "Weirs {addata.x} here", true},
		{"rft.btitle", "Why (not?>) this", false},
		{"rft.btitle", "Sets (a) xa_b} and c", false},
		{"rft.btitle", "The index x_{a.b} of sets", false},
		{"rft.btitle", "An open {brace", false},
		{"rft.btitle", "{Dr. No} and others", false},
		{"rft.btitle", "{yeast} genetics", false},
	} {
		pairs := openurl.Parse(tt.key + "=" + url.QueryEscape(tt.value)).Pairs
		if len(pairs) != 1 || pairs[0].Empty != tt.want {
			t.Errorf("%s=%s: got %+v, want empty: %t", tt.key, tt.value, pairs, tt.want)
		}
	}
}
