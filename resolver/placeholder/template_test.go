package placeholder_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
)

func item() placeholder.Item {
	it := placeholder.New(&citation.Citation{
		Type: citation.Chapter, Title: "Water", ContainerTitle: "Hill towns", Volume: "2", Page: "17-24", Edition: "2nd", Publisher: "OUP",
		PublisherPlace: "Oxford", CollectionTitle: "Handbooks", ISBN: "9780195285062", Issued: citation.Date{Year: 2012, Month: 5},
		Author: []citation.Name{{Family: " "}, {Family: "Sosa", Given: "Ana", Suffix: "Jr."}, {Literal: "UNESCO"}},
	})
	it.Source, it.Genre = "primo", "bookitem"
	return it
}

func TestExpand(t *testing.T) {
	for _, c := range []struct{ reason, template, want string }{
		{"plain text", "Z39.88-2004", "Z39.88-2004"},
		{"a value", "{title}", "Water"},
		{"several and text between", "{authors}: {title}", "Sosa, Ana, Jr.; UNESCO: Water"},
		{"a value that is missing leaves nothing", "DOI {doi}", ""},
		{"a part in braces is left out without its value", "From {source}{, record {record}}", "From primo"},
		{"and stays with it", "{date}{ ({volume})}", "2012-05 (2)"},
		{"parts in parts", "{v. {volume}{, no. {issue}}}", "v. 2"},
		{"no value in any part", "{{doi} }{{pmid}}", ""},
		{"no space where a part was left out", "{{doi} }{title}{ {pmid}}", "Water"},
		{"the whole's title", "{whole-title}", "Hill towns"},
		{"names", "{family}|{given}|{suffix}|{author}|{first-author}", "Sosa|Ana|Jr.|Sosa|Sosa, Ana, Jr."},
		{"numbers", "{year} {month} {pages} {spage} {epage}", "2012 May 17-24 17 24"},
		{"the imprint", "{edition} {publisher} {place} {series}", "2nd OUP Oxford Handbooks"},
		{"what a request says", "{type} {genre} {source}", "chapter bookitem primo"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			it := item()
			got, ok := placeholder.MustParse(c.template).Expand(&it, nil)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%q becomes %q, %t; want %q", c.template, got, ok, c.want)
			}
			checkInto(t, c.template, c.want)
		})
	}
}

// checkInto: as a part of a longer text a template becomes the same, and leaves the text as it was without a value.
func checkInto(t *testing.T, template, want string) {
	t.Helper()
	var text strings.Builder
	text.WriteString("rft.title=")
	it, parsed := item(), placeholder.MustParse(template)
	got, ok := parsed.ExpandInto(&text, &it)
	if got != want || ok != (want != "") {
		t.Errorf("%q becomes %q in a text, %t; want %q", template, got, ok, want)
	}
	if before, _ := strings.CutSuffix(text.String(), want); before != "rft.title=" && text.String() != "rft.title=" {
		t.Errorf("%q: the text is %q", template, text.String())
	}
}

// TestExpandEscapes: values are escaped, the text around them is an address already.
func TestExpandEscapes(t *testing.T) {
	it := placeholder.New(&citation.Citation{Title: "Salt & mud?", Issued: citation.Date{Year: 2012}})
	for template, want := range map[string]string{
		"https://search.example/?q={title}&y={year}": "https://search.example/?q=Salt+%26+mud%3F&y=2012",
		"{title}":             "Salt+%26+mud%3F",
		"{{title} & more}":    "Salt+%26+mud%3F & more",
		"{{doi}}":             "",
		"q={title}{&d={doi}}": "q=Salt+%26+mud%3F",
	} {
		if got, _ := placeholder.MustParse(template).Expand(&it, url.QueryEscape); got != want {
			t.Errorf("%q becomes %q, want %q", template, got, want)
		}
	}
}

func TestTemplate(t *testing.T) {
	for _, tt := range []struct {
		source, text    string
		required, names []string
	}{
		{"", "", nil, nil},
		{"Z39.88-2004", "Z39.88-2004", nil, nil},
		{"{title}", "", []string{"title"}, []string{"title"}},
		{"https://a.example/{isbn}?t={title}&i={isbn}", "https://a.example/?t=&i=", []string{"isbn", "title"}, []string{"isbn", "title"}},
		{"From {source}{, record {record}{ of {year}}}", "From , record  of ", []string{"source"}, []string{"source", "record", "year"}},
		{"{{doi}}", "", nil, []string{"doi"}},
	} {
		parsed, err := placeholder.Parse(tt.source, placeholder.Request)
		if err != nil {
			t.Errorf("%q: %v", tt.source, err)
			continue
		}
		if parsed.String() != tt.source || parsed.Text() != tt.text {
			t.Errorf("%q: it is written as %q, its text is %q", tt.source, parsed, parsed.Text())
		}
		if got := parsed.Required(); !slices.Equal(got, tt.required) {
			t.Errorf("%q requires %q, want %q", tt.source, got, tt.required)
		}
		if got := parsed.Names(); !slices.Equal(got, tt.names) {
			t.Errorf("%q has %q, want %q", tt.source, got, tt.names)
		}
		if again := placeholder.MustParse(tt.source); !parsed.Equal(again) || parsed.Equal(placeholder.MustParse("{volume}")) {
			t.Errorf("%q is equal to what it is not, or not to itself", tt.source)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if said, _ := recover().(string); !strings.Contains(said, "unknown placeholder {titel}") {
			t.Errorf("got %q", said)
		}
	}()
	placeholder.MustParse("{titel}")
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		reason, template string
		scope            placeholder.Scope
		want             string
	}{
		{"an unknown name", "{titel}", placeholder.Request, "unknown placeholder {titel}"},
		{"an unknown name in a part", "{, {titel}}", placeholder.Request, "unknown placeholder {titel}"},
		{"no name", "{}", placeholder.Request, "unknown placeholder {}"},
		{"a part without a placeholder", "{, text}", placeholder.Request, "unknown placeholder {, text}"},
		{"what a search does not know", "{genre}", placeholder.Search, "unknown placeholder {genre}"},
		{"an open brace", "{title", placeholder.Request, "without its partner"},
		{"an open part", "{, {title}", placeholder.Request, "without its partner"},
		{"a closing brace alone", "title}", placeholder.Request, "without its partner"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			if _, err := placeholder.Parse(c.template, c.scope); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q gives error %v, want %q", c.template, err, c.want)
			}
		})
	}
}

// What a link brings cannot break a line of the form, whichever placeholder it fills.
func TestValuesAreClean(t *testing.T) {
	it := item()
	it.Citation.Title = "Dune\r\nLocation: x\x00"
	for _, name := range placeholder.Known(placeholder.Request) {
		got, _ := placeholder.MustParse("{"+name+"}").Expand(&it, nil)
		if strings.ContainsAny(got, "\r\n\x00") {
			t.Errorf("{%s} is %q, with a control character", name, got)
		}
	}
}
