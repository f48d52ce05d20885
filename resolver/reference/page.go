package reference

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// pageFields are the names of a page's meta tags that say what it is about: those that Google
// Scholar asks for (Highwire Press), and Dublin Core's.
var pageFields = map[string]field{
	"citation_title": title, "citation_author": author, "citation_authors": author, "citation_publication_date": date,
	"citation_date": date, "citation_year": date, "citation_journal_title": container, "citation_inbook_title": container,
	"citation_book_title": container, "citation_conference_title": container, "citation_volume": volume, "citation_issue": issue,
	"citation_firstpage": firstPage, "citation_lastpage": lastPage, "citation_publisher": publisher,
	"citation_dissertation_institution": institution, "citation_isbn": isbn, "citation_issn": issn, "citation_doi": doi,
	"citation_pmid": pmid, "dc.title": title, "dc.creator": author, "dc.date": date, "dc.date.issued": date, "dcterms.issued": date,
	"dc.publisher": publisher, "dc.identifier": pageAddress, "prism.publicationname": container, "prism.volume": volume,
	"prism.doi": doi,
}

// pageTypes are the types of pages that have such a name; the first row that applies decides.
var pageTypes = []struct {
	name string
	is   string // in the words of BibTeX
}{
	{"citation_dissertation_institution", "thesis"}, {"citation_conference_title", "inproceedings"},
	{"citation_inbook_title", "inbook"}, {"citation_book_title", "inbook"}, {"citation_journal_title", "article"},
	{"prism.publicationname", "article"}, {"citation_isbn", "book"}, {"", "misc"},
}

var pageStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*` +
	`<(?:!doctype html|html[\s>]|head[\s>]|meta\s|title[\s>]|body[\s>])`)

// isPage reports whether a text is a page of the Web or its beginning, in HTML.
func isPage(text string) bool { return pageStart.MatchString(text) }

// readPage returns the item that a page is about, by its meta tags or else its title.
func readPage(text string, year int) ([]Item, []Problem) {
	var d draft
	names := map[string]bool{"": true}
	heading := pageTags(text, func(name, content string) {
		names[name] = true
		d.addPage(name, content)
	})
	isSure := len(d[title]) > 0
	if !isSure {
		d.add(title, heading)
	}
	for _, t := range pageTypes {
		if names[t.name] {
			if item, ok := d.item(bibTypes[t.is], year); ok {
				item.Doubt = !isSure
				return []Item{item}, nil
			}
			break
		}
	}
	return nil, []Problem{{1, NoReference}}
}

// addPage adds a meta tag.
func (d *draft) addPage(name, content string) {
	switch to := pageFields[name]; to {
	case author:
		for _, person := range strings.Split(content, ";") {
			d.add(author, person)
		}
	case pageAddress: // else any number of the site's own
		switch c, _ := parseIdentifier(content); {
		case c.DOI != "":
			d.add(doi, c.DOI)
		case c.ISBN != "":
			d.add(isbn, c.ISBN)
		case strings.HasPrefix(content, "http"):
			d.add(to, content)
		}
	default:
		d.add(to, content)
	}
}

// pageTags calls do with each meta tag that has a name, in small letters, and returns the title
// of the page.
func pageTags(text string, do func(name, content string)) (heading string) {
	z := html.NewTokenizer(strings.NewReader(text))
	inTitle := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return heading
		case html.TextToken:
			if inTitle && heading == "" {
				heading = strings.Join(strings.Fields(string(z.Text())), " ")
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inTitle = t.Data == "title"
			if name, content := metaTag(&t); name != "" {
				do(name, content)
			}
		case html.EndTagToken:
			inTitle = false
		}
	}
}

func metaTag(t *html.Token) (name, content string) {
	if t.Data != "meta" {
		return "", ""
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "name", "property":
			name = strings.ToLower(a.Val)
		case "content":
			content = a.Val
		}
	}
	return name, content
}
