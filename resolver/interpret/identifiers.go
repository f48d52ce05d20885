package interpret

import (
	"strings"

	"lendlink/resolver/identifier"
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

// find returns the first value of the fields that parse takes.
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
	r.c.DOI = r.find("DOI", identifier.ParseDOI, openurl.DOI, openurl.ID, openurl.Identifier)
	if v := r.co.Get(openurl.DOI); v != "" && r.c.DOI == "" {
		if _, isbn := identifier.ParseWholeISBN(v); !isbn {
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
			isbn, ok := identifier.ParseISBN(v)
			// Alma computes normalized_isbn from isbn, with a check digit that fits
			// whatever was typed wrong.
			if ok && f == openurl.NormalizedISBN && bad != "" && strings.Contains(identifier.FirstNumber(bad), isbn[3:12]) {
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
	if r.c.ISBN = r.find("ISBN", identifier.ParseISBNURN, openurl.ID, openurl.Identifier); r.c.ISBN != "" {
		return
	}
	if r.c.ISBN = r.find("ISBN", identifier.ParseWholeISBN, openurl.ISSN, openurl.EISSN, openurl.DOI, openurl.ID); r.c.ISBN != "" {
		r.warn(warning.IdentifierMoved, "ISBN", r.c.ISBN)
	}
}

func (r *reader) issn() {
	r.c.ISSN = r.find("ISSN", identifier.ParseISSN, openurl.ISSN, openurl.NormalizedISSN, openurl.EISSN)
	if r.c.ISSN == "" {
		r.c.ISSN = r.find("ISSN", identifier.ParseISSNURN, openurl.ID, openurl.Identifier)
	}
	for _, v := range r.co.All(openurl.ISSN) {
		if _, valid := identifier.ParseISSN(v); valid {
			continue
		}
		if _, isbn := identifier.ParseWholeISBN(v); !isbn {
			r.warn(warning.ISSNInvalid, "ISSN", v)
		}
	}
}

func (r *reader) pmid() {
	r.c.PMID = r.find("PMID", identifier.ParsePMID, openurl.PMID)
	if r.c.PMID == "" {
		r.c.PMID = r.find("PMID", func(s string) (string, bool) {
			low := strings.ToLower(s)
			if !strings.Contains(low, "pmid") && !strings.Contains(low, "pubmed") {
				return "", false
			}
			return identifier.ParsePMID(s)
		}, openurl.ID, openurl.Identifier)
	}
}

func (r *reader) oclc() {
	oclc := r.find("OCLC", identifier.ParseOCLC, openurl.OCLCNum)
	if oclc == "" {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			low := strings.ToLower(s)
			if !strings.Contains(low, "oclc") && !strings.Contains(low, "(ocolc)") && !strings.Contains(low, "worldcat.org/") {
				return "", false
			}
			return identifier.ParseOCLC(s)
		}, openurl.ID, openurl.Identifier)
	}
	if oclc == "" && !r.quirks.has(accessionIsOwn) {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			if number, ok := tagged(s, "accessionnumber", "accession number"); ok {
				s = number
			}
			return identifier.ParseOCLC(s)
		}, openurl.RfeDat)
	}
	if oclc == "" && r.quirks.has(accessionIsOCLC) {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			if number, ok := tagged(s, "accession number", "accessionnumber"); ok {
				return identifier.ParseOCLC(number)
			}
			number, _, _ := strings.Cut(s, "<") // 6104671<fssessid>0</fssessid>
			return identifier.ParseOCLC(number)
		}, openurl.Pid)
	}
	r.c.Custom.OCLC = oclc
}

func (r *reader) lccn() {
	r.c.Custom.LCCN = r.find("LCCN", identifier.ParseLCCN, openurl.LCCN)
	if r.c.Custom.LCCN == "" {
		r.c.Custom.LCCN = r.find("LCCN", func(s string) (string, bool) {
			if !strings.HasPrefix(strings.ToLower(s), "info:lccn/") && !strings.Contains(s, "lccn.loc.gov/") {
				return "", false
			}
			return identifier.ParseLCCN(s)
		}, openurl.ID)
	}
}
