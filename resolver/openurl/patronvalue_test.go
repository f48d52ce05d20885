package openurl_test

import (
	"strings"
	"testing"

	"lendlink/resolver/openurl"
)

// TestMayBePersonal: of what is kept of links, values go that look as if they were about a person.
func TestMayBePersonal(t *testing.T) {
	for _, tt := range []struct {
		link string
		want bool
	}{
		{"title=Dune", false},
		{"title=Tel:+a+hill+of+ruins", false},
		{"title=Who+goes+there?", false},
		{"title=C@fe", true},
		{"title=Write+to+mailto:jdoe", true},
		{"title=jdoe(at)example", true},
		{"title=jdoe[at]example", true},
		{"title=Arts+%26" + strings.Repeat("amp%3B", 12), true}, // escaped so often that it is not known what it says
		{"pid=jdoe", true},
		{"pid=%3Cedition%3E1st%3C/edition%3E", false},
		{"rft_dat=jdoe", true},
		{"rft_dat=44786349", true},
		{"rfe_dat=jdoe", true},
		{"rfe_dat=", false},
		{"rfe_dat=44786349", false},
		{"rfe_dat=%3Cshelf%3Es1%3C/shelf%3E", true},
		{"rfe_dat=%3Caccessionnumber%3E44786349%3C/accessionnumber%3E", false},
		{"rft_id=ｔｅｌ：5551234", true},
		{"rft_id=info:pmid/1", false},
		{"rft_id=http://example.edu/?jdoe", true},
		{"notes=Ask+Jane", true},
		{"rft.description=Ask+Jane", true},
		{"rfe_id=Ask+Jane", true},
	} {
		pairs := openurl.Parse(tt.link).Pairs
		if len(pairs) != 1 {
			t.Fatalf("%s: %d pairs", tt.link, len(pairs))
		}
		if got := pairs[0].MayBePersonal(); got != tt.want {
			t.Errorf("%s: got %t, want %t of %q", tt.link, got, tt.want, pairs[0].Value)
		}
	}
}
