package text_test

import (
	"strings"
	"testing"

	"lendlink/resolver/text"
)

func TestTidy(t *testing.T) {
	tidied := cleaned{
		"":                   "",
		" ":                  "",
		"Kelp":               "Kelp",
		"a  b\t c ":          "a b c",
		"\n Kelp\u00a0beds":  "Kelp beds",
		"Kelp\x00beds":       "Kelp beds",
		"e\u0301tude":        "étude",
		"tide\u200b tables":  "tide tables",
		"\ufeffTide":         "Tide",
		"\u202eselbat\u202c": "selbat",
		"می\u200cخواهم":      "می\u200cخواهم", // a joiner that Persian needs
		"\xe9tude":           "\ufffdtude",

		"<i>Kelp</i> beds": "Kelp beds",
		"H<SUB>2</SUB>O":   "H2O",
		"<mml:math xmlns:mml=\"x\"><mml:mi>B</mml:mi></mml:math> decays": "B decays",
		"one<br/>two":            "one two",
		"<p>one</p><p>two</p>":   "one two",
		"p < 0.05":               "p < 0.05",
		"a<b and b>c":            "a<b and b>c",
		"a<b>":                   "a", // HTML's bold
		"3 < 5 <i>and</i> 7 > 6": "3 < 5 and 7 > 6",
		"Universität <Wien>":     "Universität <Wien>",
		"<sc<b>ript>x":           "x",
		"Kelp <i":                "Kelp <i",
		"<":                      "<",
		"<i " + strings.Repeat("x", 300) + "=>Kelp": "<i " + strings.Repeat("x", 300) + "=>Kelp", // no tag is so long

		"<<Die>> Moore":         "Die Moore",
		"¬Das¬ Moor":            "Das Moor",
		"\u0098The \u009cMarsh": "The Marsh",
	}
	tidied.check(t, text.Tidy)
	for in, want := range tidied {
		if text.IsTidy(in) && in != want {
			t.Errorf("%q is not tidy: it becomes %q", in, want)
		}
		hasAngle := strings.ContainsAny(want, "<>\ufffd") // which might be a tag's
		if !text.IsTidy(want) && !hasAngle {
			t.Errorf("%q is tidy", want)
		}
	}
}
