package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestCutFootnote(t *testing.T) {
	cleaned{
		"Aoife¹":       "Aoife",
		"Margaret1":    "Margaret",
		"Margaret1,2*": "Margaret",
		"Zoë†":         "Zoë",
		"Оксана*":      "Оксана",
		"Margaret":     "Margaret",
		"Sgr A*":       "Sgr A*", // a star
		"Henry VIII":   "Henry VIII",
		"B12":          "B12",
		"1984":         "1984",
		"村上1":          "村上1",
		"¹Aoife":       "¹Aoife",
		"*":            "*",
		"":             "",
	}.check(t, func(s string) string { return text.CutFootnote(s, "¹²³*†123456789,0") })
}

func TestCutBrackets(t *testing.T) {
	cleaned{
		"[Lamps]":           "Lamps",
		"[ Lamps ]":         "Lamps",
		"[Lamps":            "Lamps",
		"Lamps]":            "Lamps",
		"[]":                "",
		"[Lamps] and [oil]": "[Lamps] and [oil]",
		"Lamps [oil]":       "Lamps [oil]",
		"[Lamps] oil":       "[Lamps] oil",
		"Lamps [oil":        "Lamps [oil",
		"Lamps] oil":        "Lamps] oil",
		"]Lamps[":           "]Lamps[",
		"[[Lamps]]":         "[[Lamps]]",
		"(Lamps)":           "(Lamps)",
		"Lamps":             "Lamps",
		"":                  "",
	}.check(t, text.CutBrackets)
}
