package name

import (
	"strings"

	"lendlink/resolver/text"
)

// hispanicFamilies are frequent family names of Spain and Latin America that are not given names,
// besides those in -ez. Compared folded.
var hispanicFamilies = text.Words(`garcia ruiz diaz munoz romero navarro torres ramos ramirez serrano molina morales ortega delgado
	castro ortiz rubio medina castillo cortes garrido lozano guerrero cano cruz prieto flores herrera pena cabrera vega fuentes
	carrasco reyes aguilar vargas rojas mendoza silva guzman salazar contreras espinoza espinosa sandoval valencia acosta figueroa
	cervantes rivera lorca borges llosa allende zapata peron`)

// isHispanicFamily reports whether a word is one of them.
func isHispanicFamily(word string) bool {
	folded := text.Fold(word)
	return len(folded) > len("Diez") && strings.HasSuffix(folded, "ez") || hispanicFamilies.Has(word)
}

// isTwoFamilies reports whether two words that end a name are both family names, the father's and
// the mother's: Gabriel García Márquez.
func isTwoFamilies(first, second string) bool {
	return isHispanicFamily(first) && isHispanicFamily(second)
}
