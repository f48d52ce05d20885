package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseMMS(t *testing.T) {
	vectors{
		{"bare", "991234567890107871", "991234567890107871"},
		{"in a permalink", "alma991234567890107871", "991234567890107871"},
		{"blanks around it", " 991234567890107871 ", "991234567890107871"},
		{"as short as may be", "99123456", "99123456"},
		{"too short", "9912345", ""},
		{"too long", "99123456789010787112", ""},
		{"another database's", "cdi_proquest_1", ""},
		{"empty", "alma", ""},
	}.run(t, identifier.ParseMMS)
}
