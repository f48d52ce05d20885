package locale

import (
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/templates"
)

// localizers are those of the pages.
func localizers(t *testing.T) map[string]Localizer {
	t.Helper()
	all, err := Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// written returns the line of a source with titles between asterisks.
func (r Reference) written() string {
	var b strings.Builder
	for _, run := range r.Source {
		if run.Work {
			b.WriteString("*" + run.Text + "*")
		} else {
			b.WriteString(run.Text)
		}
	}
	return b.String()
}

func TestReference(t *testing.T) {
	chapter := citation.Citation{
		Type: citation.Chapter, ContainerTitle: "Harbour Law", Edition: "2", Volume: "3", Page: "211-234",
		PublisherPlace: "Leeds", Publisher: "Quayside", Issued: citation.Date{Year: 2019}, CollectionTitle: "Ports",
	}
	article := citation.Citation{
		Type: citation.Article, ContainerTitle: "Tides", Volume: "12", Issue: "3", Page: "21-34", Issued: citation.Date{Year: 2019, Month: 5},
	}
	for _, tc := range []struct {
		name, language string
		c              citation.Citation
		want           string
	}{
		{"a chapter is in its book", "en", chapter, "In *Harbour Law*, 2nd ed., vol.\u00a03, pp.\u00a0211–234. Leeds: Quayside, 2019. Ports."},
		{"in Spanish", "es", chapter, "En *Harbour Law*, 2.ª ed., vol.\u00a03, pp.\u00a0211-234. Leeds: Quayside, 2019. Ports."},
		{"in French", "fr", chapter, "Dans *Harbour Law*, 2e éd., vol.\u00a03, p.\u00a0211-234. Leeds\u00a0: Quayside, 2019. Ports."},
		{"in German", "de", chapter, "In: *Harbour Law*, 2.\u00a0Aufl., Bd.\u00a03, S.\u00a0211–234. Leeds: Quayside, 2019. Ports."},
		{"a chapter whose book is not known", "en", citation.Citation{Type: citation.Chapter, Page: "7"}, "P.\u00a07."},
		{"an article is in its journal", "en", article, "*Tides* 12, no.\u00a03 (May 2019): 21–34."},
		{"a month in Spanish", "es", article, "*Tides* 12, n.º\u00a03 (mayo de 2019): 21-34."},
		{"a number in French", "fr", article, "*Tides* 12, n°\u00a03 (mai 2019)\u00a0: 21-34."},
		{"the first of a month in French", "fr", citation.Citation{Type: citation.Article, ContainerTitle: "Tides", Issued: citation.Date{Year: 2011, Month: 1, Day: 1}}, "*Tides* (1er janvier 2011)."},
		{"the first of a month in English", "en", citation.Citation{Type: citation.Article, ContainerTitle: "Tides", Issued: citation.Date{Year: 2011, Month: 1, Day: 1}}, "*Tides* (January 1, 2011)."},
		{"a day in German", "de", citation.Citation{Type: citation.Article, ContainerTitle: "Tides", Issued: citation.Date{Year: 2019, Month: 5, Day: 12}}, "*Tides* (12. Mai 2019)."},
		{"an article of which only the page is known", "en", citation.Citation{Type: citation.Article, Page: "B4"}, "P.\u00a0B4."},
		{"a book", "en", citation.Citation{Type: citation.Book, Edition: "Revised edition", Publisher: "Quayside", Issued: citation.Date{Year: 2019}}, "Revised edition. Quayside, 2019."},
		{"the eleventh edition", "en", citation.Citation{Type: citation.Book, Edition: "11"}, "11th ed."},
		{"a volume that says so itself", "en", citation.Citation{Type: citation.Book, Volume: "Band 2"}, "Band 2."},
		{"a journal's issue", "en", citation.Citation{Type: citation.Periodical, Volume: "12", Issue: "3", Issued: citation.Date{Year: 2019}}, "Vol.\u00a012, no.\u00a03. 2019."},
		{"a thesis", "en", citation.Citation{Type: citation.Thesis, Publisher: "University of Leeds", Issued: citation.Date{Year: 2001}}, "University of Leeds, 2001."},
		{"a title that ends in a question", "en", citation.Citation{Type: citation.Paper, ContainerTitle: "Whose Port?"}, "In *Whose Port?*"},
		{"nothing but the year", "en", citation.Citation{Type: citation.Book, Title: "Tugs", Issued: citation.Date{Year: 1981}}, "Published: 1981."},
		{"nothing of an article but the year", "de", citation.Citation{Type: citation.Article, Issued: citation.Date{Year: 1981}}, "Erschienen: 1981."},
		{"an article whose journal is not known", "en", citation.Citation{Type: citation.Article, Volume: "3", Issued: citation.Date{Year: 1981}}, "Vol.\u00a03 (1981)."},
		{"nothing but the type", "en", citation.Citation{Type: citation.Book}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := localizers(t)[tc.language].Reference(tc.c).written(); got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestReferenceNamesTheMedium(t *testing.T) {
	for _, tc := range []struct{ language, medium, want string }{
		{"en", "score", "Score"}, {"de", "score", "Noten"}, {"es", "film", "Película"}, {"fr", "DVD", "DVD"}, {"en", "", ""}, {"fr", "papyrus", "papyrus"},
	} {
		if got := localizers(t)[tc.language].Reference(citation.Citation{Type: citation.Document, Medium: tc.medium}).Medium; got != tc.want {
			t.Errorf("%s in %s: got %q, want %q", tc.medium, tc.language, got, tc.want)
		}
	}
}

func TestReferenceIsShortened(t *testing.T) {
	long := strings.Repeat("very ", 2000) + "long"
	c := citation.Citation{Type: citation.Chapter, Title: long, ContainerTitle: long, Publisher: long, CollectionTitle: long, Volume: long, DOI: "10.1000/" + long}
	for range 500 {
		c.Author = append(c.Author, citation.Name{Family: "Ruiz", Given: long})
	}
	r := localizers(t)["en"].Reference(c)
	whole := r.Title + r.Authors + r.written()
	for _, n := range r.Numbers {
		whole += n.Value
	}
	if len(whole) > 3000 {
		t.Errorf("the reference has %d bytes", len(whole))
	}
	if !strings.HasSuffix(r.Authors, "… et al.") {
		t.Errorf("authors end in %q", r.Authors[len(r.Authors)-20:])
	}
	few := localizers(t)["en"].authors([]citation.Name{{Family: "Ruiz", Given: "A."}, {Literal: "Port of Leeds"}})
	if few != "Ruiz, A.; Port of Leeds" {
		t.Errorf("two authors are %q", few)
	}
}

func TestReferenceAsPlainText(t *testing.T) {
	r := localizers(t)["en"].Reference(citation.Citation{
		Type: citation.Article, Title: "Whose port?", Author: []citation.Name{{Family: "Ruiz", Given: "A."}}, ContainerTitle: "Tides", Volume: "12",
		Issued: citation.Date{Year: 2019}, DOI: "10.1000/a b", PMID: "17",
	})
	if got, want := r.Plain(), "Ruiz, A. Whose port? Tides 12 (2019). DOI 10.1000/a b. PMID 17."; got != want {
		t.Errorf("reads %q, want %q", got, want)
	}
	if got, want := r.Numbers[0].Address, "https://doi.org/10.1000/a%20b"; got != want {
		t.Errorf("the DOI leads to %q, want %q", got, want)
	}
}
