package citation

import (
	"strings"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// identifiers reads the numbers, which the decision about the type needs.
func (r *reader) identifiers() {
	r.doi()
	r.isbn()
	r.issn()
	r.pmid()
	r.oclc()
	r.lccn()
}

// find gives the first value of the fields that parse takes.
func (r *reader) find(field string, parse func(string) (string, bool), fields ...openurl.Field) string {
	for _, f := range fields {
		for i, v := range r.co.All(f) {
			if id, ok := parse(v); ok {
				r.used(i, field)
				return id
			}
		}
	}
	return ""
}

func (r *reader) doi() {
	r.c.DOI = r.find("DOI", ParseDOI, openurl.DOI, openurl.ID, openurl.Identifier)
	if v := r.co.Get(openurl.DOI); v != "" && r.c.DOI == "" {
		if _, isbn := wholeISBN(v); !isbn {
			r.warn(warning.DOIInvalid, "DOI", v)
		}
	}
}

// isbn takes the first valid number of the printed book, else of the e-book,
// else one that stands in another number's place.
func (r *reader) isbn() {
	bad := ""
	for _, f := range [...]openurl.Field{openurl.ISBN, openurl.NormalizedISBN, openurl.ISBNList, openurl.EISBN, openurl.EISBNList} {
		for i, v := range r.co.All(f) {
			isbn, ok := ParseISBN(v)
			// Alma computes normalized_isbn from isbn, with a check digit that fits
			// whatever was typed wrong.
			if ok && f == openurl.NormalizedISBN && bad != "" && strings.Contains(bareNumber(bad), isbn[3:12]) {
				ok = false
			}
			if ok {
				r.c.ISBN = isbn
				r.used(i, "ISBN")
				if bad != "" {
					r.warn(warning.ISBNInvalid, "ISBN", bad)
				}
				return
			}
			if bad == "" {
				bad = v
			}
		}
	}
	if bad != "" {
		r.warn(warning.ISBNInvalid, "ISBN", bad)
	}
	if r.c.ISBN = r.find("ISBN", urnISBN, openurl.ID, openurl.Identifier); r.c.ISBN != "" {
		return
	}
	if r.c.ISBN = r.find("ISBN", wholeISBN, openurl.ISSN, openurl.EISSN, openurl.DOI, openurl.ID); r.c.ISBN != "" {
		r.warn(warning.IdentifierMoved, "ISBN", r.c.ISBN)
	}
}

// bareNumber gives the digits of a value's first number.
func bareNumber(s string) string {
	token, _ := nextNumber(s)
	return token
}

// urnISBN reads urn:ISBN:…, in whatever case, and info:isbn/….
func urnISBN(s string) (string, bool) {
	for _, prefix := range [...]string{"urn:isbn:", "info:isbn/", "isbn:", "isbn "} {
		if rest, ok := cutFold(s, prefix); ok {
			return ParseISBN(rest)
		}
	}
	return "", false
}

// wholeISBN reads an ISBN that is the whole value but for a prefix: one inside a
// DOI is the DOI's.
func wholeISBN(s string) (string, bool) {
	for _, prefix := range [...]string{"info:doi/", "doi:", "urn:doi:", "urn:issn:"} {
		s, _ = cutFold(s, prefix)
	}
	if s == "" || !isDigit(s[0]) || strings.Contains(s, "/") {
		return "", false
	}
	token, _ := nextNumber(s)
	if len(token) < 10 { // eight digits are an ISSN, nine may be anything
		return "", false
	}
	return ParseISBN(s)
}

func (r *reader) issn() {
	r.c.ISSN = r.find("ISSN", ParseISSN, openurl.ISSN, openurl.NormalizedISSN, openurl.EISSN)
	if r.c.ISSN == "" {
		r.c.ISSN = r.find("ISSN", urnISSN, openurl.ID, openurl.Identifier)
	}
	for _, v := range r.co.All(openurl.ISSN) {
		if _, valid := ParseISSN(v); valid {
			continue
		}
		if _, isbn := wholeISBN(v); !isbn {
			r.warn(warning.ISSNInvalid, "ISSN", v)
		}
	}
}

func urnISSN(s string) (string, bool) {
	for _, prefix := range [...]string{"urn:issn:", "info:issn/", "issn:"} {
		if rest, ok := cutFold(s, prefix); ok {
			return ParseISSN(rest)
		}
	}
	return "", false
}

func (r *reader) pmid() {
	r.c.PMID = r.find("PMID", ParsePMID, openurl.PMID)
	if r.c.PMID == "" {
		r.c.PMID = r.find("PMID", func(s string) (string, bool) {
			low := strings.ToLower(s)
			if !strings.Contains(low, "pmid") && !strings.Contains(low, "pubmed") {
				return "", false
			}
			return ParsePMID(s)
		}, openurl.ID, openurl.Identifier)
	}
}

func (r *reader) oclc() {
	oclc := r.find("OCLC", ParseOCLC, openurl.OCLCNum)
	if oclc == "" {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			low := strings.ToLower(s)
			if !strings.Contains(low, "oclc") && !strings.Contains(low, "(ocolc)") && !strings.Contains(low, "worldcat.org/") {
				return "", false
			}
			return ParseOCLC(s)
		}, openurl.ID, openurl.Identifier)
	}
	if oclc == "" && !r.quirks.has(accessionIsOwn) {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			if number, ok := tagged(s, "accessionnumber", "accession number"); ok {
				s = number
			}
			return ParseOCLC(s)
		}, openurl.RfeDat)
	}
	if oclc == "" && r.quirks.has(accessionIsOCLC) {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			if number, ok := tagged(s, "accession number", "accessionnumber"); ok {
				return ParseOCLC(number)
			}
			number, _, _ := strings.Cut(s, "<") // 6104671<fssessid>0</fssessid>
			return ParseOCLC(number)
		}, openurl.Pid)
	}
	r.c.Custom.OCLC = oclc
}

func (r *reader) lccn() {
	r.c.Custom.LCCN = r.find("LCCN", ParseLCCN, openurl.LCCN)
	if r.c.Custom.LCCN == "" {
		r.c.Custom.LCCN = r.find("LCCN", func(s string) (string, bool) {
			if !strings.HasPrefix(strings.ToLower(s), "info:lccn/") && !strings.Contains(s, "lccn.loc.gov/") {
				return "", false
			}
			return ParseLCCN(s)
		}, openurl.ID)
	}
}
