package practice_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/requestform"
	"lendlink/resolver/web/practice"
)

func TestRead(t *testing.T) {
	const book = "rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=book&"
	for _, tc := range []struct {
		name, query string
		kind        practice.Kind
		fields      map[string]string   // label to value, of the fields that are filled
		keys        map[string][]string // label to keys, where it matters
		rest        map[string]practice.Reason
	}{
		{name: "a book opens the Book form", query: book + "rft.btitle=Salt+%26+tide&rft.date=2009", kind: practice.Book,
			fields: map[string]string{"Title": "Salt & tide", "Date": "2009"},
			rest:   map[string]practice.Reason{"rft_val_fmt": practice.Control, "rft.genre": practice.Control}},
		{name: "a chapter opens the Article form, where its title has a field", query: "rft.genre=bookitem&rft.btitle=Book&rft.atitle=Part", kind: practice.Article,
			fields: map[string]string{"Title/Journal Title": "Book", "Article title/Chapter title": "Part"},
			rest:   map[string]practice.Reason{"rft.genre": practice.Control}},
		{name: "a dissertation opens the Other form", query: "rft.genre=dissertation&rft.title=T", kind: practice.Other,
			fields: map[string]string{"Title": "T"}, rest: map[string]practice.Reason{"rft.genre": practice.Control}},
		{name: "a genre in capitals is the same genre", query: "rft.genre=Book&rft.title=T", kind: practice.Book,
			fields: map[string]string{"Title": "T"}, rest: map[string]practice.Reason{"rft.genre": practice.Control}},
		{name: "without a genre the format decides", query: "rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.jtitle=J", kind: practice.Article,
			fields: map[string]string{"Title/Journal Title": "J"}, rest: map[string]practice.Reason{"rft_val_fmt": practice.Control}},
		{name: "nothing to decide by opens the Other form", query: "rft.title=T", kind: practice.Other,
			fields: map[string]string{"Title": "T"}},
		{name: "keys that say the same fill one field together", query: book + "rft.btitle=T&rft.title=T", kind: practice.Book,
			fields: map[string]string{"Title": "T"}, keys: map[string][]string{"Title": {"rft.btitle", "rft.title"}},
			rest: map[string]practice.Reason{"rft_val_fmt": practice.Control, "rft.genre": practice.Control}},
		{name: "a key that says something else comes too late", query: "rft.btitle=T&rft.title=U", kind: practice.Other,
			fields: map[string]string{"Title": "T"}, rest: map[string]practice.Reason{"rft.title": practice.Repeated}},
		{name: "a second author has no second field", query: "rft.au=Ferris,+N.&rft.au=Oduya,+K.", kind: practice.Other,
			fields: map[string]string{"Author": "Ferris, N."}, rest: map[string]practice.Reason{"rft.au": practice.Repeated}},
		{name: "family and given name make one author", query: "rft.aulast=Ferris&rft.aufirst=Nora", kind: practice.Other,
			fields: map[string]string{"Author": "Ferris, Nora"}, keys: map[string][]string{"Author": {"rft.aulast", "rft.aufirst"}}},
		{name: "au and its parts agree", query: "rft.au=Ferris,+Nora&rft.aulast=Ferris&rft.aufirst=Nora", kind: practice.Other,
			fields: map[string]string{"Author": "Ferris, Nora"}, keys: map[string][]string{"Author": {"rft.au", "rft.aulast", "rft.aufirst"}}},
		{name: "a start page alone is a page", query: "rft.genre=article&rft.spage=12", kind: practice.Article,
			fields: map[string]string{"Page Numbers": "12"}, rest: map[string]practice.Reason{"rft.genre": practice.Control}},
		{name: "each identifier finds its field", query: "rft.genre=article&rft_id=info:oclcnum/123&rft_id=info:doi/10.1/x&rft_id=info:pmid/7&rfe_dat=123", kind: practice.Article,
			fields: map[string]string{"OCLC#": "123", "DOI": "10.1/x", "PMID": "7"}, keys: map[string][]string{"OCLC#": {"rft_id", "rfe_dat"}},
			rest: map[string]practice.Reason{"rft.genre": practice.Control}},
		{name: "a DOI has no field on the Book form", query: "rft.genre=book&rft_id=info:doi/10.1/x", kind: practice.Book,
			rest: map[string]practice.Reason{"rft.genre": practice.Control, "rft_id": practice.NoField}},
		{name: "a series has a field on no form", query: "rft.series=Tides", kind: practice.Other,
			rest: map[string]practice.Reason{"rft.series": practice.Unknown}},
		{name: "OpenURL 0.1 is not what the form reads", query: "title=T", kind: practice.Other,
			rest: map[string]practice.Reason{"title": practice.Unknown}},
		{name: "broken encoding is shown, not repaired", query: "rft.title=100%25&rft.pub=13%+more", kind: practice.Other,
			fields: map[string]string{"Title": "100%"}, rest: map[string]practice.Reason{"rft.pub": practice.Unreadable}},
		{name: "empty keys leave no trace", query: "rft.title=&rft.foo=&&", kind: practice.Other},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := practice.Read(&requestform.Form{Service: requestform.PracticeForm}, tc.query)
			if f.Kind != tc.kind {
				t.Errorf("kind %s, want %s", f.Kind, tc.kind)
			}
			var fields map[string]string
			for _, field := range f.Fields {
				if field.Value == "" {
					continue
				}
				if fields == nil {
					fields = map[string]string{}
				}
				fields[field.Label] = field.Value
				if want, ok := tc.keys[field.Label]; ok && !cmp.Equal(field.Keys, want) {
					t.Errorf("%s filled by %q, want %q", field.Label, field.Keys, want)
				}
			}
			if diff := cmp.Diff(tc.fields, fields); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			var rest map[string]practice.Reason
			for _, u := range f.Rest {
				if rest == nil {
					rest = map[string]practice.Reason{}
				}
				rest[u.Key] = u.Reason
			}
			if diff := cmp.Diff(tc.rest, rest); diff != "" {
				t.Errorf("rest (-want +got):\n%s", diff)
			}
		})
	}
}

