package citation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"

	"github.com/google/go-cmp/cmp"
)

const year = 2026

func TestCleanTitle(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"ISBD's slash", "Property and wealth /", "Property and wealth"},
		{"colon of the subtitle", "Bandits : a study", "Bandits: a study"},
		{"a short title cut at its colon", "Bandits :", "Bandits"},
		{"a slash belongs to a title that was read already", "Mosaic / Mosaico : cuentos", "Mosaic / Mosaico: cuentos"},
		{"designation at the end", "Rivers of empire [electronic resource] /", "Rivers of empire"},
		{"designation before a subtitle", "The state of the oceans [electronic resource] : an assessment", "The state of the oceans: an assessment"},
		{"designation with a final period", "Marine debris [electronic resource].", "Marine debris"},
		{"designation before a part", "Records [microform]. Part 2", "Records. Part 2"},
		{"German designation", "Urheberrecht [Elektronische Ressource] : eine Einführung", "Urheberrecht: eine Einführung"},
		{"Spanish designation", "La ciudad [recurso electrónico]", "La ciudad"},
		{"French designation", "L'atelier [Ressource électronique] : carnets", "L'atelier: carnets"},
		{"a bracket that is not a designation", "Unzipped [Documentary]", "Unzipped [Documentary]"},
		{"the whole in brackets", "[Sermons preached at Rolls] /", "Sermons preached at Rolls"},
		{"final period", "On beauty and being just.", "On beauty and being just"},
		{"after a bracket", "Handbook (3rd ed.).", "Handbook (3rd ed.)"},
		{"after a digit", "RURAL CREDIT, 1888-1930.", "RURAL CREDIT, 1888-1930"},
		{"after a quotation mark", `A guide to "Leaves".`, `A guide to "Leaves"`},
		{"ellipsis", "And then...", "And then..."},
		{"initials", "Roads of the U.S.", "Roads of the U.S."},
		{"abbreviation", "Acme and Co.", "Acme and Co."},
		{"two letters", "Vitamin B.", "Vitamin B."},
		{"a word that looks like an abbreviation", "How to wash.", "How to wash"},
		{"question mark", "Rehearsal or refreshing?", "Rehearsal or refreshing?"},
		{"volume inside", "Encyclopaedic survey. Vol. 2", "Encyclopaedic survey. Vol. 2"},
		{"parallel title", "Bilder = Images =", "Bilder = Images"},
		{"markup", "The <em>Dao</em> of H<sub>2</sub>O", "The Dao of H2O"},
		{"MathML", "On <mml:math><mml:mi>x</mml:mi></mml:math> rays", "On x rays"},
		{"a sign is not markup", "When p < 0.05 and q > 1", "When p < 0.05 and q > 1"},
		{"direction marks", "\u202bموسم الهجرة\u202c /", "موسم الهجرة"},
		{"a direction override hides nothing", "abc\u202egpj.exe", "abcgpj.exe"},
		{"control characters", "A\x00B\r\nC", "A B C"},
		{"Cyrillic", "Котлован : повесть /", "Котлован: повесть"},
		{"Chinese", "儒林外史 /", "儒林外史"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := citation.Citation{Type: citation.Book, Title: tt.in}
			citation.Clean(&c, year)
			if c.Title != tt.want {
				t.Errorf("%q: got %q, want %q", tt.in, c.Title, tt.want)
			}
		})
	}
}

func TestCleanSerialTitle(t *testing.T) {
	c := citation.Citation{Type: citation.Periodical, Title: "Agronomical Letters / Cercetari Agronomice."}
	citation.Clean(&c, year)
	if want := "Agronomical Letters / Cercetari Agronomice"; c.Title != want {
		t.Errorf("parallel titles of a serial: got %q, want %q", c.Title, want)
	}
}

