package web_test

import (
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

// The library's own texts are in the page's language where there is one, and marked with
// theirs where there is none.
func TestOwnTextsByLanguage(t *testing.T) {
	s := fullServer(t, func(l *library.Library) {
		l.Languages = []string{"en", "es", "de"}
		l.Notice = library.Text{"en": "Hello", "es": "Hola"}
		l.CheckFirst = []library.CheckLink{{Label: library.Text{"en": "Search", "de": "Suchen"}, URL: "https://search.example.edu/?q={title}"}}
		l.Closed = &library.Closed{From: time.Unix(0, 0), Until: time.Now().AddDate(1, 0, 0), Message: library.Text{"es": "Cerrado"}, Accept: true}
	})
	for language, want := range map[string][]string{
		"es": {">Hola", `<li lang="en"><a href="https://search.example.edu/?q=Dune">Search</a>`, "<p>Cerrado</p>"},
		"de": {` lang="en"><p>Hello`, `<li><a href="https://search.example.edu/?q=Dune">Suchen</a>`, `<p lang="es">Cerrado</p>`},
	} {
		body := get(t, s, "/demo/confirm?genre=book&title=Dune&lang="+language).Body.String()
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s lacks %s", language, w)
			}
		}
	}
}
