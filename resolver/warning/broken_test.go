package warning_test

import (
	"strings"
	"testing"

	"lendlink/resolver/warning"
)

// TestBroken: every identifier that cannot be valid is a fault of the link's source, as are links damaged on the way. What
// Lendlink does not know, and what it keeps from others, is none.
func TestBroken(t *testing.T) {
	for _, code := range codes(t) {
		if strings.HasSuffix(string(code), "-invalid") && !code.Broken() {
			t.Errorf("%s is no fault of the link", code)
		}
		if strings.HasPrefix(string(code), "lookup-") && code.Broken() {
			t.Errorf("%s is a fault of the link", code)
		}
	}
	for code, want := range map[warning.Code]bool{
		warning.EncodingRepaired: true, warning.AmpersandGlued: true, warning.GenreContradicted: true, warning.PageIsYear: true,
		warning.PersonalDropped: false, warning.PlaceholderDropped: false, warning.NameAmbiguous: false, warning.LengthShortened: false, "no-code": false,
	} {
		if code.Broken() != want {
			t.Errorf("%s is a fault of the link: %t", code, !want)
		}
	}
}
