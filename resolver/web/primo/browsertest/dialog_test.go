package browsertest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lendlink/internal/browsertest"
)

const (
	incompleteLink = "rft.genre=bookitem&rft.btitle=Handbook+of+Harbour+Law&rft.atitle=Tugs"
	completeLink   = "rft.genre=book&rft.btitle=Harbour+Law&rft.au=Nakagawa%2C+Aiko&rft.date=2019&rft.isbn=9780306406157"
)

// interfaces are the stand-ins, by the first segment of their addresses.
var interfaces = []struct{ name, path, link string }{
	{"classic", "/discovery", `a.arrow-link`},
	{"nde", "/nde", `nde-request-card a[href*="openurl"]`},
}

// newRecord serves a record's page whose services lead to Lendlink.
func newRecord(t *testing.T, settings string, queries ...string) *site {
	t.Helper()
	s := newSite(t, settings)
	s.set(func() {
		s.custom = s.pasted(t)
		for i, q := range queries {
			s.services = append(s.services, service{"Interlibrary Loan " + string(rune('A'+i)), s.lendlink + "/demo/openurl?" + q})
		}
		s.services = append(s.services, service{"Another service", s.primo + "/other?openurl?"})
	})
	return s
}

// loaded waits until the page has its link and our script.
func loaded(t *testing.T, tab *browsertest.Tab, link string) {
	t.Helper()
	wait(t, tab, `document.querySelector(`+"`"+link+"`"+`) && window[Symbol.for("lendlink.primo")]`)
}

// waitLonger has the script wait for Lendlink as long as a busy machine needs.
func waitLonger(tab *browsertest.Tab) {
	browsertest.Eval[bool](tab, `(() => {
		const { setTimeout } = window;
		window.setTimeout = (work, time, ...rest) => setTimeout(work, time === 1500 ? 25000 : time, ...rest);
		return true;
	})()`)
}

// openDialog follows a link whose request opens in place.
func openDialog(t *testing.T, tab *browsertest.Tab, link string) {
	t.Helper()
	waitLonger(tab)
	tab.Click(link)
	wait(t, tab, `document.querySelector("dialog[open] iframe").offsetHeight > 300`)
}

// newDialog serves a record's page in a language, with its request open in place.
func newDialog(t *testing.T, language string) (*site, *browsertest.Tab) {
	t.Helper()
	s := newRecord(t, "", incompleteLink)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(s.primo + "/discovery/fulldisplay?docid=alma1&lang=" + language)
	loaded(t, tab, "a.arrow-link")
	openDialog(t, tab, "a.arrow-link")
	return s, tab
}

func TestRequestInPlace(t *testing.T) {
	for _, page := range interfaces {
		t.Run(page.name, func(t *testing.T) {
			s := newRecord(t, `link: {beside: {en: "Free, usually 2 days"}, hide_sign_in: true}`, incompleteLink)
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + page.path + "/fulldisplay?docid=alma1&lang=en")
			loaded(t, tab, page.link)
			wait(t, tab, `document.querySelector(".lendlink-beside").textContent == "Free, usually 2 days"`)
			if got := browsertest.Eval[int](tab, `document.querySelectorAll(".lendlink-beside").length`); got != 1 {
				t.Errorf("the text is beside %d links; want 1", got)
			}
			if page.name == "nde" && browsertest.Eval[bool](tab, `document.querySelector("nde-notification").checkVisibility()`) {
				t.Error("the hint to sign in is shown")
			}
			tab.Screenshot("primo-" + page.name + "-record")
			openDialog(t, tab, page.link)
			settle(tab)
			tab.Screenshot("primo-" + page.name + "-dialog")
			if got := tab.Focused(); got != "Close" {
				t.Errorf("the focus is on %q; want the button to close", got)
			}
			moved := browsertest.Eval[float64](tab, `(() => {
				const frame = document.querySelector("dialog iframe"), top = () => document.querySelector(".lendlink-close").getBoundingClientRect().top;
				const before = top();
				frame.style.height = frame.offsetHeight - 100 + "px";
				return top() - before;
			})()`)
			if moved != 0 {
				t.Errorf("the button to close moves by %v pixels when the page in the frame changes its height", moved)
			}
			for _, v := range tab.Axe() {
				if strings.Contains(v.String(), "lendlink") {
					t.Error(v)
				}
			}
			tab.Press("Escape")
			wait(t, tab, `!document.querySelector("dialog") && document.activeElement.matches(`+"`"+page.link+"`"+`)`)
			tab.Press("Enter") // again, by the keyboard
			wait(t, tab, `document.querySelector("dialog[open]")`)
			tab.Click(".lendlink-close")
			wait(t, tab, `!document.querySelector("dialog") && document.activeElement.matches(`+"`"+page.link+"`"+`)`)
			if requests := s.lendlinkRequests(); slices.Contains(requests, "/demo/openurl") {
				t.Errorf("the link was followed as well: %q", requests)
			}
		})
	}
}

