package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/chromedp"
)

// Click clicks the first element that a CSS selector finds, once it is there, stays where
// it is, and nothing lies over it.
func (tab *Tab) Click(selector string) {
	tab.t.Helper()
	tab.do(tab.click(selector))
}

// Follow clicks, and waits until the page that this leads to has loaded.
func (tab *Tab) Follow(selector string) {
	tab.t.Helper()
	tab.leads(tab.click(selector))
}

// ClickAt clicks at a place of the viewport, in CSS pixels: in a frame of another site too.
func (tab *Tab) ClickAt(x, y float64) {
	tab.t.Helper()
	tab.do(chromedp.MouseClickXY(x, y))
}

// Drawn waits until what the page has become is on the screen. For frames of other sites
// the browser goes by the screen when it looks for what is clicked.
func (tab *Tab) Drawn() {
	tab.t.Helper()
	run(tab, chromedp.CaptureScreenshot())
}

// place is where a click on an element goes, or why it would not reach the element.
type place struct {
	X, Y float64
	Why  string
}

// findPlace brings an element into view and returns its place: the middle of its first
// line. A click on the label of a field does what one on the field does.
const findPlace = `((selector) => {
	const element = document.querySelector(selector);
	if (!element) return { why: "is not there" };
	element.scrollIntoViewIfNeeded();
	const box = element.getClientRects()[0];
	if (!box || !box.width || !box.height) return { why: "is not visible" };
	const x = box.left + box.width / 2, y = box.top + box.height / 2, hit = document.elementFromPoint(x, y);
	const reached = hit && (element.contains(hit) || [...element.labels ?? []].some((label) => label.contains(hit)));
	return { x, y, why: reached ? "" : "lies under " + (hit ? hit.outerHTML.slice(0, 100) : "nothing: it is outside the viewport") };
})`

// nextFrame waits until the page draws again, which a page behind another does not.
const nextFrame = `new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); setTimeout(resolve, 200); })`

// click makes the step of Click. What still moves is not where it was a frame ago.
func (tab *Tab) click(selector string) chromedp.Action[chromedp.Void] {
	argument, _ := json.Marshal(selector) // a string always can be
	look := fmt.Sprintf("%s(%s)", findPlace, argument)
	if !tab.noScript { // without scripts no timer runs, and nothing moves
		look = fmt.Sprintf("%s.then(() => %s)", nextFrame, look)
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for before, why := (place{}), "is not looked for"; ; time.Sleep(5 * time.Millisecond) {
			now, err := chromedp.Evaluate[place](look, chromedp.EvalAwaitPromise)(ctx, t)
			switch {
			case ctx.Err() != nil:
				return fmt.Errorf("click %s, which %s: %w", selector, why, ctx.Err())
			case err != nil: // the page goes away
				now.Why = err.Error()
			case now.Why == "" && now == before:
				_, err := chromedp.MouseClickXY(now.X, now.Y)(ctx, t)
				return err
			}
			if before, why = now, now.Why; why == "" {
				why = "moves"
			}
		}
	})
}
