package name

import (
	"strings"

	"lendlink/resolver/text"
)

var (
	openBrackets = text.Chars("([")
	commas       = text.Chars(",;")
)

// FromParts returns the name of a family and a given name. Sources put a full
// name into the first, and dates, relators and commas into either. Direct says that a
// source has whole names in direct order for family names.
func FromParts(last, first string, direct bool) (Name, bool) {
	if last == "" && first == "" { // most links have no inventor
		return Name{}, false
	}
	if n, ok := plainParts(last, first); ok {
		return n, true
	}
	return fromParts(last, first, direct)
}

// fromParts is FromParts for names that are not plain.
func fromParts(last, first string, direct bool) (Name, bool) {
	last, first = CutOthers(text.Tidy(last)), CutOthers(text.Tidy(first))
	if isAnonymous(last) && (first == "" || isAnonymous(first) || !anonymousWords.Has(last)) {
		return Name{}, false
	}
	if areTurned(last, first) || first != "" && isInBrackets(last) {
		last, first = first, last
		if isInBrackets(first) {
			first = ""
		}
	}
	if first == "" && isOnlySuffix(last) { // of a name that is lost: Jr
		return Name{}, false
	}
	if text.SameFold(last, first) { // the whole name under both keys
		first, direct = "", true
	}
	if whole := cutRelators(last); first == "" && openBrackets.In(last) && isOrganisation(whole) {
		return Name{Literal: text.CutPeriod(strings.TrimSpace(cutFullerForms(whole)))}, true
	}
	if openBrackets.In(last) {
		last = text.CutLinks(last)
		last = text.CutBrackets(cutRelators(cutFullerForms(last)))
	}
	if !text.IsASCII(last) {
		last = cutParallel(last)
		if heading := plainEastAsian(last); strings.IndexByte(heading, ';') < 0 {
			last = heading
		}
	}
	if last == "" {
		last, first = first, ""
	}
	if first == "" {
		last = cutPress(cutWrittenDay(last))
	}
	if first == "" && isOrganisation(last) {
		return Name{Literal: text.CutPeriod(cutRelators(last))}, true
	}
	if whole := cutPost(last); direct && first == "" && strings.Contains(whole, " - ") { // Weir Post - Lund
		return Name{Literal: whole}, true
	}
	if companyForms.Has(first) && isOrganisation(last) { // an organisation's name cut at its comma
		return Name{Literal: last + ", " + text.CutPeriod(first)}, true
	}
	if isGroupInverted(last, first) || isPost(last, first) {
		return Name{Literal: first + " " + last}, true
	}
	if n, ok := byline(last); ok && first == "" {
		return n, true
	}
	if first == "" && (commas.In(last) || strings.ContainsAny(last, "،，") || direct) {
		if names := ParseList(last); len(names) > 0 {
			return names[0], true
		}
	}
	if isSuffix(last) && strings.IndexByte(first, ' ') > 0 { // aulast=II&aufirst=Joseph D. Roe
		n := Name{Family: first, Suffix: last}
		n.resplit()
		return n, true
	}
	if isAbdName(last, first) {
		return Name{Family: last + " " + first}, true
	}
	head, tail, _ := strings.Cut(last, ",")
	n := Name{Family: cutDegrees(cleanFamily(head), 1)}
	if tail = strings.TrimSpace(tail); isSuffix(tail) { // King, Jr.
		n.Suffix = tail
	}
	if family, given, _ := strings.Cut(first, ","); text.SameFold(family, n.Family) { // aufirst=Jigger, Tom
		first = strings.TrimSpace(given)
	}
	if i := strings.LastIndexByte(n.Family, ' '); i > 0 && first == "" && isSuffix(n.Family[i+1:]) { // Smith JR, as MEDLINE has it
		n.Family, first = n.Family[:i], n.Family[i+1:]
	} else if i > 0 && isSuffix(n.Family[i+1:]) { // Cooper Jr
		n.Family, n.Suffix = strings.TrimRight(n.Family[:i], " ,"), n.Family[i+1:]
	}
	n.ReadGiven(first)
	n.cutFamilyFromGiven()
	n.cutGivenFromFamily()
	n.cutInitialsFromFamily()
	if n.Given == "" && endsShort(n.Family) {
		n.resplit()
	}
	if n.Given == "" && isOrganisation(last) {
		return Name{Literal: text.CutPeriod(last)}, true
	}
	if n.Given == "" && (direct || isDirectOrder(n.Family)) { // aulast=Vine Deloria & aufirst=Jr
		n.resplit()
	}
	n.invertEastAsian()
	return n, n.Family != ""
}

