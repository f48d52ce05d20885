package browsertest_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestOnlyTestsImportBrowsertest lists the imports of everything that is built
// without tests: the browser is no part of the product.
func TestOnlyTestsImportBrowsertest(t *testing.T) {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(line, ":")
		seen++
		for path := range strings.FieldsSeq(imports) {
			if path == "lendlink/internal/browsertest" || path == "github.com/chromedp/chromedp" && pkg != "lendlink/internal/browsertest" {
				t.Errorf("%s imports %s", pkg, path)
			}
			if echo := strings.HasPrefix(path, "github.com/labstack/echo"); echo && pkg != "lendlink/resolver/web" && pkg != "lendlink/bench/baseline" {
				t.Errorf("%s imports Echo", pkg)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packages listed:\n%s", seen, out)
	}
}
