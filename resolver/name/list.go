package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitList splits the lists that are made with commas alone, where their shape leaves no
// doubt: "Smith J, Jones K" (MEDLINE), "Smith, J., Jones, K., & Brown, L." (APA), "Alf
// Metzler, Andreas Bauer, Jutta Leuschner" (Wikipedia), 王小明,李芳,张三. It returns nil for
// anything else: one comma comes between the parts of one name.
func splitList(s string) []string {
	if isEastAsian(s) {
		if list := splitEastAsian(cutRoleAfter(s)); list != nil {
			return list
		}
	}
	commas := strings.Count(s, ",")
	if commas == 1 {
		family := s[:strings.IndexByte(s, ',')]
		if strings.IndexByte(family, ' ') < 0 { // Garner, W. L.
			return nil
		}
		if list := splitDirectPair(s); list != nil {
			return list
		}
	}
	if commas < 2 && !endsInInitial(s) {
		return nil // most values
	}
	for _, and := range [...]string{", & ", ", and ", " & ", " and "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	parts := strings.Split(s, ",")
	if len(parts) < 2 {
		return nil
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for _, split := range [...]func([]string) []string{splitMEDLINE, splitInverted, splitDirect} {
		if list := split(parts); list != nil {
			return list
		}
	}
	return nil
}

// endsInInitial reports whether the last character of a text is a capital, its period or another mark.
func endsInInitial(s string) bool { return s[max(len(s)-1, 0):] <= "Z" }

// splitMEDLINE reads parts of which each is a name with its initials after it. These
// are not a suffix: in "Smith JR, Jones K" JR are two.
func splitMEDLINE(parts []string) []string {
	if isOneHeading(parts[0], parts[1]) {
		return nil
	}
	var list []string
	for _, part := range parts {
		i := strings.LastIndexByte(part, ' ')
		if i < 0 {
			return nil
		}
		switch initials := part[i+1:]; {
		case isSuffix(initials) && initials == strings.ToUpper(initials) && strings.IndexByte(initials, '.') < 0:
			list = append(list, part[:i]+", "+initials)
		case isDotted(initials), isInitials(initials):
			list = append(list, part)
		default:
			return nil
		}
	}
	return list
}

// isOneHeading reports whether what looks like two names with their initials is one, as it has a
// period after the last alone: "Hale II, Martin L.", "GARCIA GIL, MARIA J.".
func isOneHeading(family, given string) bool {
	last := family[strings.LastIndexByte(family, ' ')+1:]
	return strings.HasSuffix(given, ".") && !strings.HasSuffix(family, ".") &&
		(isSuffix(last) || family+given == strings.ToUpper(family+given))
}

// splitInverted reads parts that are family and given names alternating, at least four. The
// given names are initials, or the family names single words and one of the given names
// has an initial: "Rivest, Ronald L., Stein, Clifford"; or all of them are known to be given names.
func splitInverted(parts []string) []string {
	if len(parts) < 4 || len(parts)%2 != 0 {
		return nil
	}
	initials, words, any, given := true, true, len(parts) > 4, true
	for i := 0; i < len(parts); i += 2 {
		if endsShort(parts[i]) || nursingDegrees[parts[i]] { // Roe, Ann, DrPH, RN
			return nil
		}
		short := endsShort(parts[i+1])
		initials = initials && short
		words = words && isFamilyAlone(parts[i]) && isNameOnly(parts[i]) && isNameOnly(parts[i+1])
		any = any || short
		given = given && hasGivenName(parts[i+1])
	}
	any = any || given
	if !initials && !(words && any) {
		return nil
	}
	var list []string
	for i := 0; i < len(parts); i += 2 {
		list = append(list, parts[i]+", "+parts[i+1])
	}
	return list
}

// splitDirect reads three or more parts of which each is a whole name in direct order.
func splitDirect(parts []string) []string {
	if len(parts) < 3 {
		return nil
	}
	for i, part := range parts {
		part = cutFormsOfAddress(part, 2) // Ms Ann Roe
		parts[i] = part
		if !isNameOnly(part) || !LooksPersonal(part) {
			return nil
		}
	}
	return parts
}

// isNameOnly reports whether a part of a heading is a name and no date, title, relator,
// degree or suffix.
func isNameOnly(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	letter, _ := utf8.DecodeRuneInString(s)
	isDegree := degrees.Has(s) && !isShortGiven(s)
	if isDegree || honorifics.Has(first) || isRelator(s) || isSuffix(s) {
		return false
	}
	return unicode.IsUpper(letter) || unicode.Is(unicode.Lo, letter) || particles.Has(first)
}

// splitEastAsian reads names in Han, Kana or Hangul, two to four characters each: three or
// more of them, or two in Hangul too long for a given name, or two with a comma of full width
// that both begin with a family name. "村上, 春樹" is one.
func splitEastAsian(s string) []string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '，' })
	if len(parts) == 1 {
		return splitSpacedEastAsian(s)
	}
	long, families := true, strings.ContainsRune(s, '，')
	spaced := !slices.ContainsFunc(parts, func(p string) bool { return strings.Count(strings.TrimSpace(p), " ") != 1 })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
		if spaced { // 王 小明，李 芳
			parts[i] = strings.Replace(parts[i], " ", "", 1)
		}
		n := utf8.RuneCountInString(parts[i])
		if n < 2 || n > 4 || strings.ContainsFunc(parts[i], func(r rune) bool { return !isEastAsianRune(r) }) {
			return nil
		}
		first, _ := utf8.DecodeRuneInString(parts[i])
		long = long && n > 2 && unicode.Is(unicode.Hangul, first)
		families = families && strings.ContainsRune(commonFamilies, first)
	}
	if len(parts) > 2 || long || families || spaced {
		return parts
	}
	return nil
}

// splitDirectList splits names at commas where the last of them is in direct
// order: "John Smith, Jane Doe" before "and Max Roe".
func splitDirectList(people []string) []string {
	last := people[len(people)-1]
	if strings.Contains(last, ",") || len(people) > 2 {
		return people
	}
	var list []string
	for _, p := range strings.Split(people[0], ",") {
		if !LooksPersonal(p) {
			return people
		}
		list = append(list, strings.TrimSpace(p))
	}
	return append(list, last)
}
