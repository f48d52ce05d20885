package name

import (
	"strings"

	"lendlink/resolver/text"
)

// isNoAuthor reports whether a part of a list is not one of its people, but the degrees of the one before
// it or the newspaper that this one writes for: "Roe, Ann; MSN, RN", "Ann Roe; Weir Star".
func isNoAuthor(part string, before int) bool {
	return before > 0 && (isDegreeList(part) || isNewsroom(part))
}

// isDegreeList reports whether a text is degrees alone, two or more: "MSN, RN". MA and MD before
// a comma may be a family name in capitals.
func isDegreeList(s string) bool {
	pieces := strings.Split(s, ",")
	for i, p := range pieces {
		p = strings.TrimSpace(p)
		isMA := p == "MA" && i+1 < len(pieces) && nursingDegrees[strings.TrimSpace(pieces[i+1])]
		if nursingDegrees[p] || isMA {
			continue
		}
		if i == 0 || !degrees.Has(p) {
			return false
		}
	}
	return len(pieces) > 1
}

// nursingDegrees are those that journals of nursing print after names, as they are written.
var nursingDegrees = map[string]bool{
	"RN": true, "BC": true, "RN-BC": true, "MSN": true, "BSN": true, "CRNP": true, "MHA": true, "MSW": true, "LSW": true, "DNP": true,
	"CNM": true, "FACNM": true, "FAAN": true, "PhD": true, "MPH": true, "DrPH": true, "APRN": true, "FNP": true, "FNP-BC": true,
}

// isNewsroom reports whether a text without a comma, two words or more, is a newspaper or a post there.
// Nothing shows which of Qixing Sun and Weir Sun is the newspaper, and no author may be lost; in
// capitals it is one, as newspapers write their bylines.
func isNewsroom(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	if i <= 0 || strings.IndexByte(s, ',') >= 0 || hasGivenName(s) {
		return false
	}
	isPerson := romanFamilies[s[i+1:]] && s != strings.ToUpper(s) && !strings.HasPrefix(s, "The ")
	isNewspaper := newspaperEnds[s[i+1:]] && !isPerson
	return newsroomWords.Has(s[i+1:]) || isNewspaper
}

// hasHeading reports whether one of several people split by semicolons is written as a heading, with
// the family name before a comma.
func hasHeading(s string) bool {
	if strings.IndexByte(s, ';') < 0 {
		return false
	}
	for part := range strings.SplitSeq(CutOthers(s), ";") {
		if strings.Contains(cutRelators(part), ", ") {
			return true
		}
	}
	return false
}

// HasUnknownOrder reports whether one of several people split by semicolons lost the comma that the
// others have, and nothing says which of its two words is the family name; or whether a name has two commas in a row,
// as after two parts that had one each, or is a row of words that may all be family names.
func HasUnknownOrder(s string) bool {
	if IsUnknownRow(s) {
		return true
	}
	if !hasHeading(s) {
		return false
	}
	for part := range strings.SplitSeq(CutOthers(s), ";") {
		if part = strings.TrimSpace(part); !LooksPersonal(part) {
			continue
		}
		if _, unknown := headingOf(part, s); unknown {
			return true
		}
	}
	return false
}

// notInRows are signs that no row of words has: those that split people for certain, and the digits of dates.
var notInRows = text.Chars(";|/&0123456789")

// IsUnknownRow reports whether between the commas of a text are words alone that may be people's family names, three or
// more, Roe, Doe, Poe, or two with nothing between two commas, Holland,, Weir.
func IsUnknownRow(s string) bool {
	if i := strings.IndexByte(s, ','); i < 0 || strings.IndexByte(s[i+1:], ',') < 0 || notInRows.In(s) { // most values
		return false
	}
	words, isOdd := 0, false
	for part := range strings.SplitSeq(strings.TrimRight(s, " ,"), ",") {
		if part = strings.TrimSpace(part); part == "" {
			isOdd = true
			continue
		}
		if len(part) < 3 || !isOneFamily(part) {
			return false
		}
		words++
	}
	return words > 2 || isOdd
}
