package internal_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What keeps the code readable, so that it is not a matter of taste.
const (
	maxColumns  = 140 // of a line of code
	maxOperands = 4   // of a condition; more get a name or become rows
	maxLines    = 350 // of a file outside tests
	maxFiles    = 30  // Go files of a folder, tests aside
)

// inventedWords are words that a reader who knows Go and libraries would have to learn, and what to say instead.
var inventedWords = map[string]string{
	"arrivals":  "newConns",
	"asked":     "visibleFields, requestedLanguage, query or missingFields",
	"asker":     "client",
	"caller":    "client or userAgent",
	"catalogue": "messages",
	"complaint": "violation",
	"customs":   "locale",
	"entered":   "formFromCitation",
	"fate":      "KeyStatus",
	"flying":    "inFlight",
	"forget":    "redact or remove",
	"forgetful": "what it discards",
	"furnished": "fullLibrary",
	"gate":      "semaphore",
	"glance":    "check",
	"glue":      "joinFragment",
	"harm":      "breaches",
	"insteads":  "alternatives",
	"joiner":    "a strings.Builder",
	"landed":    "result",
	"moody":     "failing",
	"mute":      "isBlank",
	"noted":     "recordStats",
	"oddity":    "problem",
	"outrun":    "superseded",
	"owed":      "deficit",
	"pace":      "rateLimiter or limits",
	"parted":    "split or separated",
	"patience":  "stepTimeout",
	"residue":   "hasPlaceholder",
	"sacrifice": "shortenStep",
	"speak":     "negotiateLanguage",
	"speaks":    "negotiateLanguage",
	"steers":    "control",
	"stranger":  "mismatch",
	"strayed":   "what happened",
	"tally":     "weeklyStats or changeCounts",
	"tells":     "reports",
	"told":      "want",
	"tongue":    "languageLink",
	"tongues":   "languageLinks",
	"unfound":   "noItemFound",
	"unmix":     "repairMojibake",
	"unput":     "unshared",
	"unuse":     "drop or remove",
	"verdict":   "outcome or decision",
	"visit":     "requestContext",
	"wording":   "messages",
}

// TestCodeStyle reads all Go code of the module and holds it to the measures above.
func TestCodeStyle(t *testing.T) {
	t.Parallel()

	files := map[string]int{}
	documented := map[string]bool{}

	for _, path := range goFiles(t, "..") {
		source, err := os.ReadFile(path) //nolint:gosec // files of this repository
		if err != nil {
			t.Fatal(err)
		}

		fset := token.NewFileSet()

		file, err := parser.ParseFile(fset, path, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}

		if ast.IsGenerated(file) {
			continue
		}

		checkColumns(t, fset, file, source)
		checkConditions(t, fset, file)
		checkWords(t, fset, file)

		folder := filepath.Dir(path)
		documented[folder] = documented[folder] || file.Doc != nil

		if strings.HasSuffix(path, "_test.go") {
			continue
		}

		files[folder]++

		if lines := bytes.Count(source, []byte("\n")); lines > maxLines {
			t.Errorf("%s has %d lines, more than %d: give it one idea", path, lines, maxLines)
		}
	}

	for folder, count := range files {
		if count > maxFiles {
			t.Errorf("%s has %d Go files, more than %d: split it by concept", folder, count, maxFiles)
		}

		if !documented[folder] {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

// goFiles returns the paths of all Go files below root, test data and what others wrote aside.
func goFiles(t *testing.T, root string) []string {
	t.Helper()

	var paths []string

	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "node_modules" || entry.Name() == ".git"):
			return filepath.SkipDir
		case !entry.IsDir() && strings.HasSuffix(path, ".go"):
			paths = append(paths, path)
		}

		return nil
	})
	if err != nil {
		t.Fatal(err)
	}

	return paths
}

