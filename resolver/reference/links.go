package reference

import (
	"strings"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// isLink reports whether a text has an OpenURL or a COinS that is about an item. Many addresses
// have a parameter that OpenURL knows too, by chance.
func isLink(text string) bool {
	if !strings.Contains(text, "=") || strings.ContainsAny(text, "\n") && !strings.Contains(text, "<") {
		return false
	}
	items, _ := readLinks(text, 9999)
	return len(items) > 0
}

// readLinks returns the items of the OpenURLs in a text.
func readLinks(text string, year int) ([]Item, []Problem) {
	var items []Item
	for _, q := range openurl.Queries(text) {
		if !strings.Contains(q, "=") || strings.ContainsAny(strings.TrimSpace(q), " \t") && !strings.Contains(q, "&") {
			continue
		}
		link := openurl.Parse(q)
		if c := interpret.Read(link, year).Citation; isAbout(&c) {
			items = append(items, Item{Citation: c, Source: link.Source})
		}
	}
	return items, nil
}

// readPairLines reads an OpenURL of which a pair is on each line.
func readPairLines(text string, year int) ([]Item, []Problem) {
	return readLinks(openurl.Join("", "text/plain", []byte(text)), year)
}

// isAbout reports whether a link names an item.
func isAbout(c *citation.Citation) bool {
	own := &c.Custom
	for _, s := range [...]string{c.Title, c.ContainerTitle, c.ISBN, c.ISSN, c.DOI, c.PMID, c.PMCID, own.OCLC, own.LCCN, own.ArXiv} {
		if s != "" {
			return true
		}
	}
	return false
}

// readAddress reads a text that is an address.
func readAddress(text string, year int) ([]Item, []Problem) {
	c, ok := address.Read(text)
	if !ok {
		return nil, []Problem{{1, Unreadable}}
	}
	if c.Type == citation.Document {
		c.Type = typeOfIdentifier(&c, year)
	}
	return []Item{{Citation: c}}, nil
}
