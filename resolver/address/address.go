// Package address reads what the address of a page says of the item that the page is
// about. Nothing is fetched.
//
// It imports citation and identifier.
package address

import (
	"net/url"
	"regexp"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
)

// site is a row: what the addresses of a site say. The first row whose host and pattern
// fit decides; a pattern looks at what follows the host.
type site struct {
	host    string // the end of the host's name
	pattern *regexp.Regexp
	set     func(c *citation.Citation, found []string)
}

func row(host, pattern string, set func(c *citation.Citation, found []string)) site {
	return site{host, regexp.MustCompile(pattern), set}
}

// sites are publishers, databases, catalogues and shops, each with an address of theirs.
var sites = []site{
	// https://pubmed.ncbi.nlm.nih.gov/31452104/ · https://www.ncbi.nlm.nih.gov/pubmed/31452104
	row("pubmed.ncbi.nlm.nih.gov", `^/(\d{1,9})\b`, pmid),
	row("ncbi.nlm.nih.gov", `(?i)^/(?:m/)?pubmed/(\d{1,9})\b`, pmid),
	// https://europepmc.org/article/MED/31452104
	row("europepmc.org", `(?i)/(?:article/|abstract/)med/(\d{1,9})\b`, pmid),
	// https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/ · https://europepmc.org/article/PMC/PMC3531190
	row("ncbi.nlm.nih.gov", `(?i)^/(?:pmc/)?articles/(PMC\d+)\b`, pmcid),
	row("europepmc.org", `(?i)/(PMC\d+)\b`, pmcid),
	// https://arxiv.org/abs/1412.7054v3: arXiv registers a DOI for every paper.
	row("arxiv.org", `(?i)^/(?:abs|pdf|html)/((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?(?:\.pdf)?\b`, arXiv),
	// https://hdl.handle.net/2027/mdp.39015012345678 · https://babel.hathitrust.org/cgi/pt?id=mdp.39015012345678
	row("hdl.handle.net", `^/(\d+(?:\.\d+)*/[^?#\s]+)`, handle),
	row("babel.hathitrust.org", `(?i)[?&;]id=([a-z0-9]+\.[^&;#\s]+)`, hathiTrust),
	// https://www.jstor.org/stable/2709692
	row("jstor.org", `^/stable/(?:pdf/)?(\d+)\b`, prefixed("10.2307/")),
	// https://www.nature.com/articles/s41586-019-1234-5 · https://www.nature.com/articles/nature12373. A year
	// within the number, nplants201512, is set off by periods in the DOI only.
	row("nature.com", `(?i)^/articles/(s\d{5}-\d{3}-\d{4,5}-[\da-z]|[a-z]+\d{4,5}|[a-z]+\.\d[\d.]*\d|\d{6}a0)(?:\.pdf|[/?_]|$)`,
		prefixed("10.1038/")),
	// https://papers.ssrn.com/sol3/papers.cfm?abstract_id=2139
	row("ssrn.com", `(?i)abstract_?(?:id)?=(\d+)`, prefixed("10.2139/ssrn.")),
	row("ssrn.com", `(?i)^/abstract[=/](\d+)`, prefixed("10.2139/ssrn.")),
	// https://academic.oup.com/brain/article/132/3/765/312345
	row("academic.oup.com", `^/[^/]+/article(?:-abstract)?/(\d+)/([^/]+)/([A-Za-z]?\d+)/\d+`, volumeIssuePage),
	// https://ui.adsabs.harvard.edu/abs/2010Natur.468..539J/abstract
	row("adsabs.harvard.edu", `/abs/((\d{4})[A-Za-z&.]{5}([\d.]{4})[A-Za-z.]([\d.]{4})[A-Z.])`, bibcode),
	// https://www.sciencedirect.com/science/article/pii/S0140673619301234: the ISSN is in the number.
	row("sciencedirect.com", `(?i)/pii/S(\d{4})(\d{3}[\dX])\d`, issn),
	row("sciencedirect.com", `(?i)/pii/B(97[89]\d{10})`, isbn),
	row("sciencedirect.com", `(?i)/book/(97[89]\d{10})`, isbn),
	// https://search.worldcat.org/title/318420977 · https://www.worldcat.org/title/lamps/oclc/318420977
	row("worldcat.org", `(?i)^/isbn/([-\dxX]{10,17})`, isbn),
	row("worldcat.org", `(?i)/(?:[a-z]{2}/)?(?:title|oclc)/(?:[^/?#\s]*/oclc/)?(\d{1,12})\b`, oclc),
	// https://lccn.loc.gov/2001627090
	row("lccn.loc.gov", `^/([a-z]{0,3}\d{8,10})\b`, lccn),
	// https://books.google.com/books?vid=ISBN0306406157 · https://archive.org/details/isbn_9780306406157
	row("", `(?i)isbn[^0-9a-z]{0,3}([\d][-\d]{8,15}[\dx])(?:[^0-9]|$)`, isbn),
	// https://www.amazon.com/Some-Book/dp/0306406152/ref=sr_1_1
	row("", `(?i)/(?:dp|gp/product|obidos/asin)/(\d{9}[\dx])\b`, isbn),
	// https://www.example.org/books/9780306406157
	row("", `\b(97[89][-\d]{10,14})\b`, isbn),
	row("", `(?i)issn[^0-9a-z]{0,3}(\d{4})-?(\d{3}[\dx])\b`, issn),
}