// checkColumns demands that no line is longer than what an editor shows in two columns. The texts that tests read, links
// mostly, and the tags of fields cannot be broken.
func checkColumns(t *testing.T, fset *token.FileSet, file *ast.File, source []byte) {
	t.Helper()

	path := fset.Position(file.Pos()).Filename
	isTest := strings.HasSuffix(path, "_test.go")
	texts := map[int]bool{} // lines with such a text

	ast.Inspect(file, func(node ast.Node) bool {
		var literal *ast.BasicLit

		switch node := node.(type) {
		case *ast.Field:
			literal = node.Tag
		case *ast.BasicLit:
			if isTest && node.Kind == token.STRING {
				literal = node
			}
		}

		if literal != nil {
			for line := fset.Position(literal.Pos()).Line; line <= fset.Position(literal.End()).Line; line++ {
				texts[line] = true
			}
		}

		return true
	})

	for i, line := range strings.Split(string(source), "\n") {
		if columns := utf8.RuneCountInString(line); columns > maxColumns && !texts[i+1] {
			t.Errorf("%s:%d has %d columns, more than %d", path, i+1, columns, maxColumns)
		}
	}
}

// checkConditions demands that no && and || expression has more operands than can be read at a glance.
func checkConditions(t *testing.T, fset *token.FileSet, file *ast.File) {
	t.Helper()

	parts := map[ast.Node]bool{} // operands that are conditions themselves: counted with the whole

	ast.Inspect(file, func(node ast.Node) bool {
		condition, ok := node.(*ast.BinaryExpr)
		if !ok || !isLogical(condition) || parts[condition] {
			return true
		}

		if count := operands(condition, parts); count > maxOperands {
			t.Errorf("%s: a condition of %d operands, more than %d: name a part, or make rows of it",
				fset.Position(condition.Pos()), count, maxOperands)
		}

		return true
	})
}

func isLogical(expr *ast.BinaryExpr) bool { return expr.Op == token.LAND || expr.Op == token.LOR }

// operands returns how many operands a tree of && and || has, negations and parentheses included, and notes its parts.
func operands(expr ast.Expr, parts map[ast.Node]bool) int {
	switch expr := expr.(type) {
	case *ast.ParenExpr:
		return operands(expr.X, parts)
	case *ast.UnaryExpr:
		return operands(expr.X, parts)
	case *ast.BinaryExpr:
		if isLogical(expr) {
			parts[expr] = true
			return operands(expr.X, parts) + operands(expr.Y, parts)
		}
	}

	return 1
}

// checkWords demands that names are made of words that the field and Go use.
func checkWords(t *testing.T, fset *token.FileSet, file *ast.File) {
	t.Helper()

	seen, used := map[string]bool{}, map[*ast.Ident]bool{}

	ast.Inspect(file, func(node ast.Node) bool {
		if selector, ok := node.(*ast.SelectorExpr); ok { // its name is checked where it is declared, or is not ours
			used[selector.Sel] = true
		}

		ident, ok := node.(*ast.Ident)
		if !ok || used[ident] || seen[ident.Name] {
			return true
		}

		seen[ident.Name] = true

		for _, word := range words(ident.Name) {
			if better := inventedWords[word]; better != "" {
				t.Errorf("%s: %s: instead of %q say %s", fset.Position(ident.Pos()), ident.Name, word, better)
			}
		}

		return true
	})
}

// words returns the words of a Go name in lower case: isMute is "is" and "mute".
func words(name string) []string {
	var split []string

	start := 0

	for i, r := range name {
		if i > start && (unicode.IsUpper(r) || r == '_') {
			split = append(split, strings.ToLower(strings.Trim(name[start:i], "_")))
			start = i
		}
	}

	return append(split, strings.ToLower(strings.Trim(name[start:], "_")))
}

// TestWordsOfNames keeps checkWords from missing a word inside a name.
func TestWordsOfNames(t *testing.T) {
	t.Parallel()

	if got := fmt.Sprint(words("isMute"), words("tongues"), words("Held_by")); got != "[is mute] [tongues] [held by]" {
		t.Error(got)
	}
}
