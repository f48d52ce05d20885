package templates_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"lendlink/static"
	"lendlink/templates"
)

// TestStyledClassesAreUsed: a class that the style sheets name is on a page or set by a
// script. A class that is renamed in one place only loses its style unnoticed.
func TestStyledClassesAreUsed(t *testing.T) {
	var styles, used strings.Builder
	for _, files := range []fs.FS{static.Files, templates.Files} {
		err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case strings.HasSuffix(name, ".css"):
				return appendFile(&styles, files, name)
			case strings.HasSuffix(name, ".html"), strings.HasSuffix(name, ".js"):
				return appendFile(&used, files, name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	words := map[string]bool{}
	for _, word := range regexp.MustCompile(`[a-z][a-z0-9-]+`).FindAllString(used.String(), -1) {
		words[word] = true
	}
	for _, class := range regexp.MustCompile(`\.([a-z][a-z0-9-]+)[^;}]*\{`).FindAllStringSubmatch(styles.String(), -1) {
		if !words[class[1]] {
			t.Errorf("no page has the class %q", class[1])
		}
	}
}

func appendFile(b *strings.Builder, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	b.Write(text)
	return err
}
