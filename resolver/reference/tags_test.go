package reference_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/reference"
)

// TestEveryTagMatters takes one tag or type out of the tables of formats at a time, and
// demands that a text of testdata/formats.txt is read differently.
func TestEveryTagMatters(t *testing.T) {
	text, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	type known struct{ pasted, read string }
	read := func(pasted string) string {
		items, problems := reference.Read(pasted, year)
		return fmt.Sprintf("%+v %+v", items, problems)
	}
	var all []known
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		_, rest, _ := strings.Cut(c, "\n")
		pasted, _, _ := strings.Cut(rest, "\n-- read --\n")
		all = append(all, known{pasted, read(pasted)})
	}
	reference.EachTagOut(func(name string) {
		if !slices.ContainsFunc(all, func(k known) bool { return read(k.pasted) != k.read }) {
			t.Errorf("no text notices that %s is missing", name)
		}
	})
}
