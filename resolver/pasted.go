package resolver

import (
	"net/url"
	"regexp"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// Pasted returns the link that a text means, whatever a patron found to copy: an
// OpenURL, the HTML of a page with a COinS, a DOI, ISBN, ISSN, PubMed or OCLC
// number, or the address of a page that has one of them in it. It is false when
// there is none. Nothing is fetched.
func Pasted(text string, year int) (query string, ok bool) {
	text = strings.TrimSpace(text)
	for _, q := range openurl.Queries(text) {
		if !strings.Contains(q, "=") {
			continue
		}
		if reading := interpret.Read(openurl.Parse(q), year); saysWhat(&reading.Citation) {
			return q, true
		}
	}
	for _, n := range numbers {
		if value, ok := n.find(text); ok {
			return n.key + "=" + url.QueryEscape(n.prefix+value), true
		}
	}
	return "", false
}

// saysWhat reports whether a link is about an item: many an address has a parameter
// that means something to OpenURL by chance, such as a date or a page.
func saysWhat(c *citation.Citation) bool {
	return c.Title != "" || c.ContainerTitle != "" || c.ISBN != "" || c.ISSN != "" || c.DOI != "" || c.PMID != "" || c.Custom.OCLC != ""
}

// numbers are what is looked for, the surest first, and how a link says it.
var numbers = []struct {
	key, prefix string
	find        func(text string) (string, bool)
}{
	{"rft_id", "info:doi/", identifier.ParseDOI},
	{"rft_id", "info:pmid/", named(pubMed, identifier.ParsePMID)},
	{"rft_id", "info:oclcnum/", named(worldCat, identifier.ParseOCLC)},
	{"rft.isbn", "", isbnIn},
	{"rft.issn", "", issnIn},
}

// Numbers of PubMed and WorldCat have no check digit, so their name must stand with them.
var (
	pubMed   = regexp.MustCompile(`(?i)(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|info:pmid/|\bpmid[:\s]*)(\d{1,8})\b`)
	worldCat = regexp.MustCompile(`(?i)(?:worldcat\.org/(?:[a-z]{2}/)?(?:title|oclc)/(?:[^/?#\s]*/oclc/)?|info:oclcnum/|\(ocolc\)|\bocm|\bocn|\bon|\boclc[:#\s]*)(\d{1,12})\b`)
)

func named(pattern *regexp.Regexp, parse func(string) (string, bool)) func(string) (string, bool) {
	return func(text string) (string, bool) {
		m := pattern.FindStringSubmatch(text)
		if m == nil {
			return "", false
		}
		return parse(m[1])
	}
}

// isbnIn finds an ISBN. In an address, ten digits may be anything: there it must
// be of 13, or stand where shops and catalogues put one.
func isbnIn(text string) (string, bool) {
	if !isAddress(text) {
		return identifier.ParseISBN(text)
	}
	if m := isbnInAddress.FindStringSubmatch(text); m != nil {
		return identifier.ParseISBN(m[1])
	}
	return "", false
}

var isbnInAddress = regexp.MustCompile(`(?i)\b(97[89][-\d]{10,14}|(?:isbn[^0-9a-z]{0,3}|dp/|gp/product/)\d{9}[\dx])\b`)

// issnIn finds an ISSN. Eight digits may be a date, so there must be a hyphen or
// the name.
func issnIn(text string) (string, bool) {
	if m := issn.FindStringSubmatch(text); m != nil && !isAddress(text) {
		return identifier.ParseISSN(m[1])
	}
	return "", false
}

var issn = regexp.MustCompile(`(?i)(\b\d{4}-\d{3}[\dx]\b|\bissn\D{0,3}\d{7}[\dx]\b)`)

func isAddress(text string) bool {
	return strings.Contains(text, "://") || strings.HasPrefix(strings.ToLower(text), "www.")
}
