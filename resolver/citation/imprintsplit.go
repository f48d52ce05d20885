package citation

import (
	_ "embed" // the list of cities
	"strings"

	"lendlink/resolver/name"
	"lendlink/resolver/text"
)

// SplitImprint splits a place from the publisher after it, where databases send both under
// one key: "New York : Springer", "Washington, DC, US: American Psychological Association",
// "US: John Wiley & Sons". The colon of a name, "Edition: Signal", splits nothing.
func SplitImprint(s string) (place, publisher string, ok bool) {
	before, after, isISBD := strings.Cut(s, " : ")
	found := isISBD
	if !isISBD {
		before, after, found = strings.Cut(s, ": ")
	}
	if !found { // most imprints
		return "", "", false
	}
	if !isPlace(before) && (!isISBD || isOrganisation(before)) { // two publishers before ISBD's colon are not a place
		return "", "", false
	}
	place, publisher = CleanPlace(before), CleanPublisher(after)
	return place, publisher, place != "" && publisher != ""
}

// isOrganisation reports whether a text names an organisation.
func isOrganisation(s string) bool {
	names := name.ParseList(s)
	return len(names) > 0 && names[0].Literal != ""
}

// isPlace reports whether a text can only be a place: a country, or the code of one or of a
// state, alone or after a comma, or a city in which much is published.
func isPlace(s string) bool {
	city, _, _ := strings.Cut(s, ",")
	last := strings.TrimSpace(s[strings.LastIndexByte(s, ',')+1:])
	return isPlaceCode(last) || countries[text.Fold(last)] || publishingCities[text.Fold(city)]
}

// countries are what PsycINFO ends a place with, folded: "Lisse, Netherlands: Swets & Zeitlinger".
var countries = func() map[string]bool {
	m := map[string]bool{}
	for country := range strings.SplitSeq(`Argentina, Australia, Austria, Belgium, Brazil, Canada, Chile, China, Colombia,
		Denmark, England, Finland, France,
		Germany, Greece, Hungary, India, Ireland, Israel, Italy, Japan, Mexico, Netherlands, New Zealand, Norway, Poland, Portugal,
		Russia, Scotland,
		South Africa, Spain, Sweden, Switzerland, Taiwan, Turkey, United Kingdom, United States, Wales`, ",") {
		m[text.Fold(country)] = true
	}
	return m
}()

// isPlaceCode reports whether a text is written as a code of a country or state is: US, DC, GBR.
func isPlaceCode(s string) bool {
	return (len(s) == 2 || len(s) == 3) && text.AllLetters(s) && s == strings.ToUpper(s)
}

//go:embed cities.txt
var citiesText string

// publishingCities are cities that imprints name most, folded.
var publishingCities = func() map[string]bool {
	cities := map[string]bool{}
	for city := range text.ListLines(citiesText) {
		cities[text.Fold(city)] = true
	}
	return cities
}()
