package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// organisationWords are words that the name of an organisation has and a
// person's has not, folded, in the languages of the catalogues that send them.
var organisationWords = words(`university universitat universitaet universidad universite universita universidade universiteit
	institute institut instituto istituto institution society societe sociedad societa gesellschaft
	association asociacion associazione associacao verein committee comite comision commission kommission
	department departement departamento dept ministry ministere ministerio ministerium ministero
	press inc ltd llc gmbh corporation company co corp bank library bibliothek bibliotheque biblioteca museum musee museo
	council conseil consejo organization organisation organizacion agency agence agencia office bureau
	foundation fondation fundacion stiftung college academy akademie academie academia federation federacion
	congress conference congreso kongress colloque kolloquium coloquio symposium symposion simposio workshop meeting seminar tagung centre center centro zentrum hospital laboratory laboratories survey
	government parliament senate authority administration secretariat nations union consortium network group trust board`)

// companyForms stand behind the name of a firm.
var companyForms = words(`inc ltd llc gmbh corp co plc limited incorporated ag bv nv sarl spa`)

// isOrganisation tells whether a name is plainly an organisation's. Of a name
// with a comma, what stands before it must be so in more than one word:
// "University of X, Department of Y" is one, "Bank, Melissa" is not.
func isOrganisation(name string) bool {
	if open := strings.IndexByte(name, '('); open > 0 && isQualifier(name[open:]) {
		return true
	}
	head, tail, comma := strings.Cut(name, ",")
	if companyForms.has(tail) { // NetLibrary, Inc.
		return true
	}
	if !strings.Contains(strings.TrimSpace(head), " ") {
		return false
	}
	for token := range strings.FieldsSeq(head) {
		if organisationWords.has(token) {
			return true
		}
	}
	return !comma && isHierarchy(head)
}

// qualifiers tell in brackets that a name is no person's (AACR2 24.4B).
var qualifiers = words(`firm organization organisation group agency musicalgroup firma grupo organisme`)

// isQualifier tells whether a bracket qualifies an organisation: "(Firm)", and
// the number, year and place of a conference, "(3rd : 1990 : Oslo)".
func isQualifier(bracket string) bool {
	return strings.Contains(bracket, " : ") || qualifiers.has(bracket)
}

// isHierarchy tells the form of a body's part, "United States. Congress": a
// period and a capital after more than one word, or after one too long for an
// abbreviated forename.
func isHierarchy(name string) bool {
	i := strings.Index(name, ". ")
	if i < 0 {
		return false
	}
	before, after := name[:i], strings.TrimSpace(name[i+2:])
	last := before[strings.LastIndexByte(before, ' ')+1:]
	first, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsUpper(first) || utf8.RuneCountInString(after) < 4 || forenameAbbreviations[last] || strings.Contains(last, ".") {
		return false
	}
	if strings.Contains(before, " ") {
		return utf8.RuneCountInString(last) > 2
	}
	return utf8.RuneCountInString(before) > 5
}
