package resolver

import (
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

func TestPasted(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       citation.Citation // without its type; empty where nothing can be read
	}{
		{"a DOI", " 10.1000/xyz.123 ", citation.Citation{DOI: "10.1000/xyz.123"}},
		{"a DOI's address", "https://doi.org/10.1000/xyz.123", citation.Citation{DOI: "10.1000/xyz.123"}},
		{"a publisher's address", "https://www.tandfonline.com/doi/full/10.1080/0013838X.2019.1566847?scroll=top&needAccess=true", citation.Citation{DOI: "10.1080/0013838X.2019.1566847"}},
		{"a whole reference", "Ruiz, A. (2019). Tugs. Harbour Law, 3(1). https://doi.org/10.1000/xyz.123.", citation.Citation{DOI: "10.1000/xyz.123"}},
		{"an ISBN", "978-0-306-40615-7", citation.Citation{ISBN: "9780306406157"}},
		{"an ISBN of ten digits, with its name", "ISBN 0-306-40615-2 (pbk.)", citation.Citation{ISBN: "9780306406157"}},
		{"a shop's address", "https://www.amazon.com/Some-Book/dp/0306406152/ref=sr_1_1?keywords=book", citation.Citation{ISBN: "9780306406157"}},
		{"a catalogue's address with an ISBN of 13", "https://www.example.org/books/9780306406157", citation.Citation{ISBN: "9780306406157"}},
		{"ten digits of an address that name a session", "https://example.org/session/0306406152", citation.Citation{}},
		{"an ISSN", "0306-3968", citation.Citation{ISSN: "0306-3968"}},
		{"eight digits that are a date", "20190512", citation.Citation{}},
		{"a PubMed address", "https://pubmed.ncbi.nlm.nih.gov/31452104/", citation.Citation{PMID: "31452104"}},
		{"a PubMed number with its name", "PMID: 31452104", citation.Citation{PMID: "31452104"}},
		{"a WorldCat address", "https://search.worldcat.org/title/318420977", citation.Citation{Custom: citation.Custom{OCLC: "318420977"}}},
		{"an old WorldCat address", "https://www.worldcat.org/title/lamp-room/oclc/318420977&referer=brief", citation.Citation{Custom: citation.Custom{OCLC: "318420977"}}},
		{"an OCLC number as catalogues write it", "(OCoLC)318420977", citation.Citation{Custom: citation.Custom{OCLC: "318420977"}}},
		{"an OpenURL", "https://resolver.example.edu/openurl?genre=article&atitle=Tugs&jtitle=Harbour+Law", citation.Citation{Title: "Tugs", ContainerTitle: "Harbour Law"}},
		{"a page with a COinS", `<p>x <span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=Tugs&amp;rft.jtitle=Harbour+Law"></span>`, citation.Citation{Title: "Tugs", ContainerTitle: "Harbour Law"}},
		{"an address whose parameters mean something else", "https://example.org/news?date=2019&page=3", citation.Citation{}},
		{"words", "that book about harbours", citation.Citation{}},
		{"nothing", " ", citation.Citation{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			query, ok := Pasted(tc.text, 2026)
			got := interpret.Read(openurl.Parse(query), 2026).Citation
			got.Type = ""
			if ok == tc.want.Empty() {
				t.Fatalf("read: %t, as %q", ok, query)
			}
			if ok && (got.Title != tc.want.Title || got.ContainerTitle != tc.want.ContainerTitle || got.DOI != tc.want.DOI ||
				got.ISBN != tc.want.ISBN || got.ISSN != tc.want.ISSN || got.PMID != tc.want.PMID || got.Custom != tc.want.Custom) {
				t.Errorf("%q gives %+v", query, got)
			}
		})
	}
}
