package web_test

import (
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/web"
	"lendlink/templates"
)

// A language is added by adding its file: every page that patrons see is there in it, and
// what the file lacks is English.
func TestMadeUpLanguage(t *testing.T) {
	pages := fstest.MapFS{"locales/eo.json": {Data: []byte(`{"language.name": "Esperanto", "layout.skip": "Al la enhavo"}`)}}
	err := fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates.Files, name)
		pages[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	lib := fullLibrary()
	lib.Languages = []string{"eo", "en"}
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return library.New(lib) },
		Now:      func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Log:      slog.New(slog.NewJSONHandler(io.Discard, nil)),
		Pages:    pages,
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, status := range map[string]int{
		"/" + lib.Code + "/": http.StatusOK, "/" + lib.Code + "/openurl?rft.genre=": http.StatusBadRequest,
		"/" + lib.Code + "/confirm?genre=bookitem&atitle=Tugs&title=Harbours&date=2019-05-12&edition=2": http.StatusOK,
		"/" + lib.Code + "/practice?genre=book&title=Harbours":                                          http.StatusOK,
		"/" + lib.Code + "/nowhere": http.StatusNotFound,
	} {
		w := get(t, s, path)
		if w.Code != status || !strings.Contains(w.Body.String(), "Al la enhavo") {
			t.Errorf("%s: status %d, want %d, and the page in the library's language: %.200s", path, w.Code, status, w.Body)
		}
	}
}
