package interpret_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// What has nothing in it is not written, nor more names than a form could take.
func TestWriteShape(t *testing.T) {
	crowd := make([]name.Name, 12)
	for i := range crowd {
		crowd[i] = name.Name{Family: string(rune('A' + i)), Given: "Bo"}
	}
	for _, tt := range []struct {
		of     citation.Citation
		source string
		want   string
	}{
		{citation.Citation{Type: citation.Periodical, Title: "Weirs"}, "",
			"url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=journal&rft.jtitle=Weirs"},
		{citation.Citation{Type: citation.Book, Title: "Weirs", ContainerTitle: "Works", CollectionTitle: "Studies"}, "x",
			"url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=book&rft.btitle=Weirs" +
				"&rft.series=Studies&rfr_id=info%3Asid%2Fx"},
		{citation.Citation{Type: citation.Chapter, ContainerTitle: "Works", CollectionTitle: "Studies"}, "",
			"url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=bookitem&rft.btitle=Works&rft.series=Studies"},
		{citation.Citation{Type: citation.Book, ContainerTitle: "Works"}, "",
			"url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=book&rft.series=Works"},
		{citation.Citation{Type: citation.Patent, Author: crowd, ContainerTitle: "Works"}, "",
			"url_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Apatent&rft.aulast=A&rft.aufirst=Bo&rft.au=B%2C+Bo" +
				"&rft.au=C%2C+Bo&rft.au=D%2C+Bo&rft.au=E%2C+Bo&rft.au=F%2C+Bo&rft.au=G%2C+Bo&rft.au=H%2C+Bo&rft.au=I%2C+Bo&rft.au=J%2C+Bo"},
	} {
		if got := interpret.Write(&tt.of, tt.source); got != tt.want {
			t.Errorf("is %s\nwant %s", got, tt.want)
		}
	}
}

// What is written is read again as it was.
func TestWrite(t *testing.T) {
	people := []name.Name{{Family: "Ruiz", Given: "Ana B."}, {Family: "de la Torre", Given: "María"}}
	year := citation.Date{Year: 2019}
	for what, c := range map[string]citation.Citation{
		"book":        {Type: citation.Book, Title: "Tugs & tows: a history", Author: people, Issued: year, Publisher: "Faber", PublisherPlace: "London", Edition: "2nd", ISBN: "9780306406157"},
		"bare book":   {Type: citation.Book, Title: "Tugs", Author: people[:1]},
		"ISBN alone":  {Type: citation.Book, ISBN: "9780306406157"},
		"chapter":     {Type: citation.Chapter, Title: "The part", ContainerTitle: "The whole", Author: people, Issued: year, Page: "12-34", Publisher: "Faber"},
		"article":     {Type: citation.Article, Title: "Tugs", ContainerTitle: "Harbour Law", Author: people, Issued: citation.Date{Year: 2019, Month: 5, Day: 12}, Volume: "3", Issue: "1", Page: "12-34", ISSN: "0306-3968", DOI: "10.1000/xyz.123", PMID: "31452104"},
		"no title":    {Type: citation.Article, ContainerTitle: "Harbour Law", Issued: year, Volume: "3", Page: "12", Author: people[:1]},
		"paper":       {Type: citation.Paper, Title: "Ferries", ContainerTitle: "Proceedings of the Conference on Ferries", Author: people, Issued: year, Page: "12-34"},
		"periodical":  {Type: citation.Periodical, Title: "Harbour Law", ISSN: "0306-3968"},
		"thesis":      {Type: citation.Thesis, Title: "Lighthouse keepers", Author: people[:1], Issued: year, Publisher: "University of Leeds"},
		"report":      {Type: citation.Report, Title: "State of the quays", Author: []name.Name{{Literal: "World Harbour Organization"}}, Issued: year},
		"document":    {Type: citation.Document, Title: "How to read a tide table", Issued: year},
		"OCLC number": {Type: citation.Document, Custom: citation.Custom{OCLC: "318420977"}},
		"preprint":    {Type: citation.Article, Title: "Tides", PMCID: "PMC3531190", Custom: citation.Custom{ArXiv: "1706.03762", Bibcode: "1996AJ....111.1748M", Handle: "2027/mdp.39015012345678"}},
		"patent":      {Type: citation.Patent, Title: "A winch", Author: people[:1]},
	} {
		t.Run(what, func(t *testing.T) {
			got := interpret.Read(openurl.Parse(interpret.Write(&c, "x")), 2026).Citation
			if diff := cmp.Diff(c, got); diff != "" {
				t.Errorf("%s\n(-written +read) %s", interpret.Write(&c, "x"), diff)
			}
		})
	}
}

// Every field that has a key is read back from what is written, for each type that has the field.
func TestEveryKeyIsReadBack(t *testing.T) {
	values := map[string]string{
		"issued": "2012", "ISBN": "9780195285062", "ISSN": "0395-2649", "DOI": "10.1000/182", "PMID": "28423456",
		"PMCID": "PMC3531190", "OCLC": "54987177", "LCCN": "65022547", "arXiv": "1706.03762", "bibcode": "1996AJ....111.1748M",
		"handle": "2027/mdp.39015012345678", "page": "17-24", "volume": "7", "issue": "3", "edition": "2nd",
	}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		if f.Key == "" {
			continue
		}
		value := values[f.Name]
		if value == "" {
			value = "Somewhere"
		}
		for _, typ := range citation.Types {
			if f.Types != nil && !f.On(typ) || f.Name == "page" && !typ.HasPages() {
				continue
			}
			c := citation.Citation{Type: typ, Title: "Harbours"}
			f.SetLines(&c, value, year)
			link := interpret.Write(&c, "x")
			got := interpret.Read(openurl.Parse(link), year).Citation
			if f.Value(&got) != value {
				t.Errorf("%s of a %s is read as %q from %s", f.Name, typ, f.Value(&got), link)
			}
		}
	}
}
