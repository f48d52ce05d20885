package name

import (
	"strings"

	"lendlink/resolver/text"
)

// groupEnds end the names of the groups that sign articles together with people, as they are written.
var groupEnds = text.SpelledWords(`Group group Collaboration collaboration Consortium consortium Investigators investigators
	Collaborators collaborators Trialists Network network Team team Committee committee Contributors contributors
	Community community Members members Project project Initiative Registry Party Force`)

// groupFamilies are those that are hardly ever family names.
var groupFamilies = text.SpelledWords(`Collaboration Consortium Investigators Collaborators Trialists Contributors`)

// beforeGroup come between people and the group for which they write, or which writes with them.
var beforeGroup = []string{
	" on behalf of ", ", for the ", " for the ", ", and the ", " and the ", ", & the ", " & the ", ", and ", ", & ", " and ", " & ", ", ",
}

// splitGroup splits from people the group that is named after them: "Roe A, Doe B; for the Weir Study Group", "Ann Roe and
// the Weir Collaboration". What is before must look like people: there is a Weirs and Locks Study Group.
func splitGroup(s string) (people, group string) {
	if !groupEnds[s[strings.LastIndexByte(s, ' ')+1:]] { // most names
		return s, ""
	}
	for _, between := range beforeGroup {
		before, after, found := strings.Cut(s, between)
		if between == ", " {
			i := strings.LastIndex(s, between)
			before, after = s[:max(i, 0)], s[i+1:]
		}
		after = cutBeforeGroup(strings.TrimSpace(after))
		if found && strings.Contains(after, " ") && (between == " on behalf of " || isPeople(before)) {
			return before, after
		}
	}
	return cutBeforeGroup(s), ""
}

// cutBeforeGroup cuts what says that people wrote for a group from the beginning of its name.
func cutBeforeGroup(s string) string {
	for _, words := range [...]string{"on behalf of ", "for ", "and ", "the "} {
		s = strings.TrimPrefix(s, words)
	}
	return s
}

// isPeople reports whether a text names people for certain: the first has initials or a given name. Heart, Lung and
// Blood are not people.
func isPeople(s string) bool {
	first, rest, comma := strings.Cut(s, ",")
	if isOrganisation(first) {
		return false
	}
	if comma {
		given, _, _ := strings.Cut(strings.TrimSpace(rest), ",")
		word, _, _ := strings.Cut(given, " ")
		if hasGivenName(given) || isDotted(word) || isInitials(word) {
			return true
		}
	}
	i := strings.LastIndexByte(first, ' ')
	return i > 0 && (hasGivenName(first) || isInitials(first[i+1:]) || isDotted(first[i+1:]))
}

// isGroupList reports whether a text with commas is a group's name that lists what the group is for: the Heart, Lung and
// Blood Study Group.
func isGroupList(s string) bool {
	if !groupEnds[s[strings.LastIndexByte(s, ' ')+1:]] {
		return false
	}
	_, after, comma := strings.Cut(s, ",")
	return comma && strings.Contains(strings.TrimSpace(after), " ") && !isPeople(s)
}

// isGroupInverted reports whether the two parts of a name are those of a group's: Collaboration and The ATLAS, Group and
// The Weir Study. A given name, or one word before what may be a family name, is a person's.
func isGroupInverted(family, given string) bool {
	if !groupEnds[family] || given == "" || hasGivenName(given) {
		return false
	}
	return groupFamilies[family] || strings.HasPrefix(given, "The ") || hasWord(given)
}

// hasWord reports whether a text of two words or more ends in one that is not an initial.
func hasWord(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && !isDotted(s[i+1:]) && !isInitials(s[i+1:])
}

// companyEnds end the names of companies and partners that list places or families, as they are written.
var companyEnds = text.SpelledWords(`Railway Railways Railroad Company Co. Inc Inc. Ltd Ltd. LLP LLC Corporation
	Steamship Canal Bank Trust Insurance`)

// isPlacesCompany reports whether a text with a comma is a company's name that lists places or families: Atchison, Topeka and
// Santa Fe Railway. What is between must be no given name: "Roe, Ann and Weir Company" are an author and another.
func isPlacesCompany(s string) bool {
	if strings.Count(s, " ") < 3 || strings.IndexByte(s, ',') < 0 || !companyEnds[s[strings.LastIndexByte(s, ' ')+1:]] { // most names
		return false
	}
	list, _, found := strings.Cut(s, " and ")
	if !found {
		list, _, found = strings.Cut(s, " & ")
	}
	if _, _, comma := strings.Cut(list, ","); !found || !comma {
		return false
	}
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" && !isOneFamily(part) {
			return false
		}
	}
	return true
}