func TestCleanImprint(t *testing.T) {
	tests := []struct{ name, place, publisher, edition, want string }{
		{"ISBD's marks", "London :", "Free Press,", "2nd ed. /", "London|Free Press|2nd ed."},
		{"WorldCat's two places", "Amsterdam ;;New York", "Home ;;Turnaround [distributor]", "", "Amsterdam|Home|"},
		{"two places in ISBD", "Oxford : New York", "Clarendon Press ; Oxford University Press", "", "Oxford|Clarendon Press|"},
		{"a blank for a comma", "Laytonville  Calif.", "Bell Springs Pub.", "1st American ed.", "Laytonville Calif.|Bell Springs Pub.|1st American ed."},
		{"abbreviations", "Madison, Wis.", "Hackett Pub. Co.", "Second edition.", "Madison, Wis.|Hackett Pub. Co.|Second edition"},
		{"a period that does not end it", "Kathmandu.", "Newar Institute.", "1st ed. in the U.S.A.", "Kathmandu|Newar Institute|1st ed. in the U.S.A."},
		{"brackets", "[Buffalo]", "[Town Hall Museum Trust", "[2nd ed.]", "Buffalo|Town Hall Museum Trust|2nd ed."},
		{"cataloguers' etc.", "London [etc.]", "Research Association [etc.]", "", "London|Research Association|"},
		{"cataloguers' etc., cut short", "Lima [etc", "Weir Press [etc.", "", "Lima|Weir Press|"},
		{"a bracket cut short", "La Paz [Bolivia", "The Project, [Weir University", "", "La Paz [Bolivia]|The Project, [Weir University]|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := citation.Citation{Type: citation.Book, PublisherPlace: tt.place, Publisher: tt.publisher, Edition: tt.edition}
			citation.Clean(&c, year)
			if got := c.PublisherPlace + "|" + c.Publisher + "|" + c.Edition; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestParseDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2000.", "2000"}, {"[2016]", "2016"}, {"c1999", "1999"}, {"©1994.", "1994"}, {"1975, c1965.", "1975"}, {"[1931?]", "1931"}, {"[19]56", "1956"},
		{"1744-1745", "1744"}, {"1972-75", "1972"}, {"1789 [i.e. 1798]", "1798"}, {"anno 1666", "1666"},
		{"20180901", "2018-09-01"}, {"20180101", "2018"}, {"201703", "2017-03"}, {"2007049", "2007"}, {"20100325201008", "2010-03-25"},
		{"2009-04-15", "2009-04-15"}, {"2001-06", "2001-06"}, {"2009-00-00", "2009"}, {"2010-20-19", "2010"}, {"2013-02-30", "2013-02"}, {"2013-11-25T10:59:44", "2013-11-25"},
		{"July 28, 2012", "2012-07-28"}, {"28 juillet 2012", "2012-07-28"}, {"15 de agosto de 2019", "2019-08-15"}, {"28.07.2012", "2012-07-28"}, {"07/28/2012", "2012-07-28"}, {"05/06/2012", "2012"}, {"1398 [1978]", "1978"}, {"[198-?]", ""}, {"198-", ""}, {"1980s", ""}, {"195u", ""}, {"19--", ""}, {"[between 1961 and 1968?]", "1961"}, {"nicht vor 1884", ""}, {"1990/91", "1990"}, {"[1990?]", "1990"}, {"[1969 or 1970]", "1969"}, {"l984", "1984"}, {"Dezember 2010", "2010-12"}, {"2003 Spring", "2003"},
		{"2012-", "2012"}, {"2012-May", "2012-05"}, {"2012 5", "2012"},
		{"١٩٧٢", "1972"}, {"２０１１", "2011"},
		{"uuuu", ""}, {"19uu", ""}, {"2550", ""}, {"0999", ""}, {"1999999", "1999"}, {"n.d.", ""},
	} {
		t.Run(tt.in, func(t *testing.T) {
			got, ok := citation.ParseDate(tt.in, year+1)
			if ok != (tt.want != "") || got.String() != tt.want {
				t.Errorf("got %v, %v; want %q", got, ok, tt.want)
			}
		})
	}
}

// A year that can be none is left out, as a service may send one; a book has no month.
func TestCleanIssued(t *testing.T) {
	for _, tt := range []struct {
		of       citation.Type
		in, want citation.Date
	}{
		{citation.Article, citation.Date{Year: 999}, citation.Date{}},
		{citation.Article, citation.Date{Year: 1000, Month: 5}, citation.Date{Year: 1000, Month: 5}},
		{citation.Article, citation.Date{Year: year + 1}, citation.Date{Year: year + 1}},
		{citation.Article, citation.Date{Year: year + 2}, citation.Date{}},
		{citation.Book, citation.Date{Year: 2012, Month: 5}, citation.Date{Year: 2012}},
	} {
		c := citation.Citation{Type: tt.of, Issued: tt.in}
		citation.Clean(&c, year)
		if c.Issued != tt.want {
			t.Errorf("%s of %v is of %v, want %v", tt.of, tt.in, c.Issued, tt.want)
		}
	}
}

func TestCleanPages(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"shortened", "361-71", "361-371"}, {"shortened over a hundred", "199-20", "199-220"}, {"one digit", "3450-9", "3450-3459"},
		{"dash and blanks", "361 – 371", "361-371"}, {"label", "pp. 12-19", "12-19"}, {"the same twice", "64-64", "64"}, {"front matter", "i-i", "i"},
		{"open", "45-", "45"}, {"section letter", "B4", "B4"}, {"two stretches", "1-3, 6", "1-3, 6"}, {"words after", "560-6; discussion 567", "560-566"}, {"a count after", "361 - 371 (11 pages)", "361-371"}, {"letters before", "e361-70", "e361-e370"},
		{"doubtful", "273?", "273"}, {"roman", "xii-xx", "xii-xx"}, {"an article number", "1246106", "1246106"},
		{"two pages of one digit", "5_9", "5-9"}, {"no page before the following", "ff", ""},
		{"a count", "147 p", ""}, {"a count of a whole", "xiv, 362 p.", ""}, {"words", "No Pagination Specified", ""}, {"No", "No", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := citation.Citation{Type: citation.Chapter, Page: tt.in}
			citation.Clean(&c, year)
			if c.Page != tt.want {
				t.Errorf("%q: got %q, want %q", tt.in, c.Page, tt.want)
			}
		})
	}
}

func TestCleanNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"v. 3": "3", "Vol. 12": "12", "Bd. 7": "7", ". 11": "11", "no. 4": "4", "Ser. 2, 63": "Ser. 2, 63", "XXXV": "XXXV", "9-10": "9-10", "2/3": "2/3", "special issue": "special issue", "t. 2": "2",
	} {
		c := citation.Citation{Type: citation.Article, Volume: in, Issue: in}
		citation.Clean(&c, year)
		if c.Volume != want || c.Issue != want {
			t.Errorf("%q: got %q and %q, want %q", in, c.Volume, c.Issue, want)
		}
	}
}

func TestJSON(t *testing.T) {
	c := citation.Citation{Type: citation.Chapter, Title: "Irony", Author: []citation.Name{{Family: "Doe", Given: "Jane", Suffix: "Jr."}},
		Issued: citation.Date{Year: 2012, Month: 5}, ISBN: "9780306406157", Custom: citation.Custom{OCLC: "1"}}
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"type":"chapter","title":"Irony","author":[{"family":"Doe","given":"Jane","suffix":"Jr."}],"issued":{"date-parts":[[2012,5]]},"ISBN":"9780306406157","custom":{"OCLC":"1"}}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
	var again citation.Citation
	if err := json.Unmarshal(b, &again); err != nil || !cmp.Equal(c, again) {
		t.Errorf("read back: %+v, %v", again, err)
	}
}

// FuzzClean: cleaning a clean citation changes nothing.
func FuzzClean(f *testing.F) {
	f.Add("book", "Bandits : a study / E. Hobsbawm.", "", "Hobsbawm, E. J. author.", "London :", "2nd ed. /", "pp. 361-71", "0306406152")
	f.Add("chapter", "[On <i>x</i> [microform].]", "Handbook (3rd ed.).", "[edited by] Ann Lee and Bo Dee", "[S.l.", "Second edition.", "i-i", "10.1086/679999.")
	f.Add("periodical", "A / B = C =", "..", "United States. Congress.", "Cambridge  Mass.", "[", "64-64", "ocm00012345")
	f.Fuzz(func(t *testing.T, kind, title, container, author, place, edition, page, id string) {
		c := citation.Citation{
			Type: citation.Type(kind), Title: title, ContainerTitle: container, CollectionTitle: title, Author: name.ParseList(author),
			Publisher: container, PublisherPlace: place, Edition: edition, Volume: edition, Issue: page, Page: page,
			ISBN: id, ISSN: id, DOI: id, PMID: id, Custom: citation.Custom{OCLC: id, LCCN: id},
		}
		citation.Clean(&c, year)
		again := c
		again.Author = append([]citation.Name(nil), c.Author...)
		citation.Clean(&again, year)
		if diff := cmp.Diff(c, again); diff != "" {
			t.Errorf("(-clean +cleaned again):\n%s", diff)
		}
		if strings.ContainsAny(c.Title+c.ContainerTitle+c.Publisher, "\x00\r\n") {
			t.Errorf("control characters in %+v", c)
		}
	})
}
