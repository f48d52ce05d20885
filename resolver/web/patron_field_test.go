package web_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openurl"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/reference"
	"lendlink/resolver/report"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/locale"
	"lendlink/templates"
)

// A field that is added to the table is everywhere where fields are.
func TestMadeUpField(t *testing.T) {
	saved := slices.Clone(citation.Fields)
	t.Cleanup(func() { citation.Fields = saved })
	f := citation.FieldNamed("bibcode") // its place in a citation is lent to the new one
	*f = citation.Field{
		Name: "made-up", Kind: citation.Identifier, Custom: true, Key: "rft_id", Prefix: "info:made-up/",
		Placeholder: "invented", Form: 20, Types: citation.Types[:], Lookup: citation.Types[:],
		At: f.At, Clean: func(s string) string { return strings.TrimSuffix(s, "!") },
	}
	var c citation.Citation
	if err := json.Unmarshal([]byte(`{"type":"book","title":"Dune","custom":{"made-up":"Shai-Hulud!"}}`), &c); err != nil {
		t.Fatal(err)
	}
	pasted, _ := reference.Read(`{"type":"book","title":"Dune","custom":{"made-up":"Shai-Hulud!"}}`, 2026)
	citation.Clean(&c, 2026)
	text, err := json.Marshal(c)
	merged, _, _ := record.Merge(citation.Citation{Type: citation.Book, Title: "Dune"}, false, record.Record{Source: "Crossref", Citation: c})
	form := requestform.Form{Service: requestform.Custom, URL: requestform.Custom.Example(), Keys: []requestform.Key{
		{Name: "k", From: []placeholder.Template{placeholder.MustParse("{invented}")}},
	}}
	s := fullServer(t, func(l *library.Library) { l.Form = form })
	page := get(t, s, "/demo/confirm?genre=book&title=Dune").Body.String()
	builder := get(t, s, "/demo/setup/pages?type=book&title=Dune&made-up=Shai-Hulud!").Body.String()
	localizers, errLoad := locale.Load(templates.Files)
	var inspection strings.Builder
	errReport := report.Write(&inspection, &resolver.Resolution{Citation: c, Link: &openurl.ContextObject{}}, report.Circumstances{})
	if err := errors.Join(errLoad, errReport); err != nil {
		t.Fatal(err)
	}
	sent := sendForm(t, s, "/demo/confirm?genre=book&title=Dune&au=Herbert", url.Values{"made-up": {"Shai-Hulud!"}})
	for what, there := range map[string]bool{
		"JSON":            err == nil && strings.Contains(string(text), `"custom":{"made-up":"Shai-Hulud"}`),
		"pasted CSL-JSON": len(pasted) == 1 && f.Value(&pasted[0].Citation) == "Shai-Hulud",
		"details":         slices.Contains(c.Details(), citation.Detail{Name: "made-up", Value: "Shai-Hulud"}),
		"lookups":         f.Value(&merged) == "Shai-Hulud",
		"request forms":   strings.HasSuffix(form.Fill(&c, requestform.Provenance{}).Location, "k=Shai-Hulud"),
		"the page's form": strings.Contains(page, `name="made-up"`),
		"links":           strings.Contains(interpret.Write(&c, "x"), "&rft_id=info%3Amade-up%2FShai-Hulud&"),
		"the builder":     strings.Contains(builder, `name="made-up"`),
		"built links":     strings.Contains(builder, "rft_id=info%3Amade-up%2FShai-Hulud"),
		"references":      strings.HasSuffix(localizers["en"].Reference(c).Plain(), "made-up Shai-Hulud."),
		"reports":         strings.Contains(inspection.String(), "  made-up   Shai-Hulud\n"),
		"what is sent":    strings.HasSuffix(sent, "k=Shai-Hulud"),
	} {
		if !there {
			t.Errorf("the new field is not in %s", what)
		}
	}
}

// The practice form shows each service's form in its own words.
func TestPracticeFormOfOtherServices(t *testing.T) {
	s := fullServer(t, func(*library.Library) {})
	for _, service := range requestform.Services() {
		f := requestform.Form{Service: service, URL: service.Example()}
		c := citation.Citation{Type: citation.Article, Title: "Tugs", ContainerTitle: "Harbours", DOI: "10.1000/182", Author: []citation.Name{{Family: "Ruiz"}}}
		w := get(t, s, "/demo/practice?as="+string(service)+"&"+requestform.Query(f.Fill(&c, requestform.Provenance{}).Params))
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", service, w.Code)
		}
		body := w.Body.String()
		for _, label := range service.Labels() {
			if label.Text == "Article Title" && !strings.Contains(body, ">Article Title</label>") {
				t.Errorf("%s: no field for the article's title", service)
			}
		}
		if service.Labels() != nil && !strings.Contains(body, "<h1>"+service.Title()+"</h1>") {
			t.Errorf("%s: the page does not name the system", service)
		}
	}
}

// The practice form shows the library's own form, with the keys that its settings add,
// and shows no more of a query than any other page.
func TestPracticeFormOfTheLibrarysService(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Languages = nil // links to other languages hold the address as it is
		l.Form = requestform.Form{Service: requestform.Koha, URL: requestform.Koha.Example(), MaxLength: 2000, Keys: []requestform.Key{
			{Name: "branch", From: []placeholder.Template{placeholder.MustParse("{type}")}},
		}}
	})
	body := get(t, s, "/demo/practice?as=koha&title=Tugs&branch=main&login=jdoe4711&library_card=jdoe4711&x=jdoe4711").Body.String()
	for what, want := range map[string]string{"the system's own field": ">Title</label>", "the library's key": ">branch</label>", "its value": "main</textarea>"} {
		if !strings.Contains(body, want) && !strings.Contains(body, strings.ReplaceAll(want, "main</textarea>", `value="main"`)) {
			t.Errorf("%s is not shown", what)
		}
	}
	if strings.Contains(body, "jdoe4711") {
		t.Error("values are shown under keys that nobody knows")
	}
	many := get(t, s, "/demo/practice?as=koha"+strings.Repeat("&k=1", 3000)).Body.String()
	if n := strings.Count(many, `<code class="chip">k</code>`); n == 0 || n > 500 {
		t.Errorf("%d of 3000 pairs are shown", n)
	}
}
