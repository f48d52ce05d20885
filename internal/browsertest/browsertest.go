// Package browsertest runs tests in a real browser: Chromium, driven over the
// Chrome DevTools Protocol. A test binary has one browser; each test opens tabs
// of its own in it, and no two tabs share cookies, storage or cache.
//
// Where no browser or no axe-core is installed, a test is skipped, and the terminal
// says so. With CI=true in the environment it fails: nothing is skipped there.
package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// stepTimeout is how long one step may take. It is long, for a busy machine; a
// step that succeeds never waits for it.
const stepTimeout = 30 * time.Second

// names are the commands under which systems install the browser, best first.
var names = []string{
	"chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// running is the browser of this test binary.
var running struct {
	sync.Mutex
	*Browser
}

// Browser is a running Chromium.
type Browser struct {
	ctx       context.Context
	userAgent string
}

// Main runs the tests of a package, closes the browser they used, and exits.
// A package with browser tests calls it from TestMain; without it the browser
// ends with the test binary, but leaves its profile in the temporary directory.
func Main(m *testing.M) {
	code := m.Run()
	if running.Browser != nil {
		_ = chromedp.Cancel(running.ctx) // the tests are over: a browser that ends badly changes nothing
	}
	os.Exit(code)
}

// Start returns the browser of this test binary, and starts it when the test is
// the first to ask.
func Start(t testing.TB) *Browser {
	t.Helper()
	running.Lock()
	defer running.Unlock()
	if running.Browser != nil {
		return running.Browser
	}
	path := find()
	if path == "" {
		missing(t, "no browser found: install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // containers, where tests run as root, lack what the sandbox needs
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// A page that the browser has kept cannot be looked at; as it is, Back loads it again.
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,BackForwardCache"),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("lang", "en-US"),
		chromedp.WSURLReadTimeout(4*stepTimeout), // the browsers of other packages start at the same time
	)
	// Not the test's context: the browser outlives the test that started it.
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(allocator)
	userAgent, err := chromedp.Run(ctx, chromedp.Evaluate[string]("navigator.userAgent"))
	if err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	running.Browser = &Browser{ctx: ctx, userAgent: userAgent}
	return running.Browser
}

// find returns the path of an installed browser, or nothing.
func find() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// missing ends a test that lacks a tool: skipped on a user's machine, failed in CI.
func missing(t testing.TB, notice string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(notice)
	}
	skipped.Do(func() { onTerminal("tests in a browser are skipped: " + notice) })
	t.Skip(notice)
}

// Installed reports whether there is a browser to test in.
func Installed() bool { return find() != "" }

// skipped says so once for each test binary.
var skipped sync.Once

// onTerminal writes a line past go test, which shows nothing of tests that pass.
func onTerminal(line string) {
	terminal, err := os.OpenFile("/dev/tty", os.O_WRONLY, 0)
	if err != nil {
		return // it has no reader
	}
	defer terminal.Close()
	fmt.Fprintln(terminal, line)
}
