package library_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// An upgrade keeps settings. In testdata/older are those that older versions explained as
// all that there are; each still means what it did.
func TestSettingsOfOlderVersions(t *testing.T) {
	files, err := filepath.Glob("testdata/older/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s, err := library.Parse(filepath.Base(file), src, env)
			if err != nil {
				t.Fatal(err)
			}
			if s.Listen != ":8080" || s.TLS != nil || s.AdminListen != "127.0.0.1:9090" || len(s.TrustedProxies) != 2 {
				t.Errorf("listens on %s and %s, TLS %v, believes %v", s.Listen, s.AdminListen, s.TLS, s.TrustedProxies)
			}
			demo := s.Find("demo")
			if demo == nil || s.Find("branch") == nil {
				t.Fatal("a library is missing")
			}
			form := demo.Form
			if form.Service != requestform.Tipasa || form.URL != "https://12345.account.worldcat.org/profile/route/openurl?" ||
				form.Proxy != "https://proxy.example.edu/login?url=" || form.MaxLength != 2000 {
				t.Errorf("sends to %+v", form)
			}
			if form.Types[citation.Chapter].Genre != "article" || demo.Confirm != library.ConfirmIncomplete {
				t.Errorf("sends chapters as %v, confirms %v", form.Types, demo.Confirm)
			}
			if !slices.Equal(demo.Languages, []string{"en", "es"}) || demo.Contact != "ill@example.edu" || demo.Closed == nil || len(demo.CheckFirst) != 2 {
				t.Errorf("shows %v, %q, %v, %v", demo.Languages, demo.Contact, demo.Closed, demo.CheckFirst)
			}
		})
	}
}
