package plausible

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// isNumberOfContainer reports whether a container's title has no letter: it is a number, a year or a page.
func isNumberOfContainer(title string) bool { return !text.HasLetter(title) }

var questionMark = text.Chars("?")

// isQuestion reports whether a title is a question of five words or more, as titles of articles are and those of
// journals are not.
func isQuestion(title string) bool {
	return strings.HasSuffix(title, "?") && strings.Count(title, " ") > 3
}

// vendors are databases, platforms and publishers, which are not journals.
var vendors = func() map[string]bool {
	m := map[string]bool{}
	for line := range text.ListLines(vendorLines) {
		m[line] = true
	}
	return m
}()

const vendorLines = `
Academic Search Complete
Academic Search Premier
Academic Search Ultimate
Academic OneFile
Business Source Complete
CINAHL
EBSCO
EBSCOhost
Elsevier
Gale
Google
Google Books
Google Scholar
JSTOR
LexisNexis
MEDLINE
Nexis Uni
PMC
Project MUSE
ProQuest
ProQuest Central
PsycINFO
PubMed
PubMed Central
ResearchGate
ScienceDirect
Scopus
Semantic Scholar
Springer
Springer Nature
SpringerLink
Taylor & Francis
Web of Science
Wiley
Wiley Online Library
WorldCat
John Wiley & Sons
Routledge
Sage Publications
Palgrave Macmillan
Academic Press
`

// publisherEndings end the names of publishers, and of no journal.
var publisherEndings = [...]string{" University Press", " Verlag", "-Verlag", " Publishers", " Publishing", " Ltd", " Ltd.", " GmbH"}

// vendorBeginnings begin the names of databases.
var vendorBeginnings = [...]string{
	"Gale In Context", "Gale Academic", "Gale General", "ProQuest ", "EBSCO ", "EBSCOhost", "Academic Search ",
}

// isVendor reports whether a container's title is the name of who sells or finds works.
func isVendor(title string) bool {
	for _, ending := range publisherEndings {
		if strings.HasSuffix(title, ending) {
			return true
		}
	}
	for _, beginning := range vendorBeginnings {
		if strings.HasPrefix(title, beginning) {
			return true
		}
	}
	return vendors[title]
}

// inNumbers is what ISSN and ISBN have, and few titles.
var inNumbers = text.Chars("N")

// hasISSN reports whether a title names an ISSN or an ISBN.
func hasISSN(title string) bool {
	i := strings.Index(title, "IS")
	return i >= 0 && (strings.Contains(title[i:], "ISSN") || strings.Contains(title[i:], "ISBN"))
}

// hasVolume reports whether a number of up to three digits is after a title and a comma: a journal's with its volume.
func hasVolume(title string) bool {
	i := strings.LastIndex(title, ", ")
	return i > 0 && len(title)-i <= len(", 123") && text.AllDigits(title[i+2:])
}

// isMonth reports whether a title is a month and its year, "May 2003".
func isMonth(title string) bool {
	month, year, _ := strings.Cut(title, " ")
	return len(year) == len("2003") && text.AllDigits(year) && citation.ParseMonth(month) > 0
}
