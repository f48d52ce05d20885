package name

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPlain: no rule of the package has anything to say of what is read as a plain name, whichever of the words that the
// package knows are in it.
func TestPlain(t *testing.T) {
	words := packageWords(t)
	plain := 0
	compareParts := func(last, first string, direct bool) {
		if n, ok := plainParts(last, first); ok {
			plain++
			if want, ok := fromParts(last, first, direct); !ok || n != want {
				t.Errorf("family %q, given %q: %+v, want %+v", last, first, n, want)
			}
		}
	}
	compare := func(last, first string, direct bool) {
		compareParts(last, first, direct)
		heading := last
		if first != "" {
			heading += ", " + first
			compareParts(heading, "", direct)
		}
		if n, ok := plainHeading(heading); ok {
			plain++
			if want := appendList(nil, heading); !slices.Equal(want, []Name{n}) {
				t.Errorf("%q: %+v, want %+v", heading, n, want)
			}
		}
	}
	for i, word := range append(words, "Wl") {
		for _, other := range []string{"Ann", "Allah", words[(i*7919+1)%len(words)]} {
			for _, given := range []string{other, other + " " + word, "W. " + other, "W", "W. L.", ""} {
				compare(word, given, i%2 == 0)
			}
			for _, given := range []string{word, word + " W.", word + " " + other} {
				compare(other, given, i%2 == 0)
			}
		}
	}
	compare("Not", "Available", false)
	if plain < len(words)*10 {
		t.Errorf("only %d of the names are plain", plain)
	}
}

// packageWords returns all words that are anywhere in the package, in its lists and in its rules, as names are written.
func packageWords(t *testing.T) []string {
	var words []string
	for _, pattern := range []string{"*.go", "*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range regexp.MustCompile("[A-Za-z]+").FindAllString(string(b), -1) {
				words = append(words, titled(strings.ToLower(word)))
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}
