package plaintext

import (
	"regexp"
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// doiBeginnings are the ways in which a DOI is announced, with the spaces and line breaks of
// PDFs in them, and what is to be read instead.
var doiBeginnings = []struct {
	written *regexp.Regexp
	read    string
}{
	// https: //doi. org/10. · http//doi.org/10. · dx.doi.org/10. · doi.acm.org/10. · doi.org/doi:10.
	{
		regexp.MustCompile(`(?i)(?:\bhttps?\s{0,2}[:/]{1,3}\s{0,2}[:/]{0,2}\s{0,2})?\b(?:(?:www|dx)\s{0,2}\.\s{0,2})?` +
			`doi\s{0,2}\.\s{0,2}(?:acm\s{0,2}\.\s{0,2})?org\s{0,2}/\s{0,2}(?:doi\s?[:/]\s?)?10\s{0,2}\.\s{0,2}`),
		"https://doi.org/10.",
	},
	// DOI 10. · doi10. · doi: doi:10. · DOI number: 10. · doi=10.
	{
		regexp.MustCompile(`(?i)\b(?:doi|d\.o\.i\.)(?:\s?(?:number|no\.|nr\.))?\s{0,2}[:=.>#]?\s{0,2}(?:doi\s?[:=]?\s{0,2})?10\s{0,2}\.\s{0,2}`),
		"doi:10.",
	},
}

// maxJoined is of how many DOIs of one reference the parts are joined.
const maxJoined = 4

// joinDOIs joins the parts of a DOI that spaces and the ends of lines have split. Only what
// is announced as a DOI is joined: "vol. 10. 2005/06" is not.
func joinDOIs(s string) string {
	if !strings.Contains(s, "10") || !hasFold(s, "doi") {
		return s
	}
	for _, b := range doiBeginnings {
		s = b.written.ReplaceAllString(s, b.read)
	}
	var out strings.Builder
	for range maxJoined {
		at, announced := nextDOI(s)
		if at < 0 {
			break
		}
		at += announced
		out.WriteString(s[:at])
		doi, rest := takeDOI(s[at:])
		out.WriteString(doi)
		s = rest
	}
	out.WriteString(s)
	return out.String()
}

// hasFold reports whether a text has a part, which is in small letters.
func hasFold(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// nextDOI returns where the first DOI is announced, -1 if none is, and the length of that.
func nextDOI(s string) (at, length int) {
	at = -1
	for _, b := range doiBeginnings {
		if i := strings.Index(s, b.read); i >= 0 && (at < 0 || i < at) {
			at, length = i, len(b.read)-len("10.")
		}
	}
	return at, length
}

var registrant = regexp.MustCompile(`^10\.(\d{4,9}(?:\.\d+)*)\s{0,2}/\s{0,2}`)

// takeDOI returns the DOI that a text begins with, its parts joined, and what is after it.
func takeDOI(s string) (doi, rest string) {
	found := registrant.FindStringSubmatch(s)
	if found == nil {
		return s[:3], s[3:]
	}
	prefix, s := "10."+found[1]+"/", s[len(found[0]):]
	n := nonSpace(s)
	suffix, s := s[:n], s[n:]
	for {
		next := strings.TrimLeftFunc(s, unicode.IsSpace)
		gap := s[:len(s)-len(next)]
		n := nonSpace(next)
		if n == 0 || !goesOn(suffix, gap, next[:n], next[n:]) {
			return prefix + suffix, s
		}
		if endsInHyphen(suffix) && startsSmall(next) {
			suffix = suffix[:len(suffix)-1]
		}
		suffix, s = suffix+next[:n], next[n:]
	}
}

// doiParts are what the next part of a DOI looks like after what its last ends with. All
// conditions of a row hold.
var doiParts = []struct {
	ends  string // the last part ends with one of these signs; "" is for a letter or a digit
	line  bool   // the end of a line is between them
	shape *regexp.Regexp
	toEnd bool // the shape is that of all that is left
}{
	{"-_/", true, regexp.MustCompile(`\d`), false},                                                           // s10207-⏎013-0222-9
	{":", false, regexp.MustCompile(`(?i)^aid-\S*>3\.0\.co;2-\S[.,;)\]]*$`), false},                          // 1<69:: AID-AJPA5>3.0.CO;2-8
	{".", false, regexp.MustCompile(`^(?:(?:[a-z0-9]+\.\s{0,2})+[a-z]*\d+|\d{2,3}|\d{5,})[\s.)\]]*$`), true}, // j. ropestudies. 2019. 01. 004
	{".", true, regexp.MustCompile(`^\d+(?:[.\-_/]\d+)+[.,;)\]]*$`), true},                                   // rs.⏎2019.4
	{"", true, regexp.MustCompile(`^[a-z0-9]+(?:[.\-_/][a-z0-9]+)*[.\-_/]\d+[.,;)\]]*$`), false},             // j.rope⏎studies.2019.01.004
}

// goesOn reports whether a DOI goes on after a gap with the next part; left is after that.
func goesOn(suffix, gap, next, left string) bool {
	if suffix == "" {
		return true
	}
	last := suffix[len(suffix)-1]
	for _, row := range doiParts {
		ends := strings.IndexByte(row.ends, last) >= 0
		if row.ends == "" {
			ends = text.IsDigit(last) || text.IsASCIILetter(last)
		}
		if !ends || row.line && !strings.Contains(gap, "\n") {
			continue
		}
		part := next
		if row.toEnd {
			part += left
		}
		if row.shape.MatchString(part) {
			return true
		}
	}
	return false
}
