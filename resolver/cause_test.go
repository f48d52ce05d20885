package resolver_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"
)

// Each cause comes once, with the keys as they were sent and what was made of them.
func TestCauses(t *testing.T) {
	for _, tc := range []struct {
		name, link string
		want       []resolver.Cause
	}{
		{"nothing wrong", "genre=book&title=Dune&au=Herbert", nil},
		{"one encoding, two keys", "genre=book&title=M%E9moires+d%u2019un&aulast=Lef%E8vre", []resolver.Cause{
			{warning.EncodingRepaired, []resolver.Place{{"title", "M%E9moires d%u2019un", "Mémoires d’un"}, {"aulast", "Lef%E8vre", "Lefèvre"}}},
		}},
		{"encoded twice", "rfr_id=info%253Asid%252Fsummon.example&rft.genre=book&rft.btitle=Debt%252C+%25C3%25BC+drought&rft.au=Roe", []resolver.Cause{
			{warning.EncodingRepaired, []resolver.Place{
				{"rfr_id", "info%3Asid%2Fsummon.example", "info:sid/summon.example"}, {"rft.btitle", "Debt%2C %C3%BC drought", "Debt, ü drought"}}},
		}},
		{"cut at an ampersand", "genre=book&title=M%E9moires&%20fils&au=Roe", []resolver.Cause{
			{warning.AmpersandGlued, []resolver.Place{{"title", "M%E9moires& fils", "Mémoires& fils"}}},
			{warning.EncodingRepaired, []resolver.Place{{"title", "M%E9moires& fils", "Mémoires& fils"}}},
		}},
		{"the key as it was sent", "genre=book&title=Dune&au=Roe&rft.ISBN=978123&rft_issn=1234", []resolver.Cause{
			{warning.ISBNInvalid, []resolver.Place{{"rft.ISBN", "978123", ""}}}, {warning.ISSNInvalid, []resolver.Place{{"rft_issn", "1234", ""}}},
		}},
		{"no value of a patron", "genre=book&title=Dune&au=Roe&user_ip=192.0.2.1", []resolver.Cause{
			{warning.PersonalDropped, []resolver.Place{{Key: "user_ip"}}},
		}},
		{"the whole link", "title=Dune", []resolver.Cause{{warning.TypeUncertain, nil}}},
	} {
		r := resolver.Resolve(library.Demo().Libraries[0], tc.link, 2026)
		if diff := cmp.Diff(tc.want, r.Causes()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}
