package browsertest

import (
	"context"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keys are the names, as in KeyboardEvent.key, of keys that type no character.
var keys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Space": " ", "Backspace": kb.Backspace, "Delete": kb.Delete,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

// Back goes back to the page before, and waits until it has loaded.
func (tab *Tab) Back() {
	tab.t.Helper()
	tab.do(chromedp.NavigateBack())
}

// Type puts text into a field in place of what is there.
func (tab *Tab) Type(selector, text string) {
	tab.t.Helper()
	tab.do(chromedp.Focus(chromedp.CSS(selector)))
	Eval[struct{}](tab, `document.activeElement.select()`)
	tab.do(chromedp.KeyEvent(text))
}

// Press presses keys, one after the other, on whatever has the focus. A key is
// named as in KeyboardEvent.key ("Tab", "Enter", "ArrowDown", "a"; "Space" for
// the space bar); "Shift+Tab" holds Shift.
func (tab *Tab) Press(names ...string) {
	tab.t.Helper()
	for _, name := range names {
		tab.do(tab.key(name))
	}
}

// PressFollow presses one key, and waits until the page that this leads to has loaded.
func (tab *Tab) PressFollow(name string) {
	tab.t.Helper()
	tab.leads(tab.key(name))
}

// key makes a step of a key's name.
func (tab *Tab) key(name string) chromedp.Action[chromedp.Void] {
	tab.t.Helper()
	bare, shift := strings.CutPrefix(name, "Shift+")
	key, ok := keys[bare]
	if !ok {
		if len([]rune(bare)) != 1 {
			tab.t.Fatalf("no key is called %q", bare)
		}
		key = bare
	}
	if shift {
		return chromedp.KeyEvent(key, chromedp.KeyModifiers(kb.ModifierShift))
	}
	return chromedp.KeyEvent(key)
}

// leads takes a step and waits for the page that it leads to.
func (tab *Tab) leads(step chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, stepTimeout)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, step); err != nil {
		tab.t.Fatal(err)
	}
}

// Text is the text that the first element found shows.
func (tab *Tab) Text(selector string) string {
	tab.t.Helper()
	return strings.TrimSpace(run(tab, chromedp.Text(chromedp.CSS(selector))))
}

// Focused describes the element that has the focus, inside shadow roots too:
// its accessible name as far as aria-label, a label, or its text say it.
func (tab *Tab) Focused() string {
	tab.t.Helper()
	return Eval[string](tab, `(() => {
		let e = document.activeElement;
		while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
		if (!e || e === document.body) return "";
		return (e.ariaLabel || e.labels?.[0]?.innerText || e.innerText || e.value || "").trim().replace(/\s+/g, " ");
	})()`)
}

// Eval runs a JavaScript expression in the page and returns its value, that of a
// promise too. A page's content security policy does not hold for the
// expression itself, but for all that it does to the page.
func Eval[T any](tab *Tab, expression string) T {
	tab.t.Helper()
	return run(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}
