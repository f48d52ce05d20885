package library_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// Whatever the file: either each library of it can be found and has somewhere to
// send patrons, or each problem shows a line that is really there.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range append(files, "testdata/design.yaml") {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Add(string(library.Example))
	f.Fuzz(func(t *testing.T, src string) {
		settings, err := library.Parse("fuzz.yaml", []byte(src), env)
		if err == nil {
			for _, l := range settings.Libraries {
				if settings.Find(l.Code) != l || !strings.HasSuffix(l.Form.URL, "?") {
					t.Errorf("library %q cannot be found or sends to %q", l.Code, l.Form.URL)
				}
			}
			return
		}
		var problems library.Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Fatalf("Parse gives %v; want problems", err)
		}
		src = strings.ToValidUTF8(src, "\uFFFD") // as it is shown
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 || !strings.Contains(src, p.Source) {
				if !strings.Contains(src, "\r") {
					t.Errorf("problem shows no line of the file: %s", p)
				}
			}
		}
	})
}
