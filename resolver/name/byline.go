package name

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// byline returns the name after the By of a newspaper or after titles. It is in direct
// order, so that CHO is the family name in "By MARGARET CHO".
func byline(s string) (Name, bool) {
	sent := s
	s, _ = text.CutFold(cutFormsOfAddress(s, 2), "by ")
	if len(s) == len(sent) {
		return Name{}, false
	}
	if i := strings.LastIndexByte(s, ' '); i > 0 && s == strings.ToUpper(s) {
		return Name{Family: s[i+1:], Given: s[:i]}, true
	}
	if names := ParseList(s); len(names) > 0 {
		return names[0], true
	}
	return Name{}, false
}

// formsOfAddress come before a name, titles and the posts that broadcasters name: Prof. Dr. Karl Weber,
// Weber, Dr. Karl, Producer Ann Roe.
var formsOfAddress = text.Words(`dr prof professor rev reverend mr mrs ms producer reporter correspondent`)

// isFormOfAddress reports whether a text is one of them alone: in "Dr. Roe" nobody says the given name. DR are initials.
func isFormOfAddress(s string) bool {
	return len(s) > 1 && len(s) < len("professor.") && strings.IndexByte("DPRM", s[0]) >= 0 && plainForms[s]
}

// plainForms are those forms of address that are nobody's given name, as they are written.
var plainForms = map[string]bool{
	"Dr": true, "Dr.": true, "Prof": true, "Prof.": true, "Professor": true, "Rev": true, "Rev.": true, "Reverend": true,
	"Mr": true, "Mr.": true, "Mrs": true, "Mrs.": true, "Ms.": true,
}

// postEnds end what papers call those who write for them, as they are written: Chief Correspondent.
var postEnds = text.SpelledWords(`Correspondent Correspondents Reporter Reporters Columnist Columnists Editor Editors Newsroom`)

// isPost reports whether a name in two parts is a post and nobody's, as "A. N. Editor" is somebody's.
func isPost(family, given string) bool {
	return postEnds[family] && strings.IndexByte(given, '.') < 0 && len(given) > 2 && !hasGivenName(given)
}

// cutFormsOfAddress cuts them from a name in direct order or from a given name, where as
// many words are left as that has at the least: "Dr. Hugo" may be all that is known.
func cutFormsOfAddress(s string, least int) string {
	rest := s
	for {
		word, after, _ := strings.Cut(rest, " ")
		if !formsOfAddress.Has(word) {
			break
		}
		rest = strings.TrimLeft(after, " ")
	}
	if rest == "" || strings.Count(rest, " ")+1 < least {
		return s
	}
	return rest
}

// plainDegrees are the degrees that databases of medicine leave after a name without a
// comma, as they are written: Md is a given name, Mba a family name, MA may be initials.
var plainDegrees = map[string]bool{
	"PhD": true, "PHD": true, "Ph.D.": true, "Ph.D": true, "DPhil": true, "EdD": true, "MD": true, "DDS": true, "DVM": true, "RN": true,
	"OBE": true, "CBE": true, "FRS": true, "FBA": true, "FRSE": true, // British honours and academies
	"MBA": true, "MPH": true, "MSc": true, "LLB": true, "LLM": true, "JD": true, "FACS": true,
}

// cutDegrees cuts them from a name that has lower-case letters, as long as this many words
// are left.
func cutDegrees(s string, least int) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		if i <= 0 || !plainDegrees[s[i+1:]] || strings.Count(s[:i], " ")+1 < least || !strings.ContainsFunc(s[:i], unicode.IsLower) {
			return s
		}
		s = strings.TrimRight(s[:i], " ,")
	}
}