// TestLinkWithoutDialog: where a page in place is not needed, not wanted or not to be had, the
// link does what it does without the script.
func TestLinkWithoutDialog(t *testing.T) {
	tests := []struct {
		name, settings, query string
		change                func(*site) // before the page is opened
		click                 string      // what to do with the link a
	}{
		{"nothing to ask", "", completeLink, nil, `a.click()`},
		{"as the settings say", "link: {open: page}", incompleteLink, nil, `a.click()`},
		{"with Ctrl", "", incompleteLink, nil, `a.dispatchEvent(new MouseEvent("click", {ctrlKey: true, bubbles: true, cancelable: true}))`},
		{"with Shift", "", incompleteLink, nil, `a.dispatchEvent(new MouseEvent("click", {shiftKey: true, bubbles: true, cancelable: true}))`},
		{"nothing usable in the link", "", "rft.genre=unknown", nil, `a.click()`},
		{"Primo's policy allows no connection", "", incompleteLink, func(s *site) { s.csp = "default-src 'self'" }, `a.click()`},
		{"Primo's policy allows no frame", "", incompleteLink, func(s *site) {
			s.csp = "default-src 'self'; connect-src 'self' " + s.lendlink
		}, `a.click()`},
		{"no answer", "", incompleteLink, func(s *site) { s.slow = make(chan struct{}) }, `a.click()`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newRecord(t, tt.settings, tt.query)
			if tt.change != nil {
				s.set(func() { tt.change(s) })
			}
			if s.slow != nil {
				t.Cleanup(func() { close(s.slow) })
			}
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + "/discovery/fulldisplay?docid=alma1&lang=en")
			loaded(t, tab, "a.arrow-link")
			// The last listener sees whether the browser would follow the link, and keeps it here.
			browsertest.Eval[bool](tab, `(window.ways = 0, window.addEventListener("click", (event) => {
				if (!event.defaultPrevented && event.target.matches("a.arrow-link")) { window.ways++; event.preventDefault(); }
			}), true)`)
			browsertest.Eval[bool](tab, `(() => { const a = document.querySelector("a.arrow-link"); `+tt.click+`; return true; })()`)
			wait(t, tab, `window.ways === 1`)
			settle(tab)
			if !browsertest.Eval[bool](tab, `window.ways === 1 && !document.querySelector("dialog")`) {
				t.Error("the link goes two ways, or the dialog is there")
			}
		})
	}
}

// TestRequestFromTheFrame fills in what is missing, in the frame, and goes on from there.
func TestRequestFromTheFrame(t *testing.T) {
	s, tab := newDialog(t, "es")
	frame := browsertest.Eval[string](tab, `document.querySelector("dialog iframe").src`)
	if !strings.HasPrefix(frame, s.lendlink+"/demo/confirm?") || !strings.Contains(frame, "lang=es") {
		t.Errorf("the frame shows %s", frame)
	}
	t.Run("its button opens the form in place of Primo", func(t *testing.T) {
		s, tab := newDialog(t, "en")
		inside := tab.Frame(s.lendlink + "/demo/confirm?")
		browsertest.Eval[bool](inside, `(document.querySelector('[name="page"]').value = "204-219", true)`)
		wait(t, tab, fmt.Sprintf(`document.querySelector("dialog iframe").offsetHeight == %d`,
			browsertest.Eval[int](inside, `Math.ceil(document.documentElement.getBoundingClientRect().height)`)))
		button := browsertest.Eval[[2]float64](inside, `(() => {
			const r = document.querySelector("#request .button:not(.button-quiet)").getBoundingClientRect();
			return [r.x + r.width / 2, r.y + r.height / 2];
		})()`)
		frame := browsertest.Eval[[2]float64](tab, fmt.Sprintf(`(() => {
			const dialog = document.querySelector("dialog"), frame = dialog.querySelector("iframe");
			dialog.scrollTop = %f - dialog.clientHeight / 2;
			const r = frame.getBoundingClientRect();
			return [r.x, r.y];
		})()`, button[1]))
		tab.Drawn()
		tab.ClickAt(frame[0]+button[0], frame[1]+button[1]) // only who clicks may leave Primo
		atForm := func(url string) bool {
			return strings.HasPrefix(url, "https://12345.account.worldcat.org/") && strings.Contains(url, "204")
		}
		for end := time.Now().Add(20 * time.Second); !slices.ContainsFunc(tab.Requests(), atForm); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("Primo's window asked for %q", tab.Requests())
			}
		}
	})
	t.Run("Primo's own navigation closes it", func(t *testing.T) {
		browsertest.Eval[bool](tab, `(history.pushState({}, "", "/discovery/search?lang=es"), true)`)
		wait(t, tab, `!document.querySelector("dialog")`)
	})
	t.Run("the page of the frame", func(t *testing.T) {
		// What is not Primo may not show it in a frame, and alone it is a page like others.
		tab.Open(frame)
		if browsertest.Eval[bool](tab, `document.body.classList.contains("embedded")`) {
			t.Error("the page fills a window and is made for a frame")
		}
	})
}

