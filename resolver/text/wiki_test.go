package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestCutLinks(t *testing.T) {
	cleaned{
		"Die [[Havel]]":                      "Die Havel",
		"[[Havel]] und [[Spree]]":            "Havel und Spree",
		"[[Lamps (book)|Lamps]]":             "Lamps",
		"[[:de:Havel|Havel]] (river)":        "Havel (river)",
		"[[Datei:Weir.jpg|mini|A weir]]":     "A weir",
		"[http://example.org/a Lamps]":       "Lamps",
		"[https://example.org Lamps of Ulm]": "Lamps of Ulm",
		"[http://example.org]":               "[http://example.org]",
		"See [http://example.org Lamps]":     "See [http://example.org Lamps]",
		"[Lamps]":                            "[Lamps]",
		"[[Havel":                            "[[Havel",
		"Havel]]":                            "Havel]]",
		"]] Havel [[":                        "]] Havel [[",
		"[[]]":                               "",
		"a[b[c]]":                            "a[b[c]]", // an array's element
		"":                                   "",
	}.check(t, text.CutLinks)
}

func TestCutEmphasis(t *testing.T) {
	cleaned{
		"*Lamps*":           "Lamps",
		"**Lamps of Ulm**":  "Lamps of Ulm",
		"_Lamps_":           "Lamps",
		"''Lamps''":         "Lamps",
		"'''Lamps'''":       "Lamps",
		"'''''Lamps'''''":   "Lamps",
		"***Lamps***":       "Lamps",
		"**Lamps*":          "**Lamps*",
		"Lamps*":            "Lamps*", // a footnote's
		"*Lamps":            "*Lamps",
		"*Lamps* and *oil*": "*Lamps* and *oil*",
		"* Lamps *":         "* Lamps *",
		"snake_case":        "snake_case",
		"'Lamps'":           "'Lamps'",
		"**":                "**",
		"*":                 "*",
		"":                  "",
	}.check(t, text.CutEmphasis)
}
