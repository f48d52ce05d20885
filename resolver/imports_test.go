package resolver_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport has a row for each package: the packages of Lendlink that its code,
// tests aside, may import. As with Go's tools, "/..." is for everything below as well.
// A package below resolver follows the nearest row above it; there is one for each.
var mayImport = map[string][]string{
	"resolver/text":               {},
	"resolver/spelling":           {},
	"resolver/warning":            {},
	"resolver/identifier":         {"resolver/text"},
	"resolver/name":               {"resolver/text"},
	"resolver/citation":           {"resolver/name", "resolver/identifier", "resolver/text"},
	"resolver/openurl":            {"resolver/text", "resolver/warning"},
	"resolver/address":            {"resolver/citation", "resolver/identifier"},
	"resolver/interpret":          append([]string{"resolver/interpret/...", "resolver/openurl", "resolver/address", "resolver/citation"}, basic...),
	"resolver/placeholder":        append([]string{"resolver/citation"}, basic...),
	"resolver/requestform":        append([]string{"resolver/citation", "resolver/placeholder"}, basic...),
	"resolver/openaccess":         {},
	"resolver/lookup":             append([]string{"resolver/lookup/...", "resolver/citation", "resolver/openaccess"}, basic...),
	"resolver/library/strictyaml": {"resolver/spelling"},
	"resolver/library": append([]string{"resolver/library/...", "resolver/citation", "resolver/lookup/source", "resolver/placeholder",
		"resolver/requestform", "resolver/spelling", "templates"}, basic...),
	"resolver/reference": append([]string{"resolver/reference/...", "resolver/openurl", "resolver/address", "resolver/interpret", "resolver/citation"}, basic...),
	"resolver/ges":       append([]string{"resolver/citation"}, basic...),
	"resolver/report":    {"resolver"},
	"resolver/measure":   {"resolver"},
	"resolver": append([]string{"resolver/openurl", "resolver/interpret", "resolver/citation", "resolver/requestform",
		"resolver/library", "resolver/openaccess"}, basic...),
	"resolver/web": {"resolver/...", "templates/...", "static/..."},
}

// basic are the packages on which most others rest.
var basic = []string{"resolver/identifier", "resolver/name", "resolver/text", "resolver/warning"}

// homes are the folders whose code may import a package, and what is below it, anywhere in the module.
var homes = map[string][]string{
	"github.com/labstack/echo":      {"resolver/web", "bench/baseline"},
	"github.com/chromedp/chromedp":  {"internal/browsertest"},
	"lendlink/internal/browsertest": {}, // the browser is not part of the product
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	eachGoFile(t, "..", func(folder, file string, imports []string) {
		row := nearestRow(folder)
		seen[row] = true
		if strings.Count(folder, "/") == 1 && strings.HasPrefix(folder, "resolver/") && row != folder {
			t.Errorf("package %s has no row", folder)
		}
		for _, imported := range imports {
			for pkg, folders := range homes {
				if matches(imported, []string{pkg, pkg + "/..."}) && !slices.Contains(folders, folder) {
					t.Errorf("%s imports %s, which is for %q", file, imported, folders)
				}
			}
			if own, ok := strings.CutPrefix(imported, "lendlink/"); ok && row != "" && !matches(own, mayImport[row]) {
				t.Errorf("%s imports %s, which is not in the row of its package", file, own)
			}
		}
	})
	for folder := range mayImport {
		if !seen[folder] {
			t.Errorf("there is no package %s", folder)
		}
	}
}

// Each package has its sentence in the page about the code. Those for tests alone need none.
func TestEveryPackageIsInTheDocs(t *testing.T) {
	page, err := os.ReadFile("../docs/code.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	eachGoFile(t, "..", func(folder, _ string, _ []string) {
		name := path.Base(folder)
		if seen[folder] {
			return
		}
		seen[folder] = true
		if strings.HasPrefix(folder, "resolver/") && !strings.HasSuffix(name, "test") &&
			!strings.Contains(string(page), "/"+name+"`") && !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("%s is not in docs/code.md", folder)
		}
	})
}

// Each package below resolver names in its comment what it imports of Lendlink, for whoever reads it with go doc.
// web, which may import everything, says that.
func TestPackageCommentsNameImports(t *testing.T) {
	imported, said := map[string][]string{}, map[string]string{}
	eachGoFile(t, "..", func(folder, file string, imports []string) {
		if !strings.HasPrefix(folder, "resolver") || folder == "resolver/web" || strings.HasSuffix(folder, "test") {
			return
		}
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "lendlink/"); ok {
				imported[folder] = append(imported[folder], own[strings.LastIndexByte(own, '/')+1:])
			}
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", file), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		said[folder] += strings.Join(strings.Fields(parsed.Doc.Text()), " ")
	})
	for folder, comment := range said {
		names := slices.Compact(slices.Sorted(slices.Values(imported[folder])))
		want := "It imports nothing of Lendlink."
		if last := len(names) - 1; last == 0 {
			want = "It imports " + names[0] + "."
		} else if last > 0 {
			want = "It imports " + strings.Join(names[:last], ", ") + " and " + names[last] + "."
		}
		if !strings.Contains(comment, want) {
			t.Errorf("the comment of package %s does not say %q", folder, want)
		}
	}
}

// nearestRow returns the folder of the row for a package, or "".
func nearestRow(folder string) string {
	for ; folder != "."; folder = path.Dir(folder) {
		if _, ok := mayImport[folder]; ok {
			return folder
		}
	}
	return ""
}

// matches reports whether a folder is one of those that the patterns name.
func matches(folder string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		root, below := strings.CutSuffix(p, "/...")
		return folder == root || below && strings.HasPrefix(folder, root+"/")
	})
}

// eachGoFile calls do with the imports of every Go file of the repository that is not a test.
func eachGoFile(t *testing.T, root string, do func(folder, file string, imports []string)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, imported)
		}
		file, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		file = filepath.ToSlash(file)
		do(path.Dir(file), file, imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
