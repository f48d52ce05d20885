package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestFamilyFirst(t *testing.T) {
	for in, want := range map[string]string{
		"Tanaka Yumi": "Tanaka|Yumi", "van den Berg Jan": "van den Berg|Jan", "de la Cruz María José": "de la Cruz|María José",
		"Roe Ann 1950-": "Roe|Ann", "Roe, Ann": "", "Roe Ann; Doe Bo": "", "Roe": "", "van der Berg": "", "van der": "", "Weir Society": "", "": "",
	} {
		n, ok := name.FamilyFirst(in)
		got := ""
		if ok {
			got = show([]name.Name{n})
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
