package address_test

import (
	"reflect"
	"testing"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
)

func TestRead(t *testing.T) {
	for text, want := range map[string]citation.Citation{
		"https://doi.org/10.1000/xyz.123": {DOI: "10.1000/xyz.123"},
		"https://www.tandfonline.com/doi/full/10.1080/0013838X.2019.1566847?needAccess=true": {DOI: "10.1080/0013838X.2019.1566847"},
		"https://link.springer.com/article/10.1007/s10207-013-0222-9":                        {DOI: "10.1007/s10207-013-0222-9"},
		"https://onlinelibrary.wiley.com/doi/abs/10.1111/1468-0009.12345":                    {DOI: "10.1111/1468-0009.12345"},
		"https://pubmed.ncbi.nlm.nih.gov/31452104/":                                          {PMID: "31452104"},
		"https://www.ncbi.nlm.nih.gov/pubmed/31452104":                                       {PMID: "31452104"},
		"https://europepmc.org/article/MED/31452104":                                         {PMID: "31452104"},
		"https://arxiv.org/abs/1412.7054v3":                                                  {Type: citation.Article, DOI: "10.48550/arXiv.1412.7054", Custom: citation.Custom{ArXiv: "1412.7054"}},
		"https://arxiv.org/pdf/hep-th/9901001.pdf":                                           {Type: citation.Article, DOI: "10.48550/arXiv.hep-th/9901001", Custom: citation.Custom{ArXiv: "hep-th/9901001"}},
		"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/":                              {PMCID: "PMC3531190"},
		"https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/":                                  {PMCID: "PMC3531190"},
		"https://europepmc.org/article/PMC/PMC3531190":                                       {PMCID: "PMC3531190"},
		"https://hdl.handle.net/2027/mdp.39015012345678":                                     {Custom: citation.Custom{Handle: "2027/mdp.39015012345678"}},
		"https://babel.hathitrust.org/cgi/pt?id=mdp.39015012345678&seq=7":                    {Custom: citation.Custom{Handle: "2027/mdp.39015012345678"}},
		"https://www.jstor.org/stable/2709692?seq=1":                                         {DOI: "10.2307/2709692"},
		"https://www-jstor-org.proxy.example.edu/stable/2709692":                             {DOI: "10.2307/2709692"},
		"https://www.jstor.org.proxy.example.edu/stable/10.1525/rep.2008.104.1.92":           {DOI: "10.1525/rep.2008.104.1.92"},
		"https://www.nature.com/articles/s41586-019-1234-5.pdf":                              {DOI: "10.1038/s41586-019-1234-5"},
		"https://www.nature.com/articles/nature12373":                                        {DOI: "10.1038/nature12373"},
		"https://www.nature.com/articles/nplants201512":                                      {},
		"https://papers.ssrn.com/sol3/papers.cfm?abstract_id=2139":                           {DOI: "10.2139/ssrn.2139"},
		"https://academic.oup.com/brain/article/132/3/765/312345":                            {Type: citation.Article, Volume: "132", Issue: "3", Page: "765"},
		"https://ui.adsabs.harvard.edu/abs/2010Natur.468..539J/abstract":                     {Type: citation.Article, Custom: citation.Custom{Bibcode: "2010Natur.468..539J"}, Volume: "468", Page: "539", Issued: citation.Date{Year: 2010}},
		"https://www.sciencedirect.com/science/article/pii/S0140673619301234":                {Type: citation.Article, ISSN: "0140-6736"},
		"https://www.sciencedirect.com/science/article/pii/B9780306406157500012":             {Type: citation.Book, ISBN: "9780306406157"},
		"https://search.worldcat.org/title/318420977":                                        {Custom: citation.Custom{OCLC: "318420977"}},
		"https://www.worldcat.org/title/lamp-room/oclc/318420977&referer=brief":              {Custom: citation.Custom{OCLC: "318420977"}},
		"https://www.worldcat.org/isbn/9780306406157":                                        {Type: citation.Book, ISBN: "9780306406157"},
		"https://lccn.loc.gov/2001627090":                                                    {Custom: citation.Custom{LCCN: "2001627090"}},
		"https://books.google.com/books?vid=ISBN0306406152&printsec=frontcover":              {Type: citation.Book, ISBN: "9780306406157"},
		"https://archive.org/details/isbn_9780306406157":                                     {Type: citation.Book, ISBN: "9780306406157"},
		"https://www.amazon.com/Some-Book/dp/0306406152/ref=sr_1_1?keywords=book":            {Type: citation.Book, ISBN: "9780306406157"},
		"https://openlibrary.org/isbn/9780306406157":                                         {Type: citation.Book, ISBN: "9780306406157"},
		"https://www.example.org/books/9780306406157":                                        {Type: citation.Book, ISBN: "9780306406157"},
		"www.jstor.org/stable/2709692":                                                       {DOI: "10.2307/2709692"},
		" HTTPS://WWW.JSTOR.ORG/stable/pdf/2709692.pdf ":                                     {DOI: "10.2307/2709692"},
		"https://m.example.com/jstor.org/stable/2709692":                                     {},
		"https://www.nature.com/articles/171737a0":                                           {DOI: "10.1038/171737a0"},
		"https://www.nature.com/articles/nplants.2015.12":                                    {DOI: "10.1038/nplants.2015.12"},
		"https://www.ssrn.com/abstract=2139":                                                 {DOI: "10.2139/ssrn.2139"},
		"https://europepmc.org/abstract/med/31452104":                                        {PMID: "31452104"},
		"https://ui.adsabs.harvard.edu/abs/1996AJ....111.1748M":                              {Type: citation.Article, Custom: citation.Custom{Bibcode: "1996AJ....111.1748M"}, Volume: "111", Page: "1748", Issued: citation.Date{Year: 1996}},
		"https://www.sciencedirect.com/book/9780306406157/lamps":                             {Type: citation.Book, ISBN: "9780306406157"},
		"https://www.sciencedirect.com/science/article/pii/S0140673519301234":                {}, // no valid ISSN in it
		"https://example.org/journals?issn=0140-6736":                                        {Type: citation.Article, ISSN: "0140-6736"},
		"https://example.org/journals?issn=0140-6737":                                        {},
		"https://example.org/journals?issn=0140-6737&book=9780306406157":                     {Type: citation.Book, ISBN: "9780306406157"},
		"https://lccn.loc.gov/n78890351":                                                     {Custom: citation.Custom{LCCN: "n78890351"}},
		"https://lccn.loc.gov/abc123456789":                                                  {}, // no LCCN has such letters and digits
		"https://hdl.handle.net/10.1000/182":                                                 {DOI: "10.1000/182"},
		"https://example.org/":                                                               {},
		"https://":                                                                           {},
		"":                                                                                   {},
		"https://example.org/session/0306406152":                                             {},
		"https://example.org/news?date=2019&page=3":                                          {},
		"https://notjstor.org/stable/2709692":                                                {},
		"see https://doi.org/10.1000/xyz.123":                                                {},
		"ftp://jstor.org/stable/2709692":                                                     {},
	} {
		got, ok := address.Read(text)
		if want.Type == "" {
			want.Type = citation.Document
		}
		if ok == want.Empty() || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, %t", text, got, ok)
		}
	}
}

