package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// Violation is a rule of axe-core that a page breaks.
type Violation struct {
	ID     string   `json:"id"`     // the rule, such as "color-contrast"
	Impact string   `json:"impact"` // minor, moderate, serious or critical
	Help   string   `json:"help"`   // what to do
	Nodes  []string `json:"nodes"`  // the elements at fault, as CSS selector and what is wrong
}

// String is the violation in one paragraph, for a test's message.
func (v Violation) String() string {
	return fmt.Sprintf("axe: %s (%s): %s\n\t%s", v.ID, v.Impact, v.Help, strings.Join(v.Nodes, "\n\t"))
}

// check runs the rules of WCAG 2.2 A and AA, and axe-core's good practice.
const check = `axe.run(document, {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	resultTypes: ["violations"],
}).then(r => r.violations.map(v => ({
	id: v.id, impact: v.impact, help: v.help,
	nodes: v.nodes.map(n => n.target.join(" ") + ": " + (n.failureSummary || "").replace(/\s+/g, " ")),
})))`

// Axe checks the page shown with axe-core, and returns what breaks WCAG 2.2 AA or
// its good practice.
func (tab *Tab) Axe() []Violation {
	tab.t.Helper()
	source, err := os.ReadFile(Module(tab.t, "axe-core/axe.min.js"))
	if err != nil {
		tab.t.Fatal(err)
	}
	if tab.noScript {
		// axe-core needs timers. The page has been built without its scripts; they do not run now.
		off := emulation.SetScriptExecutionDisabled
		tab.do(call(off, emulation.SetScriptExecutionDisabledParams{Value: false}))
		defer tab.do(call(off, emulation.SetScriptExecutionDisabledParams{Value: true}))
	}
	Eval[struct{}](tab, string(source)+";0")
	return Eval[[]Violation](tab, check)
}

// Module returns the path of a file of an npm package.
func Module(t testing.TB, file string) string {
	t.Helper()
	file = filepath.Join("node_modules", file)
	root, err := above(file)
	if err != nil {
		missing(t, fmt.Sprintf("no %s found: run npm ci", file))
	}
	return filepath.Join(root, file)
}

// above returns the nearest directory, from the test's own upward, that holds a file.
func above(file string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, file)); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("%s: %w", file, os.ErrNotExist)
		}
		dir = parent
	}
}
