package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestHyphenLength(t *testing.T) {
	for in, want := range map[string]int{
		"-12": 1, "~12": 1, "–12": 3, "—": 3, "−12": 3, "\u00AD12": 2, "～12": 3, "12-19": 0, "_": 0, "·12": 0, "一二": 0, "": 0,
	} {
		if got := text.HyphenLength(in); got != want {
			t.Errorf("%q: got %d, want %d", in, got, want)
		}
	}
}

func TestNormalDashes(t *testing.T) {
	cleaned{
		"361 – 371":   "361-371",
		"361 -- 371":  "361-371",
		"a--b":        "a-b",
		"12−19":       "12-19",
		"12 - 19, 23": "12-19, 23",
		"– 371":       "-371",
		"361 –":       "361-",
		"—":           "-",
		"pp. 361":     "pp. 361",
		"第１～３頁":       "第１-３頁",
		"一":           "一", // Chinese for one looks like a dash
		"":            "",
	}.check(t, text.NormalDashes)
}