// TestFill: an address of a page adds identifiers to what is known, and nothing else.
func TestFill(t *testing.T) {
	for _, tt := range []struct {
		why, text   string
		known, want citation.Citation
	}{
		{"an identifier that is missing", "https://pubmed.ncbi.nlm.nih.gov/31452104/", citation.Citation{Title: "Water"}, citation.Citation{Title: "Water", PMID: "31452104"}},
		{"of another kind", "https://pubmed.ncbi.nlm.nih.gov/31452104/", citation.Citation{DOI: "10.1000/x"}, citation.Citation{DOI: "10.1000/x", PMID: "31452104"}},
		{"one that is there stays", "https://doi.org/10.1000/other", citation.Citation{DOI: "10.1000/x"}, citation.Citation{DOI: "10.1000/x"}},
		{"numbers and type are the citation's", "https://ui.adsabs.harvard.edu/abs/2010Natur.468..539J", citation.Citation{Type: citation.Book, Volume: "2"}, citation.Citation{Type: citation.Book, Volume: "2", Custom: citation.Custom{Bibcode: "2010Natur.468..539J"}}},
		{"two of one address", "https://arxiv.org/abs/1412.7054", citation.Citation{}, citation.Citation{DOI: "10.48550/arXiv.1412.7054", Custom: citation.Custom{ArXiv: "1412.7054"}}},
		{"no item's address", "https://example.org/news", citation.Citation{Title: "Water"}, citation.Citation{Title: "Water"}},
	} {
		got := tt.known
		if ok := address.Fill(&got, tt.text); !reflect.DeepEqual(got, tt.want) || ok != (tt.why != "no item's address") {
			t.Errorf("%s: got %+v, %t", tt.why, got, ok)
		}
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"https://example.org/a?b=c#d": true, "http://example.org": true, " https://example.org\n": true, "www.example.org/a": true, "WWW.example.org": true,
		"HTTPS://EXAMPLE.ORG": true, "https://example.org/ a": false, "see https://example.org": false, "example.org": false, "ftp://example.org": false,
		"mailto:ill@example.org": false, "https:///a": false, "https://exa%mple.org": false, "10.1000/182": false, "https": false, "": false,
	} {
		if address.Is(text) != want {
			t.Errorf("%q is an address: %t", text, !want)
		}
	}
}
