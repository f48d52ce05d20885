package web_test

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
)

// everyForm is a library for each service, and one behind a proxy that wants the form's
// address encoded.
func everyForm() []*library.Library {
	var all []*library.Library
	add := func(code string, f requestform.Form) {
		f.MaxLength = 2000
		all = append(all, &library.Library{Code: code, Name: code, Form: f, Confirm: library.ConfirmNever,
			RecordURL: "https://search.example.edu/permalink/alma{mms_id}"})
	}
	for _, service := range requestform.Services() {
		f := requestform.Form{Service: service, URL: service.Example()}
		if service.NeedsKeys() {
			for _, name := range placeholder.Known(placeholder.Request) {
				f.Keys = append(f.Keys, requestform.Key{Name: "k-" + name, From: []placeholder.Template{placeholder.MustParse("{" + name + "}")}})
			}
		}
		add(string(service), f)
	}
	add("proxied", requestform.Form{Service: requestform.Tipasa, URL: requestform.Tipasa.Example(),
		Proxy: "https://proxy.example.edu/login?qurl=", Encoding: requestform.EncodeAuto})
	return all
}

// TestAttacksOnEveryForm puts every value of testdata/attacks/attacks.txt into the fields
// of an item, and sends it to the form of each service.
func TestAttacksOnEveryForm(t *testing.T) {
	libraries := everyForm()
	s := newServer(t, func() *library.Settings { return library.New(libraries...) })
	a := newAttacked(t)
	led := map[string]int{}
	for _, line := range attackLines(t) {
		if line.kind != "value" {
			continue
		}
		query := itemLink(a.written(line.attack))
		for _, l := range libraries {
			r := linked("/openurl", query)
			r.URL.Path = "/" + l.Code + "/openurl"
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			location := w.Header().Get("Location")
			if location == "" {
				continue
			}
			led[l.Code]++
			sent, ours := strings.CutPrefix(location, l.Form.Base())
			if !ours || strings.ContainsAny(sent, "#\\\"<>'{}|^` ") || strings.ContainsFunc(location, notASCII) {
				t.Errorf("%s: %q leads to %q", l.Code, line.attack, location)
			}
			if len(location) > l.Form.MaxLength {
				t.Errorf("%s: %q makes an address of %d bytes", l.Code, line.attack, len(location))
			}
		}
	}
	if slices.ContainsFunc(libraries, func(l *library.Library) bool { return led[l.Code] < fewestLedOn }) {
		t.Errorf("too few went on to a form: %v", led)
	}
}

func notASCII(r rune) bool { return r < ' ' || r > '~' }
