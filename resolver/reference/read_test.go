package reference_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/reference"
)

const year = 2026

// TestFormats reads every text of testdata/formats.txt. Each is followed by the items as
// JSON and the problems, a line each.
func TestFormats(t *testing.T) {
	text, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		pasted, want, found := strings.Cut(rest, "\n-- read --\n")
		if !found {
			t.Fatalf("%s has no answer", name)
		}
		t.Run(name, func(t *testing.T) {
			items, problems := reference.Read(pasted, year)
			var got []string
			for _, item := range items {
				b, err := json.Marshal(item)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, string(b))
			}
			for _, p := range problems {
				got = append(got, fmt.Sprintf("line %d: %s", p.Line, p.Code))
			}
			if w := strings.Split(strings.TrimSpace(want), "\n"); !slices.Equal(got, w) && !(len(got) == 0 && w[0] == "") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(w, "\n"))
			}
		})
	}
}

// Each code has words, and a case; bounds are in TestBounds.
func TestEveryCodeHasASentence(t *testing.T) {
	text, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range reference.Codes() {
		if code.Sentence() == "" {
			t.Errorf("%s has no sentence", code)
		}
		if code.IsPart() && !strings.Contains(string(text), ": "+string(code)+"\n") {
			t.Errorf("%s has no case", code)
		}
	}
}

// Plain text is never sure; what a file or a link says is.
func TestDoubt(t *testing.T) {
	for text, want := range map[string]bool{
		"Roe, B. (2001). Lamps. London: Faber.": true,
		"TY  - BOOK\nTI  - Lamps\nER  - ":       false,
		"978-0-306-40615-7":                     false,
		"genre=book&title=Lamps":                false,
		"@book{a, title={Lamps}}":               false,
		`{"type":"book","title":"Lamps"}`:       false,
		"https://www.jstor.org/stable/2709692":  false,
	} {
		items, _ := reference.Read(text, year)
		if len(items) != 1 || items[0].Doubt != want {
			t.Errorf("%q: %+v", text, items)
		}
	}
}

func TestBounds(t *testing.T) {
	line := "Roe, B. (2001). Lamps. London: Faber.\n"
	items, problems := reference.Read(strings.Repeat(line, 300), year)
	if len(items) != reference.MaxItems || len(problems) != 1 || problems[0].Code != reference.TooMany {
		t.Errorf("%d items, %v", len(items), problems)
	}
	items, problems = reference.Read(strings.Repeat("PMID 13054692\n", 2000), year)
	if len(items) != 1 || len(problems) != 1 || problems[0].Code != reference.TooMany {
		t.Errorf("%d items of one PMID, %v", len(items), problems)
	}
	_, problems = reference.Read("@book{a, title={Lamps}}\n"+strings.Repeat(" \n", reference.MaxBytes)+"end", year)
	if len(problems) != 1 || problems[0].Code != reference.TooLong {
		t.Errorf("%v", problems)
	}
}

// FuzzRead holds that items go through CSL-JSON and back unchanged.
func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		_, rest, _ := strings.Cut(c, "\n")
		pasted, _, _ := strings.Cut(rest, "\n-- read --\n")
		f.Add(pasted)
	}
	f.Fuzz(func(t *testing.T, text string) {
		items, problems := reference.Read(text, year)
		if len(items) > reference.MaxItems {
			t.Fatalf("%d items", len(items))
		}
		for _, p := range problems {
			if p.Line < 0 || p.Line > 1+strings.Count(text, "\n") {
				t.Errorf("%q: problem in line %d", text, p.Line)
			}
		}
		if len(items) == 0 {
			return
		}
		written, err := json.Marshal(items)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := reference.Read(string(written), year)
		back, _ := json.Marshal(again)
		if string(back) != string(written) && len(written) < reference.MaxBytes {
			t.Errorf("%q\n gives %s\n then %s", text, written, back)
		}
	})
}
