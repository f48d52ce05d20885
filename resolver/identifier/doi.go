package identifier

import (
	"net/url"
	"strings"

	"lendlink/resolver/text"
)

// longestDOI is how much of a DOI is read, in bytes, for a long text can have thousands of
// its beginnings. The longest DOIs in use have some two hundred.
const longestDOI = 2000

// ParseDOI finds a DOI (ISO 26324) in a text and returns it from its "10." on,
// case as sent: in info:doi/…, doi:…, an address of a resolver, of a library's
// proxy in front of one, or of a publisher. Punctuation of the sentence around
// it is cut, and so are tags, other identifiers after it and the same DOI once more; the
// angle brackets and parentheses of old Wiley and Elsevier DOIs are kept.
func ParseDOI(s string) (string, bool) {
	s = plain(s)
	for range 2 { // in addresses within addresses it may be encoded twice
		if !strings.Contains(s, "%") {
			break
		}
		if t, err := url.PathUnescape(s); err == nil {
			s = t
		}
	}
	scheme := strings.Index(s, "://")
	for from := 0; ; {
		i := strings.Index(s[from:], "10.")
		if i < 0 {
			return "", false
		}
		i += from
		from = i + 3
		if i > 0 && isInsideToken(s[i-1]) && !strings.EqualFold(s[max(0, i-3):i], "doi") {
			continue
		}
		n := i + 3
		for n < len(s) && (text.IsDigit(s[n]) || s[n] == '.') {
			n++
		}
		s = closeSlash(s, n)
		if n-i-3 < 4 || n == len(s) || s[n] != '/' {
			continue
		}
		doi := s[i:]
		if len(doi) > longestDOI {
			doi = strings.ToValidUTF8(doi[:longestDOI], "")
		}
		if end := strings.IndexFunc(doi, func(r rune) bool { return r <= ' ' || r == '\u00a0' }); end >= 0 {
			doi = doi[:end]
		}
		if 0 <= scheme && scheme < i { // an address: what follows is not the DOI's
			if end := strings.IndexAny(doi, "?#&"); end >= 0 {
				doi = doi[:end]
			}
		}
		for _, view := range publisherViews {
			doi = strings.TrimSuffix(doi, view)
		}
		doi = trimDOI(cutDOITail(doi, s[i:n+1]))
		if isTornSICI(doi) {
			return "", false
		}
		if len(doi) > n-i+1 {
			return doi, true
		}
	}
}

// isTornSICI reports whether a DOI made of a SICI (ANSI/NISO Z39.56) lost the part in angle brackets, which
// programs took for a tag: 10.1002/1097-4679(200102)57:23.0.CO;2-1 had 2<227::AID-JCLP8>3. There is no such DOI.
func isTornSICI(doi string) bool {
	end := strings.Index(doi, ".0.CO;2")
	return end > 1 && doi[end-2] != '>' && doi[end-2] != ']'
}

// closeSlash takes out the blanks around the slash at n, "10.1093 / rpe12", where a part with a
// digit follows: words are a sentence's.
func closeSlash(s string, n int) string {
	before, after, found := strings.Cut(s[n:], "/")
	next, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	isWide := before != "" || strings.HasPrefix(after, " ")
	if !found || !isWide || strings.Trim(before, " ") != "" || !text.Digits.In(next) {
		return s
	}
	return s[:n] + "/" + strings.TrimLeft(after, " ")
}

// isInsideToken reports whether what follows a character belongs to the same word or number.
func isInsideToken(c byte) bool { return text.IsDigit(c) || c == '.' || text.IsASCIILetter(c) }

// publisherViews are what publishers' addresses, and DOIs copied from them, have after the DOI: no
// DOI ends so.
var publisherViews = []string{"/full", "/abstract", "/summary", "/pdf", "/epdf", "/pdfdirect", "/html", "/fulltext", "/references", ".pdf"}

// doiTails begin what links have after a DOI: another identifier, the rest of the HTML
// around it. In lower case. A SICI has < and ; of its own.
var doiTails = []string{";10.", ";pmid", ";pmc", ",pmid", "</", "&lt;", "\">", "'>", ";doi:", ",doi:"}

// cutDOITail cuts what comes after a DOI, and the same DOI once more: registrant is its
// beginning up to the slash, which no DOI holds twice.
func cutDOITail(doi, registrant string) string {
	low := strings.ToLower(doi)
	for _, tail := range doiTails {
		if end := strings.Index(low, tail); end > 0 {
			doi, low = doi[:end], low[:end]
		}
	}
	if again := strings.Index(doi[1:], registrant); again > 0 {
		doi = doi[:again+1]
		for _, scheme := range [...]string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"} {
			doi = strings.TrimSuffix(doi, scheme)
		}
	}
	return doi
}

// trimDOI cuts punctuation from the end, and a closing bracket whose opening one
// comes before the DOI.
func trimDOI(s string) string {
	for before := ""; s != before; {
		before = s
		s = strings.TrimRight(s, ".,;:\"'”’/-")
		for _, pair := range [...]string{"()", "[]", "{}", "<>"} {
			unpaired := strings.Count(s, pair[1:]) - strings.Count(s, pair[:1])
			if strings.HasSuffix(s, pair[1:]) && unpaired > 0 || strings.HasSuffix(s, pair[:1]) && unpaired < 0 {
				s = s[:len(s)-1]
			}
		}
	}
	return s
}

// IsChapterDOI reports whether a DOI names a part of a book, as publishers form
// them: the book's ISBN or number, then the chapter's.
//
//	10.1002/9781118999141.ch12   10.1007/978-3-030-65025-4_7   10.1201/b12999-7
//	10.1017/9781108999999.009    10.4324/9780203094112-9       10.1093/acprof:oso/9780195999999.003.0004
//	10.1093/0198999999.003.0004
func IsChapterDOI(doi string) bool {
	_, suffix, _ := strings.Cut(doi, "/")
	if i := strings.LastIndex(suffix, ".ch"); i >= 0 && i+3 < len(suffix) && text.IsDigit(suffix[i+3]) {
		return true
	}
	if rest, ok := strings.CutPrefix(suffix, "b"); ok { // Taylor & Francis: b and the book's number
		number, part, found := strings.Cut(rest, "-")
		return found && text.AllDigits(number) && text.AllDigits(part)
	}
	if i := strings.Index(suffix, ".003."); i >= 10 && text.AllDigits(suffix[i-10:i-1]) { // Oxford, of books with ten digits
		return true
	}
	for i := 0; i+3 < len(suffix); i++ {
		if suffix[i:i+3] != "978" && suffix[i:i+3] != "979" {
			continue
		}
		digits, n := 0, i
		for n < len(suffix) && digits < 13 && (text.IsDigit(suffix[n]) || suffix[n] == '-') {
			if text.IsDigit(suffix[n]) {
				digits++
			}
			n++
		}
		part := suffix[n:]
		if digits < 13 || part == "" || part == ".001.0001" { // Oxford's whole book
			continue
		}
		if strings.IndexByte("._-", part[0]) >= 0 && strings.ContainsAny(part, "0123456789") {
			return true
		}
	}
	return false
}

// IsBookPartDOI reports whether a DOI is a complete, valid ISBN with a part's number after
// it: 10.1007/978-3-540-44291-2_7, 10.1002/9781118990773.ch5, 10.1016/B978-….00527-7. What
// begins with X after the ISBN is Elsevier's number of the whole book.
func IsBookPartDOI(doi string) bool {
	kind, isbn := KindOfDOI(doi)
	return kind == ChapterDOI && isbn != ""
}
