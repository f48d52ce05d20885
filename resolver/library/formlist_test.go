package library_test

import (
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// A library that sends articles elsewhere than loans.
func TestSeveralForms(t *testing.T) {
	l := parse(t, `
libraries:
  - code: x
    name: X
    record_url: "https://search.example.edu/permalink/01X/abc/alma{mms_id}"
    form:
      - {for: [chapter, article-journal], service: illiad, url: "https://illiad.example.edu/illiad/illiad.dll/OpenURL?"}
      - {service: tipasa, url: "https://12345.account.worldcat.org/profile/route/openurl?"}
`).Find("x")
	for _, c := range []struct {
		of      citation.Type
		service requestform.Service
		begins  string
	}{
		{citation.Article, requestform.ILLiad, "https://illiad.example.edu/"},
		{citation.Chapter, requestform.ILLiad, "https://illiad.example.edu/"},
		{citation.Book, requestform.Tipasa, "https://12345.account.worldcat.org/"},
		{citation.Document, requestform.Tipasa, "https://12345.account.worldcat.org/"},
	} {
		item := citation.Citation{Type: c.of, Title: "Dune", Custom: citation.Custom{MMS: "991234"}}
		if got := l.FormOf(c.of).Service; got != c.service {
			t.Errorf("%s is for %s, want %s", c.of, got, c.service)
		}
		got := l.Fill(&item, "primo", "").Location
		if !strings.HasPrefix(got, c.begins) || !strings.Contains(got, "record+https://search.example.edu/permalink/01X/abc/alma991234") {
			t.Errorf("%s goes to %s, want %s… with the record", c.of, got, c.begins)
		}
	}
	if n := len(l.AllForms()); n != 2 {
		t.Errorf("%d forms, want 2", n)
	}
}

func TestRecordNeedsItsNumber(t *testing.T) {
	l := parse(t, `libraries: [{code: x, name: X, record_url: "https://search.example.edu/alma{mms_id}", form: {service: practice}}]`).Find("x")
	if got := l.Record(&citation.Citation{}); got != "" {
		t.Errorf("without a number the record is %q, want none", got)
	}
	l.RecordURL = ""
	if got := l.Record(&citation.Citation{Custom: citation.Custom{MMS: "991234"}}); got != "" {
		t.Errorf("without an address the record is %q, want none", got)
	}
}
