package browsertest

import (
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// Screenshot saves a picture of the whole page as screenshots/NAME.png at the
// module's root, which git ignores, for people to look at.
func (tab *Tab) Screenshot(name string) {
	tab.t.Helper()
	root, err := above("go.mod")
	if err != nil {
		tab.t.Fatal(err)
	}
	path := filepath.Join(root, "screenshots", name+".png")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tab.t.Fatal(err)
	}
	if err := os.WriteFile(path, run(tab, chromedp.FullScreenshot(100)), 0o644); err != nil {
		tab.t.Fatal(err)
	}
}
