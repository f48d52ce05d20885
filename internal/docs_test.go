package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var testName = regexp.MustCompile(`\b(?:Test|Fuzz|Benchmark)[A-Z][A-Za-z0-9]*\b`)

// TestNamedTestsExist finds tests that documents or the CI script name and that do not exist: the CI script would not
// notice that a test to be run alone was renamed.
func TestNamedTestsExist(t *testing.T) {
	t.Parallel()

	known := map[string]bool{}

	for _, path := range goFiles(t, "..") {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}

		for _, declared := range file.Decls {
			if function, ok := declared.(*ast.FuncDecl); ok {
				known[function.Name.Name] = true
			}
		}
	}

	documents, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}

	for _, path := range append(documents, "../README.md", "../SECURITY.md", "../.ci/run") {
		text, err := os.ReadFile(path) //nolint:gosec // files of this repository
		if err != nil {
			t.Fatal(err)
		}

		for _, name := range testName.FindAllString(string(text), -1) {
			if !known[name] {
				t.Errorf("%s names %s, which is no test", path, name)
			}
		}
	}
}

var (
	inCode     = regexp.MustCompile("`([^`]+)`")
	fileName   = regexp.MustCompile(`^[\w./-]+\.(go|js|json|yaml|txt|txtar|html|md)$`)
	folderName = regexp.MustCompile(`^(cmd|internal|resolver|static|templates)/[\w./-]+$`)
	goName     = regexp.MustCompile(`^[A-Za-z]\w+[A-Za-z0-9]$`)
	nameInFile = regexp.MustCompile("`(\\w+)` (?:in |\\()`([\\w./-]+\\.\\w+)`")
	anyName    = strings.NewReplacer("XX", "*", "NAME", "*") // for each language, form and the like
)

// TestNamedFilesExist finds files that the tables of the page about the code send people to and that are not there, and
// names that are in none of the files and folders of their row. A file without its folder is in one that its row names.
func TestNamedFilesExist(t *testing.T) {
	t.Parallel()

	page, err := os.ReadFile("../docs/code.md")
	if err != nil {
		t.Fatal(err)
	}

	head, tables, ok := strings.Cut(string(page), "\n## Where")
	if !ok {
		t.Fatal("the page has no tables")
	}

	for row := range strings.Lines(tables) {
		for _, problem := range missingNames(row) {
			t.Errorf("docs/code.md: %s, in %.60q", problem, row)
		}
	}

	for _, problem := range missingNames(head) {
		t.Errorf("docs/code.md: %s", problem)
	}
}

// TestMissingNames keeps missingNames from missing what is not there.
func TestMissingNames(t *testing.T) {
	t.Parallel()

	for row, want := range map[string]bool{
		"| `FormOf` in `resolver/library/formlist.go`; `folder.go` beside it, `testdata/bad/form.txt` |": true,
		"| `templates/locales/XX.json`, `embed.js`, `-update`, `static/embed.js` |":                      true,
		"| `resolver/library/nothing.go` |":                                                              false,
		"| `resolver/nothing` |":                                                                         false,
		"| `nothing.go` in `resolver/library` |":                                                         false,
		"| `resolver/library/file.go`, `noSuchName` |":                                                   false,
		"| `FormOf` in `resolver/library/file.go` |":                                                     false,
	} {
		if problems := missingNames(row); (len(problems) == 0) != want {
			t.Errorf("%s: %q", row, problems)
		}
	}
}

// missingNames returns what a row of a table names and the repository does not have.
func missingNames(row string) []string {
	files, problems := namedFiles(row)

	for _, match := range inCode.FindAllStringSubmatch(row, -1) {
		name := match[1][strings.LastIndex(match[1], ".")+1:] // it can have the name of a package before it
		if goName.MatchString(name) && files[match[1]] == nil && !testName.MatchString(name) && !slices.ContainsFunc(
			slices.Collect(maps.Values(files)), func(found []string) bool { return contain(found, name) }) {
			problems = append(problems, "no file that stands beside it has "+name)
		}
	}

	for _, match := range nameInFile.FindAllStringSubmatch(row, -1) {
		if found := files[match[2]]; found != nil && !contain(found, match[1]) {
			problems = append(problems, match[2]+" has no "+match[1])
		}
	}

	return problems
}

// namedFiles returns the files and folders that a row names, by what it calls them, and which of them there are not.
func namedFiles(row string) (map[string][]string, []string) {
	var problems []string

	files := map[string][]string{}
	folders := []string{} // where files are that are named without their folder
	named := inCode.FindAllStringSubmatch(row, -1)

	for _, match := range named {
		found, _ := filepath.Glob(filepath.Join("..", anyName.Replace(match[1])))
		if !folderName.MatchString(match[1]) || found == nil {
			continue
		}

		files[match[1]] = found
		for folder := found[0]; folder != ".."; folder = filepath.Dir(folder) {
			folders = append(folders, folder)
		}
	}

	for _, match := range named {
		name := match[1]
		if !fileName.MatchString(name) && !folderName.MatchString(name) || files[name] != nil {
			continue
		}

		for _, folder := range folders {
			if found, _ := filepath.Glob(filepath.Join(folder, anyName.Replace(name))); found != nil {
				files[name] = append(files[name], found...)
				folders = append(folders, filepath.Dir(found[0]))
			}
		}

		if files[name] == nil {
			problems = append(problems, "there is no "+name)
		}
	}

	return files, problems
}

// contain reports whether a word is in one of the files, or in a file of the folders.
func contain(paths []string, word string) bool {
	whole := regexp.MustCompile(`\b` + word + `\b`)
	for _, path := range paths {
		inside, _ := filepath.Glob(filepath.Join(path, "*.*"))
		for _, file := range append(inside, path) {
			if text, err := os.ReadFile(file); err == nil && whole.Match(text) { //nolint:gosec // files of this repository
				return true
			}
		}
	}

	return false
}
