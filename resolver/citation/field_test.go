package citation_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
)

// Every field is in the JSON, in the details and in what is not empty; read back it is
// the same.
func TestEveryFieldIsWrittenAndRead(t *testing.T) {
	for _, f := range citation.Fields {
		t.Run(f.Name, func(t *testing.T) {
			value := map[string]string{
				"author": "Sosa, Ana", "issued": "2012-05-18", "ISBN": "9780195285062", "ISSN": "0395-2649", "DOI": "10.1000/182", "PMID": "28423456",
				"PMCID": "PMC3531190", "OCLC": "54987177", "LCCN": "65022547", "arXiv": "1706.03762", "bibcode": "1996AJ....111.1748M",
				"handle": "2027/mdp.39015012345678", "MMS": "991234567890107871", "page": "17-24", "volume": "7", "issue": "3",
			}[f.Name]
			if value == "" {
				value = "Something"
			}
			c := citation.Citation{Type: citation.Article}
			if !c.Empty() || !f.Empty(&c) {
				t.Error("a citation without anything is not empty")
			}
			f.SetLines(&c, value, year)
			citation.Clean(&c, year)
			if got := f.Value(&c); got != value {
				t.Errorf("%q is cleaned to %q", value, got)
			}
			if c.Empty() != f.Local || f.Empty(&c) || !f.Readable(value, year) {
				t.Errorf("with %q it is empty", value)
			}
			if d := c.Details(); len(d) != 2 || d[1] != (citation.Detail{Name: f.Name, Value: value}) {
				t.Errorf("details are %v", d)
			}
			text, err := json.Marshal(c)
			if err != nil || !strings.Contains(string(text), `"`+f.Name+`":`) || strings.Contains(string(text), `"custom":`) != f.Custom {
				t.Errorf("JSON is %s, %v", text, err)
			}
			var again citation.Citation
			if err := json.Unmarshal(text, &again); err != nil || f.Value(&again) != value {
				t.Errorf("%s is read as %+v, %v", text, again, err)
			}
			var other citation.Citation
			f.Copy(&other, &c)
			if f.Value(&other) != value {
				t.Errorf("copied it is %q", f.Value(&other))
			}
		})
	}
}

// A member of a citation without a row in Fields would be in no JSON, on no page and in no request.
func TestEveryMemberIsAField(t *testing.T) {
	var c citation.Citation
	for _, members := range []reflect.Value{reflect.ValueOf(&c).Elem(), reflect.ValueOf(&c.Custom).Elem()} {
		for i := range members.NumField() {
			name := members.Type().Field(i).Name
			if name == "Type" || name == "Custom" {
				continue
			}
			at := members.Field(i).Addr().Interface()
			switch at := at.(type) {
			case *string:
				*at = "x"
			case *[]citation.Name:
				*at = []citation.Name{{Family: "x"}}
			case *citation.Date:
				at.Year = 2012
			}
			has := func(f citation.Field) bool { return !f.Empty(&c) }
			if !slices.ContainsFunc(citation.Fields, has) {
				t.Errorf("%s has no row in Fields", name)
			}
			c = citation.Citation{}
		}
	}
}

// What is checked is not read from words that are none of it; other fields take any.
func TestReadable(t *testing.T) {
	for _, f := range citation.Fields {
		isChecked := f.Checked || f.Kind == citation.Identifier || f.Kind == citation.Day
		if f.Readable("soon and no sooner", year) == isChecked {
			t.Errorf("%s can be read from any words: %t", f.Name, isChecked)
		}
	}
}

func TestUnmarshalJSON(t *testing.T) {
	var c citation.Citation
	if err := json.Unmarshal([]byte(`{"type":"book","volume":12,"title":null,"note":"x","custom":{"shelf":1}}`), &c); err != nil {
		t.Fatal(err)
	}
	if c.Volume != "12" || c.Title != "" || c.Type != citation.Book {
		t.Errorf("read as %+v", c)
	}
	if err := json.Unmarshal([]byte(`{"title":"Weirs","issued":{"literal":"soon"}}`), &c); err != nil || c.Title != "Weirs" || !c.Issued.IsZero() {
		t.Errorf("a date in words is read as %+v, %v", c, err)
	}
	for _, bad := range []string{`[]`, `{"title":[]}`, `{"author":"x"}`, `{"custom":[]}`} {
		if err := json.Unmarshal([]byte(bad), &c); err == nil {
			t.Errorf("%s is read as %+v", bad, c)
		}
	}
}
