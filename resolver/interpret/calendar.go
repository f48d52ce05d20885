package interpret

import (
	"strings"
	"unicode"

	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// solarCities are the cities of Iran and Afghanistan that publish most, which count years by the solar Islamic
// calendar, as catalogues write them. Folded.
var solarCities = text.Words(`tihran tehran teheran qum qom mashhad isfahan esfahan shiraz tabriz kabul kabol`)

// hasIslamicYears reports whether the item may have its year by an Islamic calendar: 1357 is 1978. It is
// written in Arabic letters, or comes from a city where that is the year on every book.
func (r *reader) hasIslamicYears() bool {
	for _, f := range [...]openurl.Field{openurl.ATitle, openurl.BTitle, openurl.Title, openurl.JTitle, openurl.Pub, openurl.Place} {
		if !r.co.IsASCII(f) && strings.ContainsFunc(r.co.Get(f), isArabic) {
			return true
		}
	}
	city, _, _ := strings.Cut(r.co.Get(openurl.Place), ",")
	return solarCities.Has(city)
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }
