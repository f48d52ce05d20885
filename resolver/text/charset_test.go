package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestCharSet(t *testing.T) {
	marks := text.Chars(" .,/")
	for in, want := range map[string]struct {
		index             int
		both, left, right string
	}{
		"":                    {-1, "", "", ""},
		"Kelp":                {-1, "Kelp", "Kelp", "Kelp"},
		" / Kelp beds. ":      {0, "Kelp beds", "Kelp beds. ", " / Kelp beds"},
		"Kelp, beds":          {4, "Kelp, beds", "Kelp, beds", "Kelp, beds"},
		"., /":                {0, "", "", ""},
		"Été.":                {5, "Été", "Été.", "Été"},
		"\u00a0Kelp。":         {-1, "\u00a0Kelp。", "\u00a0Kelp。", "\u00a0Kelp。"}, // in no set
		"\xac Kelp \xae/\xaf": {1, "\xac Kelp \xae/\xaf", "\xac Kelp \xae/\xaf", "\xac Kelp \xae/\xaf"},
	} {
		if got := marks.Index(in); got != want.index {
			t.Errorf("%q: the first is at %d, want %d", in, got, want.index)
		}
		if has := want.index >= 0; marks.In(in) != has {
			t.Errorf("%q has one: %t", in, !has)
		}
		if got := marks.Trim(in); got != want.both {
			t.Errorf("%q trimmed is %q, want %q", in, got, want.both)
		}
		if got := marks.TrimLeft(in); got != want.left {
			t.Errorf("%q trimmed on the left is %q, want %q", in, got, want.left)
		}
		if got := marks.TrimRight(in); got != want.right {
			t.Errorf("%q trimmed on the right is %q, want %q", in, got, want.right)
		}
	}
	for c := range 256 {
		if isDigit := '0' <= c && c <= '9'; text.Digits.Has(byte(c)) != isDigit {
			t.Errorf("%q is a digit: %t", rune(c), !isDigit)
		}
	}
}

// TestCharMask: a mask never denies a character that its text has, and only of ASCII is it sure.
func TestCharMask(t *testing.T) {
	marks := text.Chars("\x00/a~\x7f")
	for in, want := range map[string]bool{
		"": false, "Kelp": false, "beds 1-2": false, "kelp/": true, "bad": true, "A": false, "~": true, "\x00": true, "\x7f": true, "é": true,
	} {
		mask := text.MaskOf(in)
		if mask.MayHold(marks) != want {
			t.Errorf("%q may hold one: %t", in, !want)
		}
		both := text.MaskOf("Kelp")
		if both.Add(mask); both.MayHold(marks) != want {
			t.Errorf("%q after another text may hold one: %t", in, !want)
		}
	}
}
