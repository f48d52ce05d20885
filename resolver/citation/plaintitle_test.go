package citation

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPlainTitle: no rule changes a title that is taken as plain, whatever of what rules look for is in it.
func TestPlainTitle(t *testing.T) {
	pieces := strings.Split(`Weirs|of|the|lower|Thames|literature1|a|A|Vol|ed|Sci|Rev|Roe, Ann|edited by|by|with| |: |; |, |. |.|-- |--|=|*|†|'|"|_|(|)|`+
		`[text]|[electronic resource]|{|}|/|1|é|"\U0001d400"`, "|")
	random := rand.New(rand.NewPCG(1, 2))
	plain := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		title := strings.TrimSpace(b.String())
		if !isPlainTitle(title) {
			continue
		}
		plain++
		for of := WholeTitle; of <= CleanedTitle; of++ {
			if got := cleanTidiedTitle(title, of); got != title {
				t.Errorf("%q of kind %d: %q", title, of, got)
			}
		}
	}
	if plain < 5000 {
		t.Errorf("only %d of the titles are plain", plain)
	}
}
