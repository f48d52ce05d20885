package library_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/library"
)

func TestFolderOfLibraries(t *testing.T) {
	f := newFolder(t)
	f.write("lendlink.yaml", "listen: \":7000\"\nlibraries:\n  - {code: first, name: N, form: {service: practice}}\nlibraries_dir: members\n")
	f.write("members/b.yaml", practiceLibrary("beta"))
	f.write("members/a.yml", practiceLibrary("alpha"))
	f.write("members/notes.txt", "not YAML: [")
	f.write("members/.b.yaml", practiceLibrary("beta")) // an editor's
	settings, err := library.Load(f.file("lendlink.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, l := range settings.Libraries {
		codes = append(codes, l.Code)
	}
	if diff := cmp.Diff([]string{"first", "alpha", "beta"}, codes); diff != "" {
		t.Errorf("libraries differ (-want +got):\n%s", diff)
	}
	if l := settings.Find("alpha"); l == nil || l.Confirm != library.ConfirmIncomplete || l.Form.URL != "/alpha/practice?" {
		t.Errorf("a library of the folder is read otherwise: %+v", l)
	}
}

// A pipe without a writer blocks nothing. It is skipped, with a warning.
func TestFolderWithAPipe(t *testing.T) {
	f := newFolder(t)
	f.write("lendlink.yaml", "libraries_dir: members\n")
	f.write("members/a.yaml", practiceLibrary("alpha"))
	if err := errors.Join(
		syscall.Mkfifo(f.file("members/pipe.yaml"), 0o600),
		os.Symlink("pipe.yaml", f.file("members/link.yaml")),
	); err != nil {
		t.Fatal(err)
	}
	live, err := library.Watch(f.file("lendlink.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := live.Reload(); err != nil {
		t.Errorf("does not reload: %v", err)
	}
	settings := live.Settings()
	if diff := cmp.Diff([]string{f.file("members/link.yaml"), f.file("members/pipe.yaml")}, settings.Skipped); diff != "" {
		t.Errorf("files that are skipped differ (-want +got):\n%s", diff)
	}
	if len(settings.Libraries) != 1 || len(settings.Notes()) != 2 {
		t.Errorf("%d libraries and notes %q, want 1 and a note for each file", len(settings.Libraries), settings.Notes())
	}
}

func TestFolderReportsEveryProblem(t *testing.T) {
	f := newFolder(t)
	f.write("lendlink.yaml", "libraries:\n  - {code: alpha, name: N, form: {service: practice}}\nlibraries_dir: members\nlog_links: maybe\n")
	f.write("members/a.yaml", practiceLibrary("alpha"))
	f.write("members/b.yaml", "# a\ncode: beta\nnmae: B\nform:\n  service: tipasa\n")
	f.write("members/c.yaml", practiceLibrary("gamma"))
	f.write("members/d.yaml", practiceLibrary("gamma"))
	f.write("members/e.yaml", "libraries: []\n")
	f.write("members/f.yaml", "")
	f.write("members/g.yaml", "- code: g\n")
	_, err := library.Load(f.file("lendlink.yaml"))
	if err == nil {
		t.Fatal("no problem found")
	}
	for _, want := range []string{
		"lendlink.yaml:4:12: `log_links` cannot be read",
		"a.yaml:1:7: `code` is the same as in " + f.file("lendlink.yaml") + ", line 2",
		"b.yaml:3:1: unknown field `nmae`; did you mean `name`?",
		"b.yaml:5:3: `url` is missing",
		"   3 | nmae: B\n",
		"d.yaml:1:7: `code` is the same as in " + f.file("members/c.yaml") + ", line 1",
		"e.yaml:1:1: unknown field `libraries`",
		"f.yaml:1:1: the file is empty; write a library's code, name and form",
		"g.yaml:1:1: the file must be a mapping of names to values; write names and values, such as code: demo",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing tells %s", want)
		}
	}
	if t.Failed() {
		t.Log(err)
	}
}

func TestFolderThatCannotBeRead(t *testing.T) {
	f := newFolder(t)
	if err := os.Mkdir(f.file("empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		"nowhere": "`libraries_dir` cannot be read: no such file or directory; write a folder",
		"empty":   "`libraries_dir` cannot be read: no file in it ends in .yaml; write a folder",
	} {
		f.write("lendlink.yaml", "libraries_dir: "+folder+"\n")
		if _, err := library.Load(f.file("lendlink.yaml")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", folder, err, want)
		}
	}
}

// manyLibraries is how many libraries a server is to hold.
const manyLibraries = 2000

func writeMany(t testing.TB, dir string) (oneFile, perLibrary string) {
	var all strings.Builder
	all.WriteString("libraries:\n")
	members := filepath.Join(dir, "members")
	if err := os.Mkdir(members, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range manyLibraries {
		one := fmt.Sprintf("code: library-%d\nname: Library %d\nlanguages: [en, es]\nform:\n  service: tipasa\n"+
			"  url: https://%d.account.worldcat.org/profile/route/openurl?\nconfirm: incomplete\ncontact: ill@example.edu\n"+
			"check_first: [{label: Catalogue, url: \"https://example.edu/?q={title}\"}]\n", i, i, 10000+i)
		if err := os.WriteFile(filepath.Join(members, fmt.Sprintf("%d.yaml", i)), []byte(one), 0o644); err != nil {
			t.Fatal(err)
		}
		all.WriteString("  - " + strings.ReplaceAll(strings.TrimSpace(one), "\n", "\n    ") + "\n")
	}
	oneFile, perLibrary = filepath.Join(dir, "one.yaml"), filepath.Join(dir, "many.yaml")
	for file, src := range map[string]string{oneFile: all.String(), perLibrary: "libraries_dir: members\n"} {
		if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return oneFile, perLibrary
}

// The bound is generous, for machines that do much else: what it guards against is
// a cost that grows with the square of the libraries.
func TestManyLibrariesLoadSoon(t *testing.T) {
	oneFile, perLibrary := writeMany(t, t.TempDir())
	for _, file := range []string{oneFile, perLibrary} {
		start := time.Now()
		settings, err := library.Load(file)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", filepath.Base(file), took)
		}
		if len(settings.Libraries) != manyLibraries || settings.Find("library-1999") == nil {
			t.Errorf("%s: %d libraries", filepath.Base(file), len(settings.Libraries))
		}
	}
}

func BenchmarkLoadManyLibraries(b *testing.B) {
	oneFile, perLibrary := writeMany(b, b.TempDir())
	for name, file := range map[string]string{"in one file": oneFile, "in a folder": perLibrary} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := library.Load(file); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
