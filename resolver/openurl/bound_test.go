package openurl_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lendlink/resolver/openurl"
)

// A value is bounded as it is read in the end: letters of one byte have two in UTF-8.
func TestBoundAfterRepair(t *testing.T) {
	for _, letter := range []string{"e", "\xe9", "%E9"} {
		title := openurl.Parse("genre=book&title=" + strings.Repeat(letter, 4000) + "&date=2004").Get(openurl.Title)
		if len(title) > openurl.MaxValue {
			t.Errorf("%d bytes of %q are kept", len(title), letter)
		}
	}
}

func TestCut(t *testing.T) {
	for value, want := range map[string]int{
		"Dune":                          len("Dune"),
		strings.Repeat("é", 3000):       openurl.MaxValue,
		"x" + strings.Repeat("é", 3000): openurl.MaxValue - 1,
	} {
		if got := openurl.Cut(value); len(got) != want || !utf8.ValidString(got) {
			t.Errorf("%d bytes of %d, want %d", len(got), len(value), want)
		}
	}
}

// What a patron can send must not keep the server busy. The bound is generous, for
// machines that do much else: what it guards against takes minutes.
func TestHostileLinksAreParsedSoon(t *testing.T) {
	const length = 64 << 10 // of the longest link that is taken
	for _, tc := range []struct{ name, repeated string }{
		{"ampersands alone", "&"},
		{"ampersands between keys", "sid=&"},
		{"doubled between keys", "sid=&&"},
		{"doubled between words", "a&&"},
		{"a value in pieces", "a&b"},
		{"equals signs", "="},
		{"escapes", "%25"},
		{"escaped escapes", "%2525"},
		{"entities", "&amp;"},
		{"tags", "<sessi"},
		{"accents", "%CC%81"},
	} {
		for _, first := range []string{"", "rft.genre=book&title=", "pid="} {
			link := first + strings.Repeat(tc.repeated, (length-len(first))/len(tc.repeated))
			start := time.Now()
			openurl.Parse(link)
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("%s after %q: %v", tc.name, first, took)
			}
		}
	}
}
