package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// numbers sets volume, issue and pages, where the type has them.
func (r *reader) numbers() {
	switch r.c.Type {
	case citation.Thesis, citation.Patent: // those of a database of abstracts
	case citation.Book:
		r.c.Volume = r.firstClean("volume", citation.CleanNumber, openurl.Volume, openurl.Part)
	default:
		r.c.Volume = r.firstClean("volume", citation.CleanNumber, openurl.Volume)
		r.c.Issue = r.firstClean("issue", citation.CleanNumber, openurl.Issue, openurl.Number)
		if r.c.Issue == "" && r.c.Type != citation.Chapter && r.c.Type != citation.Report {
			r.c.Issue = r.firstClean("issue", citation.CleanNumber, openurl.Part)
		}
		if r.pagesAfter != openurl.NoField {
			r.c.Volume, _, _ = citation.SplitPages(r.c.Volume)
			r.c.Issue, _, _ = citation.SplitPages(r.c.Issue)
		}
		year := r.c.Issued.Year
		r.c.Volume, r.c.Issue = citation.SplitNumbers(citation.CutYear(r.c.Volume, year), citation.CutYear(r.c.Issue, year))
		if r.c.Issue = citation.CutMonth(r.c.Issue, r.c.Issued); r.c.Issue == "" {
			r.dropUses(func(f From) bool { return f.Field == "issue" })
		}
		r.monthInVolume()
		r.seasonOrPart()
	}
	if !r.c.Type.HasPages() {
		return
	}
	r.c.Page = r.pages
	r.dropArticleNumber()
	if r.c.Page == "" {
		r.c.Page = r.firstClean("page", citation.CleanArticleNumber, openurl.ArtNum)
		return
	}
	for _, f := range [...]openurl.Field{openurl.Pages, openurl.SPage, openurl.EPage, r.pagesAfter} {
		r.take(f, "page")
	}
}

// monthInVolume moves the name of a month to the date, which editors of periodicals without volumes put in
// the place of their number.
func (r *reader) monthInVolume() {
	if !citation.IsMonth(r.c.Volume) {
		return
	}
	r.dropUses(func(f From) bool { return f.Field == "volume" })
	if d := &r.c.Issued; d.Year > 0 && d.Month == 0 {
		d.Month = citation.ParseMonth(r.take(openurl.Volume, "issued"))
	}
	r.c.Volume = ""
}

// seasonOrPart names the issue of a quarterly by its season where it has no number, and
// keeps the part of an issue with its number.
func (r *reader) seasonOrPart() {
	if r.c.Type != citation.Article && r.c.Type != citation.Periodical {
		return
	}
	if r.c.Issue == "" {
		r.c.Issue = r.firstClean("issue", citation.Season, openurl.Season, openurl.Date, openurl.Month, openurl.PubDate)
		return
	}
	if part := r.firstClean("issue", citation.CleanNumber, openurl.Part); part != "" && part != r.c.Issue {
		if len(part) <= longestPartNumber { // 2, B, II; a Supplement says itself what it is
			part = "pt. " + part
		}
		r.c.Issue += ", " + part
	}
}

// longestPartNumber is the length up to which a part is a number and not a word.
const longestPartNumber = 3

// readPages returns the pages: those of pages, else from spage to epage.
func (r *reader) readPages() string {
	whole, start := r.co.Get(openurl.Pages), r.co.Get(openurl.SPage)
	end := r.co.Get(openurl.EPage)
	if whole == "" && start == "" && end == "" && r.c.ISBN == "" {
		return r.readPagesAfter()
	}
	pages := citation.CleanPages(whole)
	first := citation.CleanPages(start)
	if text.AllDigits(pages) { // pages=8 with spage=44 counts them
		if first == "" {
			first = pages // pages=12&epage=19
		}
		pages = ""
	}
	if pages == "" || pages == first {
		if strings.Contains(first, "-") { // spage=236-259
			pages = first
		} else {
			pages = citation.PageRange(first, citation.CleanPages(end))
		}
	}
	if pages == "" && isSection(start) && text.AllDigits(end) && end != "0" { // MEDI-150, an abstract of a meeting
		pages = start + "-" + end
	}
	if r.isYear(pages) && whole == "" && end == "" {
		r.warn(warning.PageIsYear, "page", start)
		return ""
	}
	for _, v := range [...]string{whole, start, end} {
		if v != "" && pages == "" {
			r.warn(warning.PageInvalid, "page", v)
			break
		}
	}
	return pages
}

// isYear reports whether a first page is the year of the date, which indexes have in its place where they
// know no page. Where an identifier proves the article, it may be its page by chance.
func (r *reader) isYear(page string) bool {
	date := r.co.Get(openurl.Date)
	return len(page) == len("1998") && strings.HasPrefix(date, page) && r.c.DOI == "" && r.c.PMID == ""
}

// isSection reports whether what came as the first page names a section, in capitals.
func isSection(s string) bool {
	return len(s) > 2 && len(s) < 6 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// readPagesAfter returns the pages that come after the number of the volume or issue under
// its key: volume=27(3):211-229.
func (r *reader) readPagesAfter() string {
	for _, f := range [...]openurl.Field{openurl.Volume, openurl.Issue} {
		if _, pages, ok := citation.SplitPages(r.co.Get(f)); ok {
			r.pagesAfter = f
			return pages
		}
	}
	return ""
}
