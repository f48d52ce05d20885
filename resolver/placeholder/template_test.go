package placeholder_test

import (
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
		{"a part in braces goes without its value", "From {source}{, record {record}}", "From primo"},
		{"and stays with it", "{date}{ ({volume})}", "2012-05 (2)"},
		{"parts in parts", "{v. {volume}{, no. {issue}}}", "v. 2"},
		{"no value in any part", "{{doi} }{{pmid}}", ""},
		{"no space where a part went", "{{doi} }{title}{ {pmid}}", "Water"},
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
		})
	}
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

// Each placeholder that settings may name has a value for an item with everything.
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
