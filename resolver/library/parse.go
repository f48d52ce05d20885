package library

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"lendlink/resolver/library/disk"
)

// Load reads a settings file, with the environment of the process, and the folder
// of libraries that it names. What is wrong in them comes as [Problems].
func Load(path string) (*Settings, error) {
	settings, _, err := load(path, disk.New())
	return settings, err
}

// load is Load that tells the folder of libraries, even of settings that are wrong.
func load(path string, d *disk.Disk) (settings *Settings, folder string, err error) {
	src, err := d.Read(path)
	if err != nil {
		return nil, "", fmt.Errorf("settings: %w", err)
	}
	settings, _, folder, err = parse(path, src, os.LookupEnv, d, time.Now())
	return settings, folder, err
}

// ListenOf gives where a server with this settings file listens, as host:port, whatever
// else is wrong in it; the default where the file does not say, or cannot be read.
func ListenOf(path string) string {
	var f fileSettings
	f.setDefaults()
	src, err := disk.New().Read(path)
	if err != nil {
		return f.Listen
	}
	r := newReader(path, os.LookupEnv, settingsFile)
	r.readFile(src, &f)
	if r.hasFailed("listen") || f.Listen == "" {
		return defaultListen
	}
	return f.Listen
}

// Parse reads settings. The name stands in the problems, and a folder of libraries
// is looked for beside it; env gives the variables that the settings ask for. The
// error, when there is one, is [Problems].
func Parse(name string, src []byte, env Lookup) (*Settings, error) {
	settings, _, _, err := parse(name, src, env, disk.New(), time.Time{})
	return settings, err
}

func parse(name string, src []byte, env Lookup, d *disk.Disk, today time.Time) (
	settings *Settings, warnings Problems, folder string, err error) {
	var f fileSettings
	r := newReader(name, env, settingsFile)
	r.today = today
	r.readFile(src, &f)
	r.disk = d
	codes := codes{}
	for i, l := range f.Libraries {
		path := fmt.Sprintf("libraries[%d]", i)
		codes.take(r, join(path, "code"), l.Code)
		r.doubtLibrary(path, &f.Libraries[i])
	}
	r.doubtServer(&f)
	if f.LibrariesDir != "" && !r.hasFailed("libraries_dir") {
		folder = besideFile(name, f.LibrariesDir)
		f.Libraries = append(f.Libraries, r.readFolder(folder, codes)...)
	}
	warnings = r.warnings.inOrder()
	if r.problems != nil {
		return nil, warnings, folder, r.problems.inOrder()
	}
	settings = f.settings()
	settings.Skipped, settings.Warnings = r.skipped, warnings
	return settings, warnings, folder, nil
}

// readFile brings a whole file into the struct that f points to, and checks it.
func (r *reader) readFile(src []byte, f any) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")) // goccy miscounts lines else
	r.lines = strings.Split(string(src), "\n")
	if !r.isText() {
		return
	}
	if root := r.root(src); root != nil {
		r.read("", root, reflect.ValueOf(f).Elem())
		r.check(f)
	}
}

// isText tells whether the file is UTF-8; if not, the first byte that is none is
// reported.
func (r *reader) isText() bool {
	for i, line := range r.lines {
		if !utf8.ValidString(line) {
			valid := strings.ToValidUTF8(line, "\x00")
			column := utf8.RuneCountInString(valid[:strings.IndexByte(valid, 0)]) + 1
			r.lines[i] = strings.ToValidUTF8(line, "\uFFFD")
			r.report("", &token.Position{Line: i + 1, Column: column}, "the file is not UTF-8; save it in that encoding")
			return false
		}
	}
	return true
}

// root gives what the file holds, or nil when that is not one YAML document; the
// problem is then reported.
func (r *reader) root(src []byte) ast.Node {
	start := &token.Position{Line: 1, Column: 1}
	tree, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey()) // told by entries, all of them
	if err != nil {
		var syntax yaml.Error
		if errors.As(err, &syntax) {
			r.report("", syntax.GetToken().Position, "not valid YAML%s", hint(syntax.GetMessage()))
		} else {
			r.report("", start, "not valid YAML%s", hint(err.Error()))
		}
		return nil
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		r.report("", start, "the file is empty; write %s", r.kind.least)
		return nil
	}
	if len(tree.Docs) > 1 {
		r.report("", tree.Docs[1].Start.Position, "a second document begins here; write one only")
	}
	return tree.Docs[0].Body
}
