package practice

import "strings"

// genres says which form a genre opens; the rest open the Other form, which is, in
// OCLC's words, for "dissertations, audio visuals" and the like. A chapter's title
// has its field on the Article form alone.
var genres = map[string]Kind{
	"article":    Article,
	"bookitem":   Article,
	"preprint":   Article,
	"proceeding": Article,
	"journal":    Article,
	"issue":      Article,
	"book":       Book,
	"conference": Book,
}

// formats says the same of the formats, for an address without a genre.
var formats = map[string]Kind{
	"info:ofi/fmt:kev:mtx:journal": Article,
	"info:ofi/fmt:kev:mtx:book":    Book,
}

// choose decides which form opens, and by which pair.
func choose(sent []*piece) (Kind, Pair) {
	for _, by := range []struct {
		source source
		kinds  map[string]Kind
	}{{key("rft.genre"), genres}, {key("rft_val_fmt"), formats}} {
		value, from := by.source.read(sent)
		if value == "" {
			continue
		}
		if kind, ok := by.kinds[strings.ToLower(value)]; ok {
			return kind, from[0].Pair
		}
		return Other, from[0].Pair
	}
	return Other, Pair{}
}
