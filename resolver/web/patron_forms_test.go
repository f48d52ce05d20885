package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// A form that is added has its texts in every language, and a long link reaches it with
// what identifies the item.
func TestEveryFormInEveryLanguage(t *testing.T) {
	link := url.Values{
		"rft.genre": {"article"}, "rft.atitle": {strings.Repeat("Irrigation courts ", 120)}, "rft.jtitle": {strings.Repeat("Annals of water ", 100)},
		"rft.au": {strings.Repeat("García ", 30)}, "rft.date": {"2012"}, "rft.volume": {"7"}, "rft.issn": {"0395-2649"}, "rft_id": {"info:doi/10.1000/182"},
	}.Encode()
	for _, service := range requestform.Services() {
		s := fullServer(t, func(l *library.Library) {
			l.Form = requestform.Form{Service: service, URL: service.Example()}
			l.Confirm = library.ConfirmNever
		})
		for _, language := range library.Languages {
			body := get(t, s, "/demo/confirm?lang="+language+"&"+link)
			if body.Code != http.StatusOK || !strings.Contains(body.Body.String(), "</html>") {
				t.Errorf("%s in %s: status %d", service, language, body.Code)
			}
			if strings.Contains(body.Body.String(), "request.continue") {
				t.Errorf("%s in %s: the button has no text", service, language)
			}
		}
		if service.NeedsKeys() {
			continue
		}
		w := get(t, s, "/demo/openurl?"+link)
		location, _ := url.QueryUnescape(w.Header().Get("Location"))
		if w.Code != http.StatusFound || !strings.HasPrefix(location, service.Example()) || len(w.Header().Get("Location")) > 2000 {
			t.Errorf("%s: status %d, to %s", service, w.Code, location)
		}
		for _, kept := range []string{"10.1000/182", "0395-2649", "2012", "Irrigation", "Annals"} {
			if !strings.Contains(location, kept) {
				t.Errorf("%s: %q is not sent: %s", service, kept, location)
			}
		}
	}
}

// Where a library has several forms, the page names the one that it leads to.
func TestPageNamesTheForm(t *testing.T) {
	several := func(l *library.Library) {
		l.Form = requestform.Form{Service: requestform.Tipasa, URL: requestform.Tipasa.Example()}
		l.FormsFor = []library.FormFor{
			{Types: []citation.Type{citation.Article}, Form: requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example()}},
			{Types: []citation.Type{citation.Thesis}, Form: requestform.Form{Service: requestform.Custom, URL: "https://theses.example.edu/ask?"}},
		}
	}
	for _, c := range []struct {
		change           func(*library.Library)
		query, want, not string
	}{
		{several, "genre=article&atitle=Tugs&title=Tides&volume=1", "Request form: ILLiad.", "Tipasa"},
		{several, "genre=book&title=Tugs&au=Roe", "Request form: OCLC Tipasa.", "ILLiad"},
		{several, "genre=dissertation&title=Tugs&au=Roe", "Request form: theses.example.edu.", "ILLiad"},
		{func(l *library.Library) {
			l.Form = requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example()}
		},
			"genre=book&title=Tugs&au=Roe", "Your request is placed only", "ILLiad"},
	} {
		body := get(t, fullServer(t, c.change), "/demo/confirm?"+c.query).Body.String()
		if !strings.Contains(body, c.want) || strings.Contains(body, c.not) {
			t.Errorf("%s: lacks %q or has %q", c.query, c.want, c.not)
		}
	}
}