// Of a system with several forms only the fields of the one that opens are filled, under
// its words for them.
func TestFieldsMatchTheForm(t *testing.T) {
	const sent = "&PhotoJournalTitle=Harbours&PhotoArticleTitle=Tugs&ISSN=9780306406157"
	for opens, want := range map[string][]string{
		"22": {"Journal Title", "Article Title", "ISSN"},
		"23": {"Book Title", "Chapter Title", "ISBN"},
	} {
		form := practice.Read(&requestform.Form{Service: requestform.ILLiadForms}, "Action=10&Form="+opens+sent)
		var labels []string
		for _, field := range form.Fields {
			labels = append(labels, field.Label)
		}
		if !cmp.Equal(labels, want) {
			t.Errorf("form %s shows %q, want %q", opens, labels, want)
		}
	}
}

// Every key with a value is shown somewhere: staff rely on that.
func FuzzRead(f *testing.F) {
	f.Add("rft.genre=book&rft.btitle=T&rft.title=T&rft.au=A&rft.au=B&x=1;2")
	f.Add("rft.spage=1&rft.pages=1-2&rft.aulast=%20&rft.aufirst=G")
	f.Fuzz(func(t *testing.T, query string) {
		form := practice.Read(&requestform.Form{Service: requestform.PracticeForm}, query)
		shown := map[string]bool{}
		for _, field := range form.Fields {
			for _, k := range field.Keys {
				shown[k] = true
			}
		}
		for _, u := range form.Rest {
			shown[u.Key] = true
		}
		for piece := range strings.SplitSeq(query, "&") {
			k, v, _ := strings.Cut(piece, "=")
			key, err1 := url.QueryUnescape(k)
			value, err2 := url.QueryUnescape(v)
			if err1 != nil || err2 != nil {
				key, value = k, v
			}
			// An identifier of a scheme alone, info:doi/, says nothing.
			if strings.TrimSpace(value) != "" && key != "rft_id" && !shown[key] {
				t.Errorf("%q does not show", piece)
			}
		}
	})
}
