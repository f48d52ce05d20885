package record_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/warning"
)

var (
	chapterRecord = record.Record{Source: "Crossref", Citation: citation.Citation{
		Type: citation.Chapter, Title: "Deep sea fishes", ContainerTitle: "Handbook of marine life", CollectionTitle: "Oceans",
		Author: []citation.Name{{Family: "Ruiz", Given: "Ana"}}, Issued: citation.Date{Year: 2015},
		Publisher: "Springer", PublisherPlace: "Cham", Volume: "9351", Page: "234-241",
		ISBN: "9783319245737", ISSN: "0302-9743", DOI: "10.5555/abc",
	}}
	bookRecord = record.Record{Source: "Open Library", Aliases: []string{"Handbook of marine life: a guide"}, Citation: citation.Citation{
		Type: citation.Book, Title: "Handbook of marine life", Author: []citation.Name{{Family: "Editor", Given: "Edna"}},
		Issued: citation.Date{Year: 2015}, Publisher: "Springer", PublisherPlace: "Cham", ISBN: "9783319245737",
		Custom: citation.Custom{OCLC: "123456"},
	}}
	articleRecord = record.Record{Source: "PubMed", Citation: citation.Citation{
		Type: citation.Article, Title: "A draft sequence", ContainerTitle: "Journal of Biological Chemistry",
		Author: []citation.Name{{Family: "Chen", Given: "L"}}, Issued: citation.Date{Year: 2001, Month: 2},
		Volume: "409", Issue: "6822", Page: "860-921", ISSN: "0021-9258", PMID: "11237011",
	}}
)

