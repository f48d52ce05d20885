package record_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// TestDifferences: title, author and year are the same in all of these.
func TestDifferences(t *testing.T) {
	article := func(container, volume, page string) citation.Citation {
		return citation.Citation{Type: citation.Article, ContainerTitle: container, Volume: volume, Page: page}
	}
	withISSN := func(c citation.Citation) citation.Citation {
		c.ISSN = "1234-5679"
		return c
	}
	paper := func(container string) citation.Citation {
		return citation.Citation{Type: citation.Paper, ContainerTitle: container}
	}
	chapter := func(container string) citation.Citation {
		return citation.Citation{Type: citation.Chapter, ContainerTitle: container}
	}
	for _, tt := range []struct {
		name             string
		reference, found citation.Citation
		fields           []record.Difference
		believed         bool
	}{
		{"all the same", article("Harbours", "12", "101-119"), article("Harbours", "12", "101-119"), nil, true},
		{"an abbreviated journal", article("J. Harb. Stud.", "12", ""), article("Journal of Harbour Studies", "12", ""), nil, true},
		{"an acronym", article("JAMA", "", ""), article("Journal of the American Medical Association", "", ""), nil, true},
		{"an acronym of another", article("PNAS", "", ""), article("Harbours", "", ""), []record.Difference{{"container-title", "Harbours"}}, false},
		{"a journal of a longer name", article("Proc. Natl. Acad. Sci. U. S. A.", "", ""),
			article("Proceedings of the National Academy of Sciences", "", ""), nil, true},
		{"nothing but the title", article("", "", ""), article("Harbours", "12", "101"), nil, true},
		{"another journal", article("Nature", "", ""), article("Journal of Harbour Studies", "", ""),
			[]record.Difference{{"container-title", "Journal of Harbour Studies"}}, false},
		{"another journal, the same volume", article("Nature", "12", ""), article("Harbours", "12", ""),
			[]record.Difference{{"container-title", "Harbours"}}, true},
		{"another journal, the same page, another volume", article("Nature", "9", "101"), article("Harbours", "12", "101"),
			[]record.Difference{{"container-title", "Harbours"}, {"volume", "12"}}, false},
		{"another volume", article("Harbours", "21", ""), article("Harbours", "12", "101"), []record.Difference{{"volume", "12"}}, true},
		{"another volume, the same page", article("Harbours", "21", "101"), article("Harbours", "12", "101-119"),
			[]record.Difference{{"volume", "12"}}, true},
		{"another volume and another page: the second part", article("Harbours", "13", "7-20"), article("Harbours", "12", "101-119"),
			[]record.Difference{{"volume", "12"}, {"page", "101-119"}}, false},
		{"a volume in Roman numbers", article("Harbours", "XII", "9"), article("Harbours", "12", "9"), nil, true},
		{"another volume in Roman numbers", article("Harbours", "XIII", ""), article("Harbours", "12", ""),
			[]record.Difference{{"volume", "12"}}, true},
		{"a journal that changed its name", withISSN(article("Zeitschrift für Kaianlagen", "", "")), withISSN(article("Harbours", "", "")), nil, true},
		{"an acronym with a letter of its own", article("JHR", "", ""), article("Journal of Harbours", "", ""), nil, true},
		{"the number of an article is not a page", article("Harbours", "12", "3"), article("Harbours", "12", "e0160123"), nil, true},
		{"a preprint of it", article("Harbours", "", ""), article("", "", ""), []record.Difference{{"container-title", ""}}, false},
		{"a paper of a meeting with another name", paper("ICHE"), paper("Lecture Notes in Quays"), nil, true},
		{"the paper that became an article", article("Journal of Harbour Studies", "", ""), paper("Lecture Notes in Quays"),
			[]record.Difference{{"container-title", "Lecture Notes in Quays"}}, false},
		{"a paper, and an article elsewhere", paper("Quays of the World"), article("Nature", "", ""),
			[]record.Difference{{"container-title", "Nature"}}, false},
		{"a chapter, and a record without its book", chapter("Harbours"), article("", "", ""), nil, true},
		{"an article, and a chapter without its book", article("Harbours", "", ""), chapter(""), nil, true},
		{"a journal of which no word is left to compare", article("The", "", ""), article("Harbours", "", ""), nil, true},
		{"a word with the same letter is not an acronym", article("Harb", "", ""), article("Hydraulics Quarterly", "", ""),
			[]record.Difference{{"container-title", "Hydraulics Quarterly"}}, false},
		{"nor is a long word in capitals", article("HARBOURING", "", ""), article("Hydraulics Quarterly", "", ""),
			[]record.Difference{{"container-title", "Hydraulics Quarterly"}}, false},
		{"nor a number", article("1789", "", ""), article("1848 Quarterly", "", ""),
			[]record.Difference{{"container-title", "1848 Quarterly"}}, false},
		{"nor two words in capitals", article("UK ED", "", ""), article("Underwater Engineering Today", "", ""),
			[]record.Difference{{"container-title", "Underwater Engineering Today"}}, false},
		{"a journal in two words, and in three short ones", article("Journal Harbour", "", ""), article("J. Harb. Stud.", "", ""), nil, true},
		{"a journal in two short words", article("Harb. Stud.", "", ""), article("International Harbour Studies", "", ""), nil, true},
		{"no journal on either side", article("", "", ""), article("", "", ""), nil, true},
		{"a journal of many words, and its short name", article("Quarterly Journal of Tidal Harbour Studies", "", ""), article("Harbour", "", ""), nil, true},
		{"a record without a volume", article("Harbours", "12", ""), article("Harbours", "", ""), nil, true},
		{"a volume without a number", article("Harbours", "A", ""), article("Harbours", "B", ""), nil, true},
		{"a record without pages", article("Harbours", "12", "101"), article("Harbours", "12", ""), nil, true},
		{"a short number of an article", article("Harbours", "12", "3"), article("Harbours", "12", "e12"), nil, true},
		{"a long one", article("Harbours", "12", "3"), article("Harbours", "12", "174302"), nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fields, believed := record.Differences(&tt.reference, &tt.found)
			if diff := cmp.Diff(tt.fields, fields); diff != "" || believed != tt.believed {
				t.Errorf("believed %t, want %t; fields (-want +got):\n%s", believed, tt.believed, diff)
			}
		})
	}
}