// Read returns what an address says of an item; it reports false where it says nothing. A DOI in
// an address counts before all rows.
func Read(text string) (citation.Citation, bool) {
	c := citation.Citation{Type: citation.Document}
	text = strings.TrimSpace(text)
	host, rest, ok := cut(text)
	if !ok {
		return c, false
	}
	if doi, found := identifier.ParseDOI(text); found {
		c.DOI = doi
		return c, true
	}
	for _, s := range sites {
		if !hostEnds(host, s.host) {
			continue
		}
		if found := s.pattern.FindStringSubmatch(rest); found != nil {
			read := citation.Citation{Type: citation.Document}
			if s.set(&read, found); !read.Empty() {
				return read, true
			}
		}
	}
	return c, false
}

// Fill sets the identifiers that a citation lacks and an address has; it reports false
// where the address has none.
func Fill(c *citation.Citation, text string) bool {
	found, ok := Read(text)
	if !ok {
		return false
	}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		if f.Kind == citation.Identifier && f.Empty(c) {
			f.Copy(c, &found)
		}
	}
	return true
}

// Is reports whether a text is an address and nothing else.
func Is(text string) bool {
	_, _, ok := cut(strings.TrimSpace(text))
	return ok
}

// cut splits an address after its host. The host is in lower case; a library's proxy
// writes hyphens for the host's periods, which are undone.
func cut(text string) (host, rest string, ok bool) {
	if strings.ContainsAny(text, " \t\n") {
		return "", "", false
	}
	if strings.HasPrefix(strings.ToLower(text), "www.") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", "", false
	}
	host = strings.ToLower(u.Hostname())
	rest = u.Path
	if u.RawQuery != "" {
		rest += "?" + u.RawQuery
	}
	return host, rest, true
}

// hostEnds reports whether a host belongs to a site, also through a library's proxy:
// www-jstor-org.proxy.example.edu, www.jstor.org.proxy.example.edu.
func hostEnds(host, site string) bool {
	if site == "" || host == site || strings.HasSuffix(host, "."+site) {
		return true
	}
	hyphened := strings.ReplaceAll(site, ".", "-")
	for _, s := range [...]string{site, hyphened} {
		if i := strings.Index(host, s+"."); i == 0 || i > 0 && strings.IndexByte(".-", host[i-1]) >= 0 {
			return true
		}
	}
	return false
}

func pmid(c *citation.Citation, found []string) { c.PMID, _ = identifier.ParsePMID(found[1]) }
func oclc(c *citation.Citation, found []string) { c.Custom.OCLC, _ = identifier.ParseOCLC(found[1]) }
func lccn(c *citation.Citation, found []string) { c.Custom.LCCN, _ = identifier.ParseLCCN(found[1]) }
func isbn(c *citation.Citation, found []string) {
	if c.ISBN, _ = identifier.ParseISBN(found[1]); c.ISBN != "" {
		c.Type = citation.Book
	}
}

func issn(c *citation.Citation, found []string) {
	c.ISSN, _ = identifier.ParseISSN(found[1] + "-" + found[2])
	c.Type = citation.Article
}

// prefixed returns a function that sets the DOI made of a prefix and a site's number.
func prefixed(prefix string) func(c *citation.Citation, found []string) {
	return func(c *citation.Citation, found []string) { c.DOI = prefix + found[1] }
}

func volumeIssuePage(c *citation.Citation, found []string) {
	c.Type, c.Volume, c.Issue, c.Page = citation.Article, found[1], found[2], found[3]
}

func pmcid(c *citation.Citation, found []string) { c.PMCID, _ = identifier.ParsePMCID(found[1]) }

func handle(c *citation.Citation, found []string) {
	c.Custom.Handle, _ = identifier.ParseHandle(found[1])
}

// hathiTrust reads the number of a volume, which is a handle under HathiTrust's prefix.
func hathiTrust(c *citation.Citation, found []string) {
	c.Custom.Handle, _ = identifier.ParseHandle("2027/" + found[1])
}

func arXiv(c *citation.Citation, found []string) {
	c.Type, c.Custom.ArXiv, c.DOI = citation.Article, found[1], identifier.ArXivDOI(found[1])
}

// bibcode reads a code of the Astrophysics Data System, whose fields are filled up with
// periods: year, journal, volume, page.
func bibcode(c *citation.Citation, found []string) {
	c.Type = citation.Article
	c.Custom.Bibcode, _ = identifier.ParseBibcode(found[1])
	c.Issued, _ = citation.ParseDate(found[2], 9999)
	c.Volume, c.Page = strings.Trim(found[3], "."), strings.Trim(found[4], ".")
}
