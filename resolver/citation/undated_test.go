package citation

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What says that there is no date is read as that; a year that cannot be one is not.
func TestUndated(t *testing.T) {
	issued := FieldNamed("issued")
	for _, c := range []struct {
		typed    string
		readable bool
		want     string
	}{
		{"n.d.", true, ""}, {"In press", true, ""}, {"[s.f.]", true, ""}, {"sous presse", true, ""}, {"o. J.", true, ""},
		{"2027", true, "2027"}, {"2028", false, ""}, {"soon", false, ""}, {"in press 2026", true, "2026"},
	} {
		var item Citation
		issued.SetLines(&item, c.typed, 2027)
		if got := issued.Readable(c.typed, 2027); got != c.readable || issued.Value(&item) != c.want {
			t.Errorf("%q: readable %t, date %q; want %t, %q", c.typed, got, issued.Value(&item), c.readable, c.want)
		}
	}
}

// Phrases that say so, written out here so that none is taken out of the lists unnoticed.
var (
	withoutDate = []string{
		"n.d.", "no date", "undated", "date unknown",
		"s.f.", "sin fecha", "s.d.", "sans date", "sem data", "senza data", "s.a.", "sine anno", "o.J.", "ohne Jahr",
	}
	notOutYet = []string{
		"in press", "article in press", "articles in press", "forthcoming", "to appear", "to be published",
		"in preparation", "manuscript in preparation", "submitted", "submitted for publication", "manuscript submitted for publication",
		"under review", "accepted", "accepted for publication",
		"ahead of print", "publish ahead of print", "epub ahead of print", "online ahead of print", "advance online publication",
		"online first", "first online", "early view", "early access", "online early", "early online",
		"advance access", "advance article", "advance articles", "latest articles",
		"en prensa", "en preparación", "sous presse", "à paraître", "en préparation",
		"im Druck", "im Erscheinen", "erscheint", "in Vorbereitung", "no prelo", "in corso di stampa",
	}
)

// Every phrase can be typed for a date, as it is, with a capital and in brackets.
func TestEveryPhraseIsUndated(t *testing.T) {
	issued := FieldNamed("issued")
	for _, phrase := range slices.Concat(withoutDate, notOutYet) {
		for _, typed := range []string{phrase, capitalised(phrase), "[" + phrase + "]", "(" + phrase + "-b)"} {
			if !issued.Readable(typed, 2027) {
				t.Errorf("%q is not readable", typed)
			}
		}
	}
	for _, phrase := range notOutYet {
		if got := CleanNumber(phrase); got != "" {
			t.Errorf("the volume %q is %q", phrase, got)
		}
	}
	if !slices.Equal(withoutDate, NoDate) || !slices.Equal(notOutYet, NotYet) {
		t.Error("the lists of this test are not NoDate and NotYet")
	}
}

// Words around a phrase make it something else, and so do the capitals of a company.
func TestNotUndated(t *testing.T) {
	for _, s := range []string{"", "undated letters", "In press: a memoir", "S.A.", "nda", "n.d.-xy", "May-b", "n.d. 1990", strings.Repeat("no date ", 100)} {
		if IsUndated(s) {
			t.Errorf("%q is undated", s)
		}
	}
	for _, number := range []string{"n.d.", "undated"} {
		if IsNotYet(number) {
			t.Errorf("%q is not yet out", number)
		}
	}
}

func capitalised(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
