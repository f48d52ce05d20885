package templates_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"lendlink/static"
	"lendlink/templates"
)

// TestEmbedHasEveryLanguage: the script for the library's own pages names its links in each
// language of the pages, and in the same words.
func TestEmbedHasEveryLanguage(t *testing.T) {
	script, err := fs.ReadFile(static.Files, "embed.js")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(templates.Files, "locales/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		file, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(file, &texts); err != nil {
			t.Fatal(err)
		}
		language := strings.TrimSuffix(strings.TrimPrefix(name, "locales/"), ".json")
		if want := fmt.Sprintf("  %s: %q,\n", language, texts["primo.dialog"]); !strings.Contains(string(script), want) {
			t.Errorf("embed.js lacks %q", want)
		}
	}
}
