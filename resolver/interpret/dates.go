package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// dateKeys are those of the date of publication, in order of preference.
var dateKeys = []openurl.Field{openurl.Date, openurl.Year, openurl.PubDate, openurl.PubYear}

// issued sets the date: of books and theses the year, of others as exact as it
// is valid.
func (r *reader) issued() {
	doubtful := ""
	keys := dateKeys
	if r.c.Type == citation.Patent {
		keys = append(slices.Clip(keys), openurl.ApplDate)
	}
	for _, f := range keys {
		for i, v := range r.co.All(f) {
			d, ok := citation.ParseDate(v, r.latest)
			if !ok || d.Year < r.earliest() && !r.hasIslamicYears() {
				doubtful = v
				continue
			}
			if r.c.Type == citation.Periodical && citation.IsRun(v, r.co.Get(openurl.Volume) != "") {
				return // the years in which the journal came out: none of them is asked for
			}
			r.used(i, "issued")
			if r.c.Type.HasYearOnly() {
				d = citation.Date{Year: d.Year}
			} else if d.Month == 0 {
				d.Month = r.month(v)
			}
			r.c.Issued = d
			return
		}
	}
	if doubtful != "" {
		r.warn(warning.DateInvalid, "issued", doubtful)
	}
}

// month returns the month that came under a key of its own. With a first of January, which databases
// fill in, January is part of that date: Umlaut splits dates.
func (r *reader) month(date string) int {
	month := citation.ParseMonth(r.co.Get(openurl.Month))
	if month == 1 && strings.HasSuffix(date, "-01-01") {
		return 0
	}
	r.take(openurl.Month, "issued")
	return month
}

// mayHaveISBN reports whether the first date that can be read is of a year when books have ISBNs, or there is none.
func (r *reader) mayHaveISBN() bool {
	for _, f := range dateKeys {
		for _, v := range r.co.All(f) {
			if d, ok := citation.ParseDate(v, r.latest); ok {
				return d.Year >= firstISBN
			}
		}
	}
	return true
}

// firstPrinted is the year before which nothing was printed with types, firstJournal that in which
// the first journals came out, firstISBN that from which on books have ISBNs.
const (
	firstPrinted = 1450
	firstJournal = 1665
	firstISBN    = 1970
)

// earliest returns the earliest year that is believed of the common calendar. One below it is
// mistyped. A letter in an archive is sent as an article without a journal, and may be older than all journals.
func (r *reader) earliest() int {
	switch {
	case r.c.Type == citation.Article && r.c.ContainerTitle != "":
		return firstJournal
	case r.isPrinted():
		return firstPrinted
	}
	return 0
}

// isPrinted reports whether the item has what manuscripts lack: a publisher, an ISBN or an
// ISSN.
func (r *reader) isPrinted() bool { return r.evidence.imprint || r.evidence.isbn || r.evidence.issn }