func TestMerge(t *testing.T) {
	for _, tt := range []struct {
		name     string
		link     citation.Citation
		doubtful bool
		record   record.Record
		want     citation.Citation
		filled   record.Filled
		warnings warning.List
	}{
		{
			name:   "what the link has stays, gaps are filled",
			link:   citation.Citation{Type: citation.Chapter, Title: "Deep Sea Fishes", Page: "1-2", Publisher: "Other", DOI: "10.5555/ABC"},
			record: chapterRecord,
			want: citation.Citation{
				Type: citation.Chapter, Title: "Deep Sea Fishes", Page: "1-2", Publisher: "Other", DOI: "10.5555/ABC",
				ContainerTitle: "Handbook of marine life", CollectionTitle: "Oceans", Author: []citation.Name{{Family: "Ruiz", Given: "Ana"}},
				Issued: citation.Date{Year: 2015}, PublisherPlace: "Cham", ISBN: "9783319245737",
			},
			filled: record.Filled{"container-title": "Crossref", "collection-title": "Crossref", "author": "Crossref",
				"issued": "Crossref", "publisher-place": "Crossref", "ISBN": "Crossref"},
		},
		{
			name: "a source that says the same ends the doubt", doubtful: true,
			link:   citation.Citation{Type: citation.Article, Title: "A draft sequence", ContainerTitle: "J. Biol. Chem.", PMID: "11237011"},
			record: record.Record{Source: "PubMed", Citation: citation.Citation{Type: citation.Article, Title: "A draft sequence", Volume: "409"}},
			want:   citation.Citation{Type: citation.Article, Title: "A draft sequence", ContainerTitle: "J. Biol. Chem.", Volume: "409", PMID: "11237011"},
			filled: record.Filled{"type": "PubMed", "volume": "PubMed"},
		},
		{
			name:   "a bare DOI takes the record whole, with its type",
			link:   citation.Citation{Type: citation.Document, PMID: "11237011"},
			record: articleRecord,
			want:   articleRecord.Citation,
			filled: record.Filled{"type": "PubMed", "title": "PubMed", "container-title": "PubMed", "author": "PubMed", "issued": "PubMed",
				"volume": "PubMed", "issue": "PubMed", "page": "PubMed", "ISSN": "PubMed"},
		},
		{
			name:     "a title unlike the link's is not believed",
			link:     citation.Citation{Type: citation.Article, Title: "Bird song in cities", DOI: "10.5555/wrong"},
			record:   articleRecord,
			want:     citation.Citation{Type: citation.Article, Title: "Bird song in cities", DOI: "10.5555/wrong"},
			filled:   record.Filled{},
			warnings: warning.List{{Code: warning.LookupDistrusted, Field: "title", Detail: "A draft sequence"}},
		},
		{
			name:     "a journal unlike the link's is not believed when the link has no title",
			link:     citation.Citation{Type: citation.Article, ContainerTitle: "Bird Study", DOI: "10.5555/wrong"},
			record:   articleRecord,
			want:     citation.Citation{Type: citation.Article, ContainerTitle: "Bird Study", DOI: "10.5555/wrong"},
			filled:   record.Filled{},
			warnings: warning.List{{Code: warning.LookupDistrusted, Field: "title", Detail: "A draft sequence"}},
		},
		{
			name:   "an abbreviated journal is the same journal",
			link:   citation.Citation{Type: citation.Article, ContainerTitle: "J. Biol. Chem.", Volume: "409", Issue: "6822", Page: "860", ISSN: "1083-351X", PMID: "11237011", Issued: citation.Date{Year: 2001}},
			record: articleRecord,
			want: citation.Citation{Type: citation.Article, ContainerTitle: "J. Biol. Chem.", Volume: "409", Issue: "6822", Page: "860", ISSN: "1083-351X",
				PMID: "11237011", Issued: citation.Date{Year: 2001}, Title: "A draft sequence", Author: []citation.Name{{Family: "Chen", Given: "L"}}},
			filled: record.Filled{"title": "PubMed", "author": "PubMed"},
		},
		{
			name:   "a journal's initials are the same journal",
			link:   citation.Citation{Type: citation.Article, ContainerTitle: "JBC", Volume: "409", Issue: "6822", Page: "860", ISSN: "1083-351X", PMID: "11237011", Issued: citation.Date{Year: 2001}},
			record: articleRecord,
			want: citation.Citation{Type: citation.Article, ContainerTitle: "JBC", Volume: "409", Issue: "6822", Page: "860", ISSN: "1083-351X",
				PMID: "11237011", Issued: citation.Date{Year: 2001}, Title: "A draft sequence", Author: []citation.Name{{Family: "Chen", Given: "L"}}},
			filled: record.Filled{"title": "PubMed", "author": "PubMed"},
		},
		{
			name:   "a chapter takes from its book's record the book's part only, never the book's authors",
			link:   citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", ContainerTitle: "Handbook of marine life: a guide", ISBN: "9783319245737"},
			record: bookRecord,
			want: citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", ContainerTitle: "Handbook of marine life: a guide", ISBN: "9783319245737",
				Issued: citation.Date{Year: 2015}, Publisher: "Springer", PublisherPlace: "Cham", Custom: citation.Custom{OCLC: "123456"}},
			filled: record.Filled{"issued": "Open Library", "publisher": "Open Library", "publisher-place": "Open Library", "OCLC": "Open Library"},
		},
		{
			name:     "a chapter without its book learns the book from the ISBN, and stays a chapter",
			link:     citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", ISBN: "9783319245737", Issued: citation.Date{Year: 2014}, Publisher: "S", PublisherPlace: "C"},
			doubtful: true,
			record:   bookRecord,
			want: citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", ISBN: "9783319245737", Issued: citation.Date{Year: 2014}, Publisher: "S", PublisherPlace: "C",
				ContainerTitle: "Handbook of marine life", Custom: citation.Custom{OCLC: "123456"}},
			filled: record.Filled{"container-title": "Open Library", "OCLC": "Open Library"},
		},
		{
			name:     "a doubtful chapter with the book's own title is the book",
			link:     citation.Citation{Type: citation.Chapter, Title: "Handbook of Marine Life", ISBN: "9783319245737", Issued: citation.Date{Year: 2015}},
			doubtful: true,
			record:   bookRecord,
			want: citation.Citation{Type: citation.Book, Title: "Handbook of Marine Life", ISBN: "9783319245737", Author: []citation.Name{{Family: "Editor", Given: "Edna"}},
				Issued: citation.Date{Year: 2015}, Publisher: "Springer", PublisherPlace: "Cham", Custom: citation.Custom{OCLC: "123456"}},
			filled: record.Filled{"type": "Open Library", "author": "Open Library", "publisher": "Open Library", "publisher-place": "Open Library", "OCLC": "Open Library"},
		},
		{
			name:     "a chapter of another book is not believed",
			link:     citation.Citation{Type: citation.Chapter, Title: "Bird song", ContainerTitle: "Birds of the city", ISBN: "9783319245737"},
			record:   bookRecord,
			want:     citation.Citation{Type: citation.Chapter, Title: "Bird song", ContainerTitle: "Birds of the city", ISBN: "9783319245737"},
			filled:   record.Filled{},
			warnings: warning.List{{Code: warning.LookupDistrusted, Field: "title", Detail: "Handbook of marine life"}},
		},
		{
			name:   "a whole book with a chapter's DOI takes nothing of the chapter",
			link:   citation.Citation{Type: citation.Book, Title: "Handbook of marine life", DOI: "10.5555/abc"},
			record: chapterRecord,
			want: citation.Citation{Type: citation.Book, Title: "Handbook of marine life", DOI: "10.5555/abc", CollectionTitle: "Oceans",
				Issued: citation.Date{Year: 2015}, Publisher: "Springer", PublisherPlace: "Cham", ISBN: "9783319245737"},
			filled: record.Filled{"collection-title": "Crossref", "issued": "Crossref", "publisher": "Crossref", "publisher-place": "Crossref", "ISBN": "Crossref"},
		},
		{
			name:   "another printing's publisher and numbers are not taken",
			link:   citation.Citation{Type: citation.Book, Title: "Handbook of marine life", Issued: citation.Date{Year: 1987}},
			record: bookRecord,
			want: citation.Citation{Type: citation.Book, Title: "Handbook of marine life", Issued: citation.Date{Year: 1987},
				Author: []citation.Name{{Family: "Editor", Given: "Edna"}}},
			filled: record.Filled{"author": "Open Library"},
		},
		{
			name:   "a type the link is sure of stays",
			link:   citation.Citation{Type: citation.Report, Title: "A draft sequence", Author: []citation.Name{{Literal: "NIH"}}, Issued: citation.Date{Year: 2001}, PMID: "11237011"},
			record: articleRecord,
			want:   citation.Citation{Type: citation.Report, Title: "A draft sequence", Author: []citation.Name{{Literal: "NIH"}}, Issued: citation.Date{Year: 2001}, PMID: "11237011"},
			filled: record.Filled{},
		},
		{
			name:     "a doubtful type stays when another would lose the container",
			link:     citation.Citation{Type: citation.Article, Title: "Handbook of marine life", ContainerTitle: "Reviews", Author: []citation.Name{{Family: "X"}}, Issued: citation.Date{Year: 2015}, Publisher: "P", PublisherPlace: "Q"},
			doubtful: true,
			record:   bookRecord,
			want:     citation.Citation{Type: citation.Article, Title: "Handbook of marine life", ContainerTitle: "Reviews", Author: []citation.Name{{Family: "X"}}, Issued: citation.Date{Year: 2015}, Publisher: "P", PublisherPlace: "Q"},
			filled:   record.Filled{},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, filled, warnings := record.Merge(tt.link, tt.doubtful, tt.record)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("citation (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.filled, filled); diff != "" {
				t.Errorf("filled (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.warnings, warnings); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}
