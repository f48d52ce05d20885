package browsertest

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Options say what screen a tab has. The zero value is a desktop of
// 1280 × 800 with JavaScript, light colours and American English.
type Options struct {
	Width, Height int    // of the viewport, in CSS pixels
	Mobile        bool   // a touch screen, with a phone's viewport rules
	NoScript      bool   // JavaScript off
	Dark          bool   // prefers-color-scheme: dark
	ForcedColors  bool   // forced-colors: active, as in Windows' contrast themes
	Print         bool   // as on paper
	Language      string // languages, best first, such as "es-MX,es"; the header gets its q values
}

// Tab is a page in a browser of its own: no cookies, storage or cache of others.
// Its methods fail the test when a step cannot be done.
type Tab struct {
	t        testing.TB
	ctx      context.Context
	noScript bool

	mu       sync.Mutex
	requests []string
}

// Tab opens an empty tab, which closes when the test ends.
func (b *Browser) Tab(t testing.TB, o Options) *Tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	tab := &Tab{t: t, ctx: ctx, noScript: o.NoScript}
	if err := chromedp.Listen(ctx, tab.note); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	if o.Width == 0 {
		o.Width, o.Height = 1280, 800
	}
	var viewport []chromedp.EmulateViewportOption
	if o.Mobile {
		viewport = append(viewport, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	scheme, language := "light", "en-US,en"
	if o.Dark {
		scheme = "dark"
	}
	if o.Language != "" {
		language = o.Language
	}
	media, forced := "", "none"
	if o.Print {
		media = "print"
	}
	if o.ForcedColors {
		forced = "active"
	}
	tab.do(
		chromedp.EmulateViewport(int64(o.Width), int64(o.Height), viewport...),
		call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: o.NoScript}),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media:    media,
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "forced-colors", Value: forced}},
		}),
		call(emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
			UserAgent: b.userAgent, AcceptLanguage: language,
		}),
	)
	return tab
}

// note keeps the addresses that the page asks for.
func (tab *Tab) note(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		return
	}
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.requests = append(tab.requests, e.Request.URL)
}

// Requests lists the addresses requested since the tab was opened, in order:
// pages, redirects, styles, scripts, pictures, data: addresses left out.
func (tab *Tab) Requests() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(tab.requests), func(url string) bool {
		return strings.HasPrefix(url, "data:")
	})
}

// Open goes to an address and waits until the page has loaded.
func (tab *Tab) Open(url string) {
	tab.t.Helper()
	tab.do(chromedp.Navigate(url))
}

// Location is the address of the page shown.
func (tab *Tab) Location() string {
	tab.t.Helper()
	return run(tab, chromedp.Location())
}

// Opened does something that opens a page in a new tab or window, and returns
// that tab, once it shows the page. Requests that it sent before are not among
// its Requests.
func (tab *Tab) Opened(action func()) *Tab {
	tab.t.Helper()
	opened := chromedp.WaitNewTarget(tab.ctx, func(info *target.Info) bool {
		return info.URL != "" && info.URL != "about:blank"
	})
	action()
	patient, cancel := context.WithTimeout(tab.ctx, stepTimeout)
	defer cancel()
	select {
	case id := <-opened:
		other := tab.attach(id)
		other.awaitPage()
		return other
	case <-patient.Done():
		tab.t.Fatal("no new tab was opened")
		return nil
	}
}

// attach returns a page that was opened, attached while the test runs. One that its first
// step attached would be lost when that step is over.
func (tab *Tab) attach(id target.ID) *Tab {
	tab.t.Helper()
	ctx, cancel := chromedp.NewContext(tab.ctx, chromedp.WithTargetID(id))
	tab.t.Cleanup(cancel)
	other := &Tab{t: tab.t, ctx: ctx}
	if err := chromedp.Listen(ctx, other.note); err != nil {
		tab.t.Fatalf("attach to what was opened: %v", err)
	}
	return other
}

// awaitPage waits until a new tab shows a page: it has an address before that.
func (tab *Tab) awaitPage() {
	tab.t.Helper()
	for end := time.Now().Add(stepTimeout); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		// The browser itself is asked: a page that goes away cannot answer.
		history := run(tab, chromedp.NavigationEntries())
		if current := history.Entries[history.CurrentIndex]; current.URL != "" && current.URL != "about:blank" {
			return
		}
	}
	tab.t.Fatal("the new tab shows no page")
}

// Frame returns the frame of another site whose address begins so, once it is there. For
// the browser it is a target of its own; its requests are not among those of the tab.
func (tab *Tab) Frame(address string) *Tab {
	tab.t.Helper()
	for end := time.Now().Add(stepTimeout); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		targets, err := chromedp.Targets(tab.ctx)
		if err != nil {
			tab.t.Fatal(err)
		}
		for _, info := range targets {
			if info.Type == "iframe" && strings.HasPrefix(info.URL, address) {
				return tab.attach(info.TargetID)
			}
		}
	}
	tab.t.Fatalf("no frame shows %s", address)
	return nil
}

// do takes steps in the tab, and fails the test when one fails.
func (tab *Tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, stepTimeout)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tab.t.Fatal(err)
	}
}

// run is do for one step that has a result.
func run[T any](tab *Tab, action chromedp.Action[T]) T {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, stepTimeout)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	if err != nil {
		tab.t.Fatal(err)
	}
	return result
}

// call makes a step of a protocol command.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}
