package requestform_test

import (
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
)

// TestWhatGoesFirst makes an address ever shorter: of two keys the first is gone, or cut, while
// the other is still as it was.
func TestWhatGoesFirst(t *testing.T) {
	article := citation.Citation{
		Type: citation.Article, Title: "Dune", ContainerTitle: "Sand", Volume: "9", Issue: "3", Page: "17-24", ISSN: "1234-5679",
		Author: []citation.Name{{Family: "Sosa", Given: "Ana"}},
	}
	book := citation.Citation{Type: citation.Book, Title: "Dune", PublisherPlace: "Philadelphia", ISBN: "9780743243605"}
	chapter := citation.Citation{Type: citation.Chapter, Title: "Wells", ContainerTitle: "Dune", PublisherPlace: "Philadelphia"}
	crowded := article
	crowded.Author = []citation.Name{{Family: strings.Repeat("Sosa ", 20) + "Ruiz"}}
	dated, published := book, book
	dated.Issued = citation.Date{Year: 2012}
	published.Publisher, published.Custom.OCLC = "Wharf", "54987177"
	named := book
	named.Author = article.Author
	for _, c := range []struct {
		reason, first, then string
		form                requestform.Form
		item                citation.Citation
	}{
		{"where no key has all pages, the first page says where", "rft.volume", "rft.spage",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("rft.pages")}}, article},
		{"as much as is needed", "rft.epage", "rft.spage", requestform.Form{Service: requestform.Tipasa, URL: tipasa}, article},
		{"a key of the settings that says what another says", "number", "rft.place",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("number", "{isbn}")}}, book},
		{"two titles of the settings alone are not repeats", "place", "whole", requestform.Form{Service: requestform.Custom, URL: tipasa,
			Keys: []requestform.Key{key("own", "{title}"), key("whole", "{container-title}"), key("place", "{place}")}}, chapter},
		{"two names are not repeats where the settings took the main one out", "rft.place", "rft.aufirst",
			requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example(), Keys: []requestform.Key{key("rft.au")}}, named},
		{"fixed values, from the last on", "b", "a", requestform.Form{Service: requestform.Tipasa, URL: tipasa,
			Params: []requestform.Param{{Key: "a", Value: "1"}, {Key: "b", Value: "2"}}}, book},
		{"where no key has all pages, the last page before the issue", "rft.epage", "rft.issue",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("rft.pages")}}, article},
		{"and the first before the title", "rft.spage", "rft.atitle",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("rft.pages")}}, article},
		{"a long name is cut before a title is lost", "rft.aulast", "rft.atitle",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa}, crowded},
		{"a name that another key has in parts", "rft.au", "rft.place", requestform.Form{Service: requestform.Tipasa, URL: tipasa}, named},
		{"a year next to the date", "year", "rft.place",
			requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("year", "{year}")}}, dated},
		{"a key of two fields with the one that is needed more", "rft.pub", "where",
			requestform.Form{Service: requestform.Custom, URL: tipasa, Keys: []requestform.Key{
				key("rft.pub", "{publisher}"), key("where", "{place} {oclc}")}}, published},
		{"and with the one that it must have", "where", "title", requestform.Form{Service: requestform.Custom, URL: tipasa,
			Keys: []requestform.Key{key("title", "{title}"), key("where", "{publisher}{ {oclc}}")}}, published},
	} {
		t.Run(c.reason, func(t *testing.T) {
			whole := c.form.Fill(&c.item, requestform.Provenance{})
			gone := func(key string) int {
				f := c.form
				for f.MaxLength = len(whole.Location); f.MaxLength > 0; f.MaxLength-- {
					if r := f.Fill(&c.item, requestform.Provenance{}); sent(r, key) != sent(whole, key) {
						return f.MaxLength
					}
				}
				return 0
			}
			if first, then := gone(c.first), gone(c.then); first <= then {
				t.Errorf("%s goes at %d bytes, %s at %d", c.first, first, c.then, then)
			}
		})
	}
}

