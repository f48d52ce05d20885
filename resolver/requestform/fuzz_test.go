package requestform_test

import (
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// FuzzFill: whatever the citation, the source and the extras, the address is on
// the form's host, within its length, and reads back as what was meant.
func FuzzFill(f *testing.F) {
	f.Add("book", "Dune", "", "Herbert", "Frank", "", "9780743243605", "", "", "Chilton", "primo", "rfr_id", "info:sid/x", uint16(0), 1965, uint8(0), false)
	f.Add("chapter", "水 and pouvoir", "Hand\r\nbook", "Ga\xffrcía", "", "UNESCO", "", "10.1000/1;2", "1-3, 6", "\u202e", "a b", "", "", uint16(300), 0, uint8(2), true)
	f.Add("article-journal", strings.Repeat("a\u0301", 300), strings.Repeat("Annals ", 90), "", "Voltaire", "", "", "%00", "A-1-A-5", "", "", "rft_id", "", uint16(450), -7, uint8(3), false)
	f.Add("", "javascript:alert(1)", "//evil.example", strings.Repeat("x", 3000), "", "", "&", "=", "-", "#", "?", "a&b", "\x00", uint16(120), 99999, uint8(6), true)
	f.Fuzz(func(t *testing.T, typ, title, container, family, given, literal, isbn, doi, page, publisher, source, key, value string,
		limit uint16, year int, service uint8, proxied bool) {
		services := requestform.Services()
		form := formOf(services[int(service)%len(services)])
		form.MaxLength, form.Params = int(limit), []requestform.Param{{Key: key, Value: value}}
		if proxied {
			form.Proxy = "https://proxy.example.edu/login?url="
		}
		base := form.Base()
		r := form.Fill(&citation.Citation{
			Type: citation.Type(typ), Title: title, ContainerTitle: container,
			Author: []citation.Name{{Family: family, Given: given}, {Literal: literal}},
			Issued: citation.Date{Year: year}, Publisher: publisher, PublisherPlace: given, Edition: value, CollectionTitle: container,
			Volume: family, Issue: page, Page: page, ISBN: isbn, ISSN: isbn, DOI: doi, PMID: isbn, Custom: citation.Custom{OCLC: isbn},
		}, requestform.Provenance{Source: source})
		readBack(t, r, base)
		if limit == 0 {
			limit = 2000
		}
		if len(r.Location) > max(int(limit), len(base)+len("&Action=10&Form=30&backend=Standard")) {
			t.Errorf("%d bytes, want at most %d: %q", len(r.Location), limit, r.Location)
		}
	})
}
