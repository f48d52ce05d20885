package placeholder_test

import (
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
)

// expand returns a template filled with a citation, "" where it has no value.
func expand(t *testing.T, c *citation.Citation, template string) string {
	t.Helper()
	it := placeholder.New(c)
	got, _ := placeholder.MustParse(template).Expand(&it, nil)
	return got
}

func TestAuthors(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		authors []citation.Name
		want    string // {author}|{family}|{given}|{organisation}|{authors}
	}{
		{"none", nil, "||||"},
		{"one of whom nothing is known", []citation.Name{{Suffix: "Jr."}}, "||||"},
		{"a person", []citation.Name{{Family: "Sosa", Given: "Ana"}}, "Sosa|Sosa|Ana||Sosa, Ana"},
		{"a body", []citation.Name{{Literal: "UNESCO"}}, "UNESCO|||UNESCO|UNESCO"},
		{"one name alone, under whatever key", []citation.Name{{Given: "Plato"}}, "Plato|Plato|||Plato"},
		{"a body's name before a person's", []citation.Name{{Literal: "UNESCO", Family: "Sosa"}}, "UNESCO|||UNESCO|UNESCO"},
		{"the first of whom something is known", []citation.Name{{Family: "\x00"}, {Family: "Sosa"}, {Literal: "UNESCO"}}, "Sosa|Sosa|||Sosa; UNESCO"},
		{"nobody among others", []citation.Name{{Family: "Sosa"}, {}, {Literal: " "}}, "Sosa|Sosa|||Sosa"},
	} {
		got := ""
		for i, name := range []string{"author", "family", "given", "organisation", "authors"} {
			if i > 0 {
				got += "|"
			}
			got += expand(t, &citation.Citation{Author: tt.authors}, "{"+name+"}")
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.reason, got, tt.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		issued citation.Date
		want   string
	}{
		{citation.Date{}, ""},
		{citation.Date{Year: 2012}, "2012"},
		{citation.Date{Year: 2012, Month: 1}, "2012 January"},
		{citation.Date{Year: 2012, Month: 12, Day: 31}, "2012 December"},
	} {
		if got := expand(t, &citation.Citation{Issued: tt.issued}, "{{year}}{ {month}}"); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.issued, got, tt.want)
		}
	}
}
