package plaintext_test

import (
	"os"
	"strings"
	"testing"

	"lendlink/resolver/reference/plaintext"
)

// TestDOIs reads every reference of testdata/dois.txt. However its DOI is written, what is
// before it stays as it is.
func TestDOIs(t *testing.T) {
	text, err := os.ReadFile("testdata/dois.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")[1:]
	for i := 0; i+1 < len(lines); i += 2 {
		want := strings.TrimPrefix(lines[i+1], "-")
		got, _ := plaintext.Parse(strings.ReplaceAll(lines[i], "⏎", "\n"), year)
		c := &got.Citation
		if c.DOI != want {
			t.Errorf("%s\n has the DOI %q, want %q; note %q", lines[i], c.DOI, want, got.Note)
		}
		if want != "" && (c.Title != "On ropes" || c.Page == "" || c.Issued.Year < 1999) {
			t.Errorf("%s\n is read as %+v", lines[i], *c)
		}
	}
}