// TestNeverShortened: what the address must have and what the settings fix stay as they are, nothing is
// sent empty, and no value grows past the form's limit, however little room there is.
func TestNeverShortened(t *testing.T) {
	f := requestform.Form{
		Service: requestform.ILLiad, URL: "https://a.example/illiad/illiad.dll?",
		Keys:   []requestform.Key{key("note", "{changed}")},
		Params: []requestform.Param{{Key: "CitedIn", Value: "ours"}},
	}
	item := &citation.Citation{Type: citation.Book, Title: strings.Repeat("Irrigation ", 40)}
	from := requestform.Provenance{Source: "primo", Changed: "title, issued"}
	for f.MaxLength = len(f.Fill(item, from).Location); f.MaxLength > 0; f.MaxLength-- {
		r := f.Fill(item, from)
		if sent(r, "Action") != "10" || sent(r, "Form") != "30" {
			t.Fatalf("%d bytes: the form is no longer named: %s", f.MaxLength, r.Location)
		}
		if cited := sent(r, "CitedIn"); cited != "ours" && cited != "" {
			t.Fatalf("%d bytes: %q is sent for what the settings fix", f.MaxLength, cited)
		}
		for _, p := range r.Params {
			if p.Value == "" || len([]rune(p.Value)) > 255 {
				t.Fatalf("%d bytes: %s is %q", f.MaxLength, p.Key, p.Value)
			}
		}
	}
}

// TestLongestGoesFirst: what is longer than any real value is cut before another is lost.
func TestLongestGoesFirst(t *testing.T) {
	long := strings.Repeat("9", 400)
	for name, item := range map[string]citation.Citation{
		"series": {CollectionTitle: long}, "place": {PublisherPlace: long}, "publisher": {Publisher: long}, "edition": {Edition: long},
		"medium": {Medium: long}, "volume": {Volume: long}, "issue": {Issue: long}, "pages": {Page: long}, "spage": {Page: long},
		"epage": {Page: "9-" + long}, "isbn": {ISBN: long}, "isbn-or-issn": {ISBN: long}, "issn": {ISSN: long}, "doi": {DOI: long},
		"pmid": {PMID: long}, "pmcid": {PMCID: long}, "oclc": {Custom: citation.Custom{OCLC: long}},
		"lccn": {Custom: citation.Custom{LCCN: long}}, "arxiv": {Custom: citation.Custom{ArXiv: long}},
		"bibcode": {Custom: citation.Custom{Bibcode: long}}, "handle": {Custom: citation.Custom{Handle: long}},
		"mms": {Custom: citation.Custom{MMS: long}},
	} {
		t.Run(name, func(t *testing.T) {
			first := "{series}"
			if name == "series" {
				first = "{place}"
			}
			item.Type = citation.Book
			*map[bool]*string{false: &item.CollectionTitle, true: &item.PublisherPlace}[name == "series"] = "Wharf"
			f := requestform.Form{Service: requestform.Custom, URL: tipasa, Keys: []requestform.Key{key("first", first), key("long", "{"+name+"}")}}
			f.MaxLength = len(f.Fill(&item, requestform.Provenance{}).Location) - 20
			r := f.Fill(&item, requestform.Provenance{})
			rest := sent(r, "long")
			isCut := slices.Contains([]string{"series", "place", "publisher", "edition", "medium"}, name)
			if sent(r, "first") != "Wharf" || strings.HasSuffix(rest, "…") != isCut || rest != "" != isCut {
				t.Errorf("sent are %q", r.Params)
			}
		})
	}
}

// TestJoinedLettersStayWhole: no title is cut after the sign that joins two halves of one.
func TestJoinedLettersStayWhole(t *testing.T) {
	f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
	item := &citation.Citation{Type: citation.Book, Title: strings.Repeat("👩\u200d💻", 40)}
	for f.MaxLength = len(f.Fill(item, requestform.Provenance{}).Location); f.MaxLength > 200; f.MaxLength -= 7 {
		title := sent(f.Fill(item, requestform.Provenance{}), "rft.btitle")
		if strings.HasSuffix(strings.TrimSuffix(title, "…"), "\u200d") {
			t.Fatalf("%d bytes: the title is cut to %q", f.MaxLength, title)
		}
	}
}

// TestShortTitlesAreNotBlamed: where cutting the longest is enough, no warning is about another.
func TestShortTitlesAreNotBlamed(t *testing.T) {
	f := requestform.Form{Service: requestform.Tipasa, URL: tipasa, MaxLength: 900}
	r := f.Fill(&citation.Citation{
		Type: citation.Chapter, Title: strings.Repeat("Irrigation ", 80), ContainerTitle: strings.Repeat("A handbook of deserts ", 6),
	}, requestform.Provenance{})
	var cut []string
	for _, w := range r.Warnings {
		if w.Code == warning.LengthShortened {
			cut = append(cut, w.Field)
		}
	}
	if !slices.Equal(cut, []string{"rft.atitle"}) {
		t.Errorf("shortened are %q", cut)
	}
}