// TestMessagesFromElsewhereDoNothing sends what the script would, from elsewhere.
func TestMessagesFromElsewhereDoNothing(t *testing.T) {
	_, tab := newDialog(t, "en")
	browsertest.Eval[bool](tab, `(window.postMessage({lendlink: "close"}, "*"), window.dispatchEvent(new MessageEvent("message", {data: {lendlink: "close"}, origin: "https://evil.example"})), true)`)
	settle(tab)
	if !browsertest.Eval[bool](tab, `!!document.querySelector("dialog[open]")`) {
		t.Error("a message from elsewhere closes the dialog")
	}
}

// TestDialogOnScreens draws the note and the dialog as patrons meet them, to be looked at.
func TestDialogOnScreens(t *testing.T) {
	screens := []struct {
		name    string
		options browsertest.Options
		rtl     bool
	}{
		{"phone", browsertest.Options{Width: 390, Height: 780, Mobile: true}, false},
		{"dark", browsertest.Options{Width: 1000, Height: 800, Dark: true}, false},
		{"rtl", browsertest.Options{Width: 1000, Height: 800}, true},
	}
	for _, page := range interfaces {
		s := newRecord(t, notes, incompleteLink)
		s.set(func() {
			s.active = []loan{own("A", 1), ill("A History of Dredging in the Estuaries of the North Sea", 2)}
		})
		for _, screen := range screens {
			t.Run(page.name+"/"+screen.name, func(t *testing.T) {
				tab := browsertest.Start(t).Tab(t, screen.options)
				turn := func() {
					if screen.rtl {
						browsertest.Eval[bool](tab, `(document.documentElement.dir = "rtl", true)`)
					}
				}
				tab.Open(s.primo + page.path + "/search?lang=en")
				wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
				turn()
				tab.Click(".to-account")
				wait(t, tab, `document.querySelector(".lendlink-note")`)
				settle(tab)
				tab.Screenshot("primo-" + page.name + "-notes-" + screen.name)
				if !browsertest.Eval[bool](tab, `document.documentElement.scrollWidth <= innerWidth`) {
					t.Error("the note makes the page wider than the screen")
				}
				tab.Open(s.primo + page.path + "/fulldisplay?docid=alma1&lang=en")
				loaded(t, tab, page.link)
				turn()
				openDialog(t, tab, page.link)
				settle(tab)
				tab.Screenshot("primo-" + page.name + "-dialog-" + screen.name)
				if !browsertest.Eval[bool](tab, `document.querySelector("dialog").getBoundingClientRect().width <= innerWidth`) {
					t.Error("the dialog is wider than the screen")
				}
			})
		}
	}
}

// TestTryOutPage opens the setup guide's own pages, on which the script runs under our policy.
func TestTryOutPage(t *testing.T) {
	s := newSite(t, notes)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, look := range []string{"", "?look=nde"} {
		tab.Open(s.lendlink + "/demo/setup/primo/account" + look)
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 1`)
		openDialog(t, tab, `a[href*="/openurl?"]`)
		tab.Press("Escape")
		wait(t, tab, `!document.querySelector("dialog")`)
	}
}