// cutFamilyFromGiven removes from a given name the family name after it, even without a space:
// aulast=Cho&aufirst=Margaret Cho.
func (n *Name) cutFamilyFromGiven() {
	rest := strings.TrimSuffix(n.Given, n.Family)
	if strings.HasSuffix(rest, " ") || len(n.Family) > 3 && endsInSmall(rest) {
		n.Given = strings.TrimRight(rest, " ")
	}
}

// cutGivenFromFamily removes from a family name the given name that was joined to it:
// aulast=Marie Pellerin&aufirst=Marie.
func (n *Name) cutGivenFromFamily() {
	if rest, ok := strings.CutPrefix(n.Family, n.Given+" "); ok {
		n.Family = rest
	} else if rest, ok := strings.CutSuffix(n.Family, " "+n.Given); ok {
		n.Family = rest
	}
}

// cutInitialsFromFamily moves to the given name the initials that were cut off with the family
// name: aulast=M. Okonkwo&aufirst=John. Where the given name is really a family name and the family name ends in a given one,
// the whole name was cut before its last word: aulast=J. Rosalind&aufirst=Okonkwo.
func (n *Name) cutInitialsFromFamily() {
	if n.Given == "" || strings.IndexByte(n.Family, '.') < 0 {
		return
	}
	initials, rest := "", n.Family
	for {
		word, after, ok := strings.Cut(rest, " ")
		if !ok || !isDotted(word) {
			break
		}
		initials, rest = initials+" "+word, after
	}
	if initials == "" || strings.Contains(rest, n.Given) {
		return
	}
	if IsGiven(rest) && !IsGiven(n.Given) && !strings.ContainsAny(n.Given, " .") {
		n.Family, n.Given = n.Given, n.Family
		return
	}
	n.Family, n.Given = rest, n.Given+initials
}

// ReadGiven sets the given name from what a key for given names holds, with dates and
// relators after it.
func (n *Name) ReadGiven(s string) { n.setGiven(cutTrailingDate(cutRelators(cutFullerForms(s)))) }

// AddMiddle adds a middle name or initial that came under a key of its own, unless the
// given name has it.
func (n *Name) AddMiddle(s string) {
	if middle := text.Tidy(s); !hasMiddle(n.Given, middle) {
		n.Given = strings.TrimSpace(n.Given + " " + text.CutPeriod(middle, forenameAbbreviations))
	}
}

// hasMiddle reports whether a given name holds the middle name or initial already:
// "Tobias A." holds A.
func hasMiddle(given, middle string) bool {
	if (strings.ContainsAny(given, " .") || isInitials(given)) &&
		strings.HasSuffix(text.Fold(given), text.Fold(middle)) { // T.A. and TA hold A
		return true
	}
	_, after, _ := strings.Cut(given, " ")
	if _, joined, ok := strings.Cut(given, "-"); ok && strings.HasPrefix(text.Fold(joined), text.Fold(middle)) { // Jean-Paul
		return true
	}
	for _, token := range strings.Fields(after) {
		if strings.HasPrefix(text.Fold(token), text.Fold(middle)) || strings.HasPrefix(text.Fold(middle), text.Fold(token)) {
			return true
		}
	}
	return false
}

// ParseOrganisation reads what came as the name of an organisation.
func ParseOrganisation(s string) (Name, bool) {
	s = text.CutPeriod(cutRelators(CutOthers(strings.Trim(s, " ,:/"))))
	return Name{Literal: s}, s != ""
}
