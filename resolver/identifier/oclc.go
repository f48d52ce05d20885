package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// oclcPrefixes are what catalogues and links write in front of an OCLC number.
// There may be several, one after another: (OCoLC)ocm00003862.
var oclcPrefixes = []string{
	"info:ofi/nam:info:oclcnum:", "info:oclcnum/", "urn:oclc:record:", "oclcnum:", "(OCoLC)", "oclc:", "oclc",
	"ocl7", "ocm", "ocn", "on",
}

// ParseOCLC returns an OCLC control number as bare digits without leading zeros,
// from the forms that catalogues and links write: (OCoLC)814782, ocm00012345,
// ocn123456789, on1234567890, OCLC: 814782, info:oclcnum/…, a worldcat.org address.
func ParseOCLC(s string) (string, bool) {
	s = after(strings.TrimSpace(plain(s)), "worldcat.org/oclc/", "/oclc/", "/title/")
	for _, prefix := range oclcPrefixes {
		s, _ = text.CutFold(s, prefix)
		s = strings.TrimSpace(s)
	}
	if end := strings.IndexAny(s, " ;,"); end > 0 {
		s = s[:end]
	}
	s = strings.TrimLeft(s, "0")
	if !text.AllDigits(s) || len(s) > 12 {
		return "", false
	}
	return s, true
}

// ParseOCLCPair reads the pair of private data in which WorldCat's older catalogues name
// the record: oclcNumber=48397801, institute=UCOP&oclcNumber=05118822.
func ParseOCLCPair(s string) (string, bool) {
	const key = "oclcnumber="
	i := strings.Index(strings.ToLower(s), key)
	if i < 0 {
		return "", false
	}
	number, _, _ := strings.Cut(s[i+len(key):], "&")
	return ParseOCLC(number)
}

// after returns what follows the first of these parts of an address that it has, to
// the end of that part of the address; s itself where there is none.
func after(s string, parts ...string) string {
	rest := afterPath(s, parts...)
	if end := strings.IndexAny(rest, "/&"); end >= 0 && rest != s {
		rest = rest[:end]
	}
	return rest
}

// afterPath is after for identifiers that hold "/" or "&" themselves.
func afterPath(s string, parts ...string) string {
	for _, part := range parts {
		if i := strings.LastIndex(strings.ToLower(s), part); i >= 0 {
			s = strings.TrimSpace(s[i+len(part):])
			if end := strings.IndexAny(s, "?#"); end >= 0 {
				s = s[:end]
			}
			return s
		}
	}
	return s
}
