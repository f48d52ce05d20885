package interpret

import (
	"strings"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
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
	r.others()
	r.addresses()
}

// addresses reads the identifiers that are still missing in addresses of publishers,
// databases and catalogues: rft_id=https://www.jstor.org/stable/2709692. An address that
// an identifier was read from already is not looked at again.
func (r *reader) addresses() {
	for _, f := range [...]openurl.Field{openurl.ID, openurl.Identifier} {
		for i, v := range r.co.All(f) {
			if r.IsUsed(i) {
				continue
			}
			before := r.c
			address.Fill(&r.c, v)
			for n := range citation.Fields {
				field := &citation.Fields[n]
				if field.Value(&before) != field.Value(&r.c) {
					r.used(i, field.Name)
				}
			}
		}
	}
}

// lower returns a value in lower case. Several kinds of identifiers look at the same one in turn.
func (r *reader) lower(s string) string {
	if s != r.lowerOf {
		r.lowerOf, r.lowered = s, strings.ToLower(s)
	}
	return r.lowered
}

// find returns the first value of the fields that parse takes.
func (r *reader) find(field string, parse func(string) (string, bool), fields ...openurl.Field) string {
	for _, f := range fields {
		if r.co.Index(f) < 0 { // in most links
			continue
		}
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
	r.c.DOI = r.find("DOI", identifier.ParseDOI, openurl.DOI, openurl.ID, openurl.Identifier, openurl.PMID)
	if v := r.co.Get(openurl.DOI); v != "" && r.c.DOI == "" {
		if _, isbn := identifier.ParseWholeISBN(v); !isbn {
			r.warn(warning.DOIInvalid, "DOI", v)
		}
	}
}

// warnUnread warns of a value under an identifier's own key in which there is no valid one.
func (r *reader) warnUnread(read string, f openurl.Field, code warning.Code, field string) {
	if v := r.co.Get(f); v != "" && read == "" {
		r.warn(code, field, v)
	}
}

// isbn takes the first valid number of the printed book, else of the e-book,
// else one that is in another number's place.
func (r *reader) isbn() {
	bad := ""
	for _, f := range [...]openurl.Field{openurl.ISBN, openurl.NormalizedISBN, openurl.ISBNList, openurl.EISBN, openurl.EISBNList} {
		for i, v := range r.co.All(f) {
			isbn, ok := identifier.ParseISBN(v)
			// Alma computes normalized_isbn from isbn, with a check digit that fits
			// whatever was typed wrong.
			if ok && f == openurl.NormalizedISBN && strings.Contains(identifier.FirstNumber(bad), isbn[3:12]) {
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
			if _, issn := identifier.ParseISSN(v); bad == "" && !issn {
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
		r.isbnMoved = true
		r.warn(warning.IdentifierMoved, "ISBN", r.c.ISBN)
	}
}

func (r *reader) issn() {
	r.c.ISSN = r.find("ISSN", identifier.ParseISSN, openurl.ISSN, openurl.NormalizedISSN, openurl.EISSN)
	if r.c.ISSN == "" {
		r.c.ISSN = r.find("ISSN", identifier.ParseISSNURN, openurl.ID, openurl.Identifier)
	}
	if r.c.ISSN == "" {
		r.c.ISSN = r.find("ISSN", identifier.ParseISSN, openurl.ISBN, openurl.EISBN)
		if r.c.ISSN != "" {
			r.warn(warning.IdentifierMoved, "ISSN", r.c.ISSN)
		}
	}
	if isISBNStart(r.c.ISSN, r.c.ISBN) {
		r.dropISSN()
	}
	for _, f := range [...]openurl.Field{openurl.ISSN, openurl.EISSN} {
		for _, v := range r.co.All(f) {
			_, valid := identifier.ParseISSN(v)
			if _, isbn := identifier.ParseWholeISBN(v); !valid && !isbn {
				r.warn(warning.ISSNInvalid, "ISSN", v)
			}
		}
	}
}

// isISBNStart reports whether an ISSN is only the first eight digits of the ISBN, in
// either length, whose check digit fits by chance: isbn=1592281230&issn=1592-2812.
func isISBNStart(issn, isbn string) bool {
	if isbn == "" {
		return false
	}
	digits := strings.ReplaceAll(issn, "-", "")
	return strings.HasPrefix(isbn, digits) || strings.HasPrefix(isbn[3:], digits)
}

func (r *reader) pmid() {
	r.c.PMID = r.find("PMID", identifier.ParsePMID, openurl.PMID)
	if r.c.PMID == "" {
		r.c.PMID = r.find("PMID", func(s string) (string, bool) {
			if !identifier.NamesPMID(s) {
				return "", false
			}
			return identifier.ParsePMID(s)
		}, openurl.ID, openurl.Identifier)
	}
	r.warnUnread(r.c.PMID, openurl.PMID, warning.PMIDInvalid, "PMID")
}

func (r *reader) oclc() {
	oclc := r.find("OCLC", identifier.ParseOCLC, openurl.OCLCNum)
	if oclc == "" {
		oclc = r.find("OCLC", func(s string) (string, bool) {
			low := r.lower(s)
			if !strings.Contains(low, "oclc") && !strings.Contains(low, "(ocolc)") {
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
			if number, ok := identifier.ParseOCLCPair(s); ok {
				return number, true
			}
			number, _, _ := strings.Cut(s, "<") // 6104671<fssessid>0</fssessid>
			return identifier.ParseOCLC(number)
		}, openurl.Pid)
	}
	r.c.Custom.OCLC = oclc
	r.warnUnread(oclc, openurl.OCLCNum, warning.OCLCInvalid, "OCLC")
}

func (r *reader) lccn() {
	r.c.Custom.LCCN = r.find("LCCN", identifier.ParseLCCN, openurl.LCCN)
	if r.c.Custom.LCCN == "" {
		r.c.Custom.LCCN = r.find("LCCN", func(s string) (string, bool) {
			if !startsFold(s, "info:lccn/") {
				return "", false
			}
			return identifier.ParseLCCN(s)
		}, openurl.ID)
	}
	r.warnUnread(r.c.Custom.LCCN, openurl.LCCN, warning.LCCNInvalid, "LCCN")
}
