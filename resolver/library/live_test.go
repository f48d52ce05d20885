package library_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

// folder is a place for settings files, with a clock of its own, so that every
// writing has another time.
type folder struct {
	t    *testing.T
	path string
	now  time.Time
}

func newFolder(t *testing.T) *folder { return &folder{t, t.TempDir(), time.Now().Add(-time.Hour)} }

func (f *folder) file(name string) string { return filepath.Join(f.path, name) }

func (f *folder) write(name, src string) {
	f.t.Helper()
	f.now = f.now.Add(time.Second)
	file := f.file(name)
	if err := errors.Join(
		os.MkdirAll(filepath.Dir(file), 0o755),
		os.WriteFile(file, []byte(src), 0o644),
		os.Chtimes(file, f.now, f.now),
	); err != nil {
		f.t.Fatal(err)
	}
}

func practiceLibrary(code string) string {
	return "code: " + code + "\nname: N\nform: {service: practice}\n"
}

func TestLiveReloadsChangedFiles(t *testing.T) {
	f := newFolder(t)
	f.write("lendlink.yaml", "libraries_dir: members\n")
	f.write("members/a.yaml", practiceLibrary("alpha"))
	live, err := library.Watch(f.file("lendlink.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	first := live.Settings()
	steps := []struct {
		name    string
		change  func()
		want    string // the current codes after it
		refused string // what the reload complains about
	}{
		{"a library is added", func() { f.write("members/b.yaml", practiceLibrary("beta")) }, "alpha beta", ""},
		{"one is changed, in as many bytes", func() { f.write("members/b.yaml", practiceLibrary("zeta")) }, "alpha zeta", ""},
		{"one is broken", func() { f.write("members/b.yaml", "code: zeta\nnmae: Z\n") }, "alpha zeta", "b.yaml:2:1: unknown field `nmae`"},
		{"it is fixed", func() { f.write("members/b.yaml", practiceLibrary("beta")) }, "alpha beta", ""},
		{"one is taken away", func() { os.Remove(f.file("members/a.yaml")) }, "beta", ""},
		{"the folder is gone", func() { os.RemoveAll(f.file("members")) }, "beta", "`libraries_dir` cannot be read: no such file or directory"},
		{"another folder is named, with a fault in it", func() {
			f.write("others/c.yaml", "code: c\n")
			f.write("lendlink.yaml", "libraries_dir: others\n")
		}, "beta", "c.yaml:1:1: `name` is missing"},
		{"the fault is fixed", func() { f.write("others/c.yaml", practiceLibrary("gamma")) }, "gamma", ""},
		{"its mode is changed", func() { os.Chmod(f.file("others/c.yaml"), 0o600) }, "gamma", ""},
		{"another is put in its place, of its size and time", func() {
			f.write("others/next", practiceLibrary("delta"))
			f.now = f.now.Add(-time.Second)
			os.Chtimes(f.file("others/next"), f.now, f.now)
			os.Rename(f.file("others/next"), f.file("others/c.yaml"))
		}, "delta", ""},
		{"a link that leads nowhere is added", func() { os.Symlink("nowhere", f.file("others/d.yaml")) }, "delta", "no such file"},
		{"the link is gone", func() { os.Remove(f.file("others/d.yaml")) }, "delta", ""},
		{"the file is gone", func() { os.Remove(f.file("lendlink.yaml")) }, "delta", "no such file"},
	}
	for _, s := range steps {
		live.Changed()
		if live.Changed() {
			t.Fatalf("%s: changed already before", s.name)
		}
		s.change()
		if live.Changed() {
			t.Errorf("%s: read while somebody may be writing still", s.name)
		}
		if !live.Changed() {
			t.Errorf("%s: not noticed", s.name)
		}
		switch err := live.Reload(); {
		case err == nil && s.refused != "":
			t.Errorf("%s: not refused, want %q", s.name, s.refused)
		case err != nil && (s.refused == "" || !strings.Contains(err.Error(), s.refused)):
			t.Errorf("%s: refused with %v, want %q", s.name, err, s.refused)
		}
		var codes []string
		for _, l := range live.Settings().Libraries {
			codes = append(codes, l.Code)
		}
		if got := strings.Join(codes, " "); got != s.want {
			t.Errorf("%s: current are %q, want %q", s.name, got, s.want)
		}
	}
	if first.Find("alpha") == nil {
		t.Error("settings changed under somebody who held them")
	}
}
