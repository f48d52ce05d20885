package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// seasons are the seasons' names, folded, with the form in which each is kept: quarterlies
// name their issues so.
var seasons = func() map[string]bool {
	names := map[string]bool{}
	for _, n := range strings.Fields(`spring summer autumn fall winter
		primavera verano otoño invierno printemps été automne hiver
		frühjahr frühling sommer herbst primavera estate autunno inverno verão outono
		lente zomer herfst vår höst`) {
		names[text.Fold(n)] = true
	}
	return names
}()

// Season returns the season that a date names, as sent: "Spring" of "Spring 2010", "Hiver"
// of "Hiver 2001-2002"; "" where it names none. A title of a journal is not a date.
func Season(date string) string {
	if len(date) > longestNumber {
		return ""
	}
	for _, word := range strings.FieldsFunc(date, func(r rune) bool { return strings.ContainsRune(" ,./-()[]", r) }) {
		if seasons[text.Fold(word)] {
			return word
		}
	}
	return ""
}
