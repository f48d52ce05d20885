package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

// TestParseDirectPair: a source of names in direct order has another name after a comma, or where the person works.
func TestParseDirectPair(t *testing.T) {
	for _, tt := range []struct{ why, in, want string }{
		{"two names", "Ann Roe, Clara Doe", "Roe|Ann + Doe|Clara"},
		{"in capitals", "ANN ROE, CLARA DOE", "ROE|ANN + DOE|CLARA"},
		{"a capital inside a Scottish name", "Ann Roe, Clara McWeir", "Roe|Ann + McWeir|Clara"},
		{"inside another", "Ann Roe, Mary MacDonald", "Roe|Ann + MacDonald|Mary"},
		{"after an apostrophe", "Ann Roe, John O'Hara", "Roe|Ann + O'Hara|John"},
		{"after a hyphen", "Ann Roe, Clara Smith-Hall", "Roe|Ann + Smith-Hall|Clara"},
		{"a website", "Ann Roe, LocksToday Lund", "Roe|Ann"},
		{"a newspaper", "Ann Roe, Weir Gazette", "Roe|Ann"},
		{"a newspaper in capitals", "ANN ROE, WEIR GAZETTE", "ROE|ANN"},
		{"two capitals that are not initials", "Ann Roe, TV Insider", "Roe|Ann"},
		{"a business", "Ann Roe, The Weir", "Roe|Ann"},
		{"an organisation", "Ann Roe, Weir Society", ""},
		{"a role", "Ann Roe, editor", ""},
		{"a degree", "Ann Roe, PhD", ""},
		{"a heading", "Roe, Ann", ""},
		{"a heading with two family names", "García Márquez, Ana Sofía", ""},
		{"three names", "Ann Roe, Clara Doe, Bo Poe", ""},
		{"one name", "Ann Roe", ""},
		{"nothing", "", ""},
	} {
		if got := show(name.ParseDirectPair(tt.in)); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.why, tt.in, got, tt.want)
		}
	}
}
