package links_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/bench/links"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "Remarks.\n\n== Last\nrft.title=Four\n\ntype: book\n",
		"sources/b.txt": "Remarks.\n\n== Broken over lines\nrft.title=Two\n&rft.date=2012\n\ntype: book\n\n" +
			"== Not as it travels\nrft.title=\u00dcber\n\ntype: book\n\n== Encoded\nrft.title=\n%% <b>\n\ntype: book\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := links.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"rft.title=Two&rft.date=2012", "rft.title=%3Cb%3E%0A", "rft.title=Four"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (- want, + got):\n%s", diff)
	}
}
