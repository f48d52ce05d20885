package citation

import "strings"

// oclcPrefixes are what catalogues and links write in front of an OCLC number.
// Several may stand one behind another: (OCoLC)ocm00003862.
var oclcPrefixes = []string{"info:ofi/nam:info:oclcnum:", "info:oclcnum/", "urn:oclc:record:", "oclcnum:", "(OCoLC)", "oclc:", "oclc", "ocl7", "ocm", "ocn", "on"}

// ParseOCLC gives an OCLC control number as bare digits without leading zeros,
// from the forms that catalogues and links write: (OCoLC)814782, ocm00012345,
// ocn123456789, on1234567890, OCLC: 814782, info:oclcnum/…, a worldcat.org address.
func ParseOCLC(s string) (string, bool) {
	s = behind(strings.TrimSpace(s), "worldcat.org/oclc/", "/oclc/", "/title/")
	for _, prefix := range oclcPrefixes {
		s, _ = cutFold(s, prefix)
		s = strings.TrimSpace(s)
	}
	if end := strings.IndexAny(s, " ;,"); end > 0 {
		s = s[:end]
	}
	s = strings.TrimLeft(s, "0")
	if !allDigits(s) || len(s) > 12 {
		return "", false
	}
	return s, true
}

// ParsePMID gives a PubMed number: one to eight digits, without leading zeros.
// PMC numbers name something else.
func ParsePMID(s string) (string, bool) {
	s = behind(strings.TrimSpace(s), "pmid/", "pmid:", "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/")
	s, _, _ = strings.Cut(s, " [") // 12345678 [PubMed]
	s = strings.TrimRight(strings.TrimLeft(s, "0"), ".,; ")
	if !allDigits(s) || len(s) > 8 {
		return "", false
	}
	return s, true
}

// behind gives what follows the first of these parts of an address that it has, to
// the end of that part of the address; s itself where there is none.
func behind(s string, parts ...string) string {
	for _, part := range parts {
		if i := strings.LastIndex(strings.ToLower(s), part); i >= 0 {
			s = strings.TrimSpace(s[i+len(part):])
			if end := strings.IndexAny(s, "?#/&"); end >= 0 {
				s = s[:end]
			}
			return s
		}
	}
	return s
}

// ParseLCCN gives a Library of Congress control number in the normal form of the
// info:lccn registry: no blanks, nothing from a "/" on, the part after a hyphen
// padded to six digits.
func ParseLCCN(s string) (string, bool) {
	for _, prefix := range [...]string{"info:lccn/", "https://lccn.loc.gov/", "http://lccn.loc.gov/"} {
		s, _ = cutFold(s, prefix)
	}
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	s, _, _ = strings.Cut(s, "/")
	if before, after, ok := strings.Cut(s, "-"); ok {
		if len(after) > 6 || !allDigits(after) {
			return "", false
		}
		s = before + strings.Repeat("0", 6-len(after)) + after
	}
	n := len(s) - 8
	if n < 0 || n > 4 || !allDigits(s[n:]) {
		return "", false
	}
	prefix := s[:n]
	ok := false
	switch n {
	case 0:
		ok = true
	case 1:
		ok = isASCIILetter(prefix[0])
	case 2:
		ok = allDigits(prefix) || allLetters(prefix)
	case 3:
		ok = isASCIILetter(prefix[0]) && (allDigits(prefix[1:]) || allLetters(prefix[1:]))
	case 4:
		ok = allLetters(prefix[:2]) && allDigits(prefix[2:])
	}
	return s, ok
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isASCIILetter(s[i]) {
			return false
		}
	}
	return s != ""
}
