package plausible

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// A check finds nothing where it is not entered: in citations made of what the examples of all checks have, in any order.
func TestNeeds(t *testing.T) {
	var pieces []string
	for i := range Checks {
		for _, pair := range openurl.Parse(Checks[i].Example).Pairs {
			pieces = append(append(pieces, pair.Value), strings.Fields(pair.Value)...)
		}
	}
	for _, sign := range " .,-:;/()[]|&=$%_<?0123456789" {
		pieces = append(pieces, string(sign))
	}
	pieces = append(pieces, ". ", " | ", " / ", "Вир", "Été", "«")
	random := rand.New(rand.NewPCG(1, 2))
	made := func(most int) string {
		between := []string{"", " "}[random.IntN(2)]
		var b strings.Builder
		for range random.IntN(most + 1) {
			b.WriteString(pieces[random.IntN(len(pieces))] + between)
		}
		return strings.TrimSpace(b.String())
	}
	types := []citation.Type{citation.Book, citation.Chapter, citation.Article}
	found := make([]int, len(Checks))
	for range 20_000 {
		c := citation.Citation{Type: types[random.IntN(len(types))], Title: made(4), ContainerTitle: made(3)}
		for range random.IntN(3) {
			c.Author = append(c.Author, name.Name{Family: made(2), Given: made(3)})
		}
		if random.IntN(4) == 0 && len(c.Author) > 0 {
			c.Title = c.Author[0].Family + ", " + c.Author[0].Given + "." + c.Title
		}
		if random.IntN(4) == 0 {
			c.ContainerTitle += " / " + c.ContainerTitle
		}
		item := NewItem(&c, &openurl.ContextObject{}, nil, nil)
		for i := range Checks {
			check := &Checks[i]
			if check.needs.in == anywhere {
				continue
			}
			detail := check.in(&item)
			if detail != "" {
				found[i]++
			}
			if detail != "" && !check.needs.metBy(&item) {
				t.Fatalf("%s: found in %q without what it needs, in %+v", check.Finds, detail, c)
			}
		}
	}
	for i := range Checks {
		if Checks[i].needs.in != anywhere && found[i] == 0 {
			t.Errorf("%s: never found, so nothing is proved of what it needs", Checks[i].Finds)
		}
	}
}
