package web_test

import (
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// oddChapter has something to show in every part of the inspection.
const oddChapter = "rft.genre=bookitem&rft.object_type=BOOK&rft.btitle=Handbook+of+Harbour+Law&rft.atitle=Pilots%2C+Tugs+and+the+Duty+of+Care" +
	"&rft.stitle=&rft.au=Nakagawa-Ruiz%2C+Aiko&rft.date=2019&rft.place=Chelt%E9nham&rft.pages=211-34&rft.isbn=0306406153&req_id=p4711&rfr_id=info%3Asid%2Fprimo"

// serveDemo returns the address of a running server with the demo library.
func serveDemo(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(newServer(t, demo))
	t.Cleanup(server.Close)
	return server.URL
}

// tabTo presses Tab until the focus is on an element of this name.
func tabTo(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	const most = 80
	for range most {
		tab.Press("Tab")
		if tab.Focused() == name {
			return
		}
	}
	t.Fatalf("no element %q within %d presses of Tab", name, most)
}

// value is what a field holds.
func value(tab *browsertest.Tab, id string) string {
	return browsertest.Eval[string](tab, `document.getElementById("`+id+`").value`)
}

// cutBoxes are the ids of the boxes that show less than all lines of a text to copy: as
// they are, and where the browser does not fit a box to its text.
const cutBoxes = `["content", "fixed"].flatMap((sizing) => [...document.querySelectorAll(".copy textarea")].filter((box) => {
	box.style.fieldSizing = sizing;
	return box.scrollHeight > box.clientHeight + 1;
}).map((box) => sizing + " " + box.id))`

// clipboard lets the page write to a clipboard, and returns what was written. Buttons keep
// what they say then, on a machine that needs longer to look than they wait.
const clipboard = `Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
	const { setTimeout: later } = window;
	window.setTimeout = (work, time) => time === 3000 || later(work, time)`

func TestStaffPagesInABrowser(t *testing.T) {
	base := serveDemo(t)
	pages := map[string]string{
		"inspect":  "/demo/inspect?" + oddChapter,
		"paste":    "/demo/inspect",
		"setup":    "/demo/setup",
		"alma":     "/demo/setup/alma",
		"tipasa":   "/demo/setup/tipasa",
		"sources":  "/demo/setup/sources",
		"pages":    "/demo/setup/pages?type=chapter&title=Tugs&container-title=Handbook&author=Ruiz",
		"examples": "/demo/setup/pages/examples",
		"tools":    "/demo/setup/tools",
		"test":     "/demo/setup/test",
		"stats":    "/demo/stats",
	}
	looked := []string{"inspect", "pages"} // pictures of these are kept
	desktop := browsertest.Start(t).Tab(t, browsertest.Options{})
	phone := browsertest.Start(t).Tab(t, browsertest.Options{Width: 320, Height: 640, Mobile: true})
	for name, path := range pages {
		desktop.Open(base + path)
		if slices.Contains(looked, name) {
			desktop.Screenshot("staff/" + name)
		}
		for _, v := range desktop.Axe() {
			t.Errorf("%s: %s", name, v)
		}
		for _, box := range browsertest.Eval[[]string](desktop, cutBoxes) {
			t.Errorf("%s: a box hides lines: %s", name, box)
		}
		phone.Open(base + path)
		if width := browsertest.Eval[int](phone, "document.documentElement.scrollWidth"); width > 320 {
			t.Errorf("%s: %d pixels wide on a phone of 320", name, width)
		}
		if slices.Contains(looked, name) {
			phone.Screenshot("staff/" + name + "-phone")
		}
	}
	// The colours are the same on all pages; this one has nearly all of them.
	dark := browsertest.Start(t).Tab(t, browsertest.Options{Dark: true})
	forced := browsertest.Start(t).Tab(t, browsertest.Options{ForcedColors: true, Dark: true})
	paper := browsertest.Start(t).Tab(t, browsertest.Options{Print: true, Width: 800, Height: 1000})
	for name, tab := range map[string]*browsertest.Tab{"dark": dark, "forced colours": forced, "paper": paper} {
		tab.Open(base + pages["inspect"])
		for _, v := range tab.Axe() {
			t.Errorf("%s: %s", name, v)
		}
	}
	for _, tab := range []*browsertest.Tab{desktop, phone, dark, forced, paper} {
		for _, request := range tab.Requests() {
			if !strings.HasPrefix(request, base) {
				t.Errorf("requested elsewhere: %s", request)
			}
		}
	}
}

func TestInspectByKeyboard(t *testing.T) {
	base := serveDemo(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/demo/inspect")
	tabTo(t, tab, "Link, HTML with COinS, or anything a patron pastes: a reference, DOI or ISBN")
	browsertest.Eval[struct{}](tab, `document.activeElement.value = `+"`https://elsewhere.example/openurl?"+oddChapter+"`;0")
	tabTo(t, tab, "Inspect")
	tab.PressFollow("Enter")
	if got := tab.Text(".citation-title"); got != "Pilots, Tugs and the Duty of Care" {
		t.Errorf("inspected %q", got)
	}
	if strings.Contains(browsertest.Eval[string](tab, "document.documentElement.outerHTML"), "p4711") {
		t.Error("the page tells who asked")
	}

	// As if chapters were sent as articles.
	tabTo(t, tab, "Send items of type “Chapter” as")
	tab.Press("ArrowDown")
	tabTo(t, tab, "Show")
	tab.PressFollow("Enter")
	if got := value(tab, "location"); !strings.Contains(got, "rft.genre=article") {
		t.Errorf("sent as %s", got)
	}

	// The permalink shows the same again.
	permalink := value(tab, "permalink")
	if strings.Contains(permalink, "p4711") || !strings.Contains(permalink, "lendlink.as.chapter=article") {
		t.Errorf("permalink %s", permalink)
	}
	location := value(tab, "location")
	tab.Open(permalink)
	if got := value(tab, "location"); got != location {
		t.Errorf("the permalink sends %s, want %s", got, location)
	}
}

func TestCopyButtons(t *testing.T) {
	base := serveDemo(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/demo/setup/alma")
	template := value(tab, "ges-template")
	if !strings.HasPrefix(template, base+"/demo/openurl?rft.genre={rft.genre}&") {
		t.Errorf("template %s", template)
	}
	browsertest.Eval[struct{}](tab, clipboard+";0")
	tabTo(t, tab, "Copy : URL Template")
	tab.Press("Enter")
	if got := browsertest.Eval[string](tab, "window.copied"); got != template {
		t.Errorf("copied %q", got)
	}
	if got := tab.Focused(); got != "Copied : URL Template" {
		t.Errorf("the focus is on %q, want the button", got)
	}
	if got := browsertest.Eval[string](tab, `document.querySelector("[role=status]").textContent`); got != "Copied to the clipboard." {
		t.Errorf("said %q", got)
	}

	// Without the clipboard, the text is selected, to be copied by hand.
	browsertest.Eval[struct{}](tab, `navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false;0`)
	tab.Click("[data-copy=ges-name]")
	if got := browsertest.Eval[string](tab, `document.querySelector("[role=status]").textContent`); !strings.Contains(got, "Ctrl+C") {
		t.Errorf("said %q", got)
	}
	if got := browsertest.Eval[string](tab, "getSelection().toString()"); got != "Lendlink: demo" {
		t.Errorf("selected %q", got)
	}
}

func TestSetupWithoutScript(t *testing.T) {
	base := serveDemo(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{NoScript: true})
	tab.Open(base + "/demo/setup/alma")
	if n := browsertest.Eval[int](tab, `[...document.querySelectorAll("button")].filter(b => b.checkVisibility()).length`); n > 0 {
		t.Errorf("%d buttons that do nothing", n)
	}
	tabTo(t, tab, "URL Template")
	if got := browsertest.Eval[string](tab, `(document.activeElement.select(), getSelection().toString())`); !strings.Contains(got, "{rft.genre}") {
		t.Errorf("selected %q", got)
	}
}

func TestBuilderByKeyboard(t *testing.T) {
	base := serveDemo(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/demo/setup/pages")
	tabTo(t, tab, "ISBN")
	tab.Press(strings.Split("0-226-45808-3", "")...)
	tabTo(t, tab, "Build the link")
	tab.PressFollow("Enter")
	address := value(tab, "address")
	if want := base + "/demo/openurl?rft.genre=book&rft.isbn=9780226458083&sid=library-page"; address != want {
		t.Errorf("built %s, want %s", address, want)
	}
	if n := browsertest.Eval[int](tab, `(async () => { const i = document.querySelector("img.qr"); await i.decode(); return i.naturalWidth; })()`); n == 0 {
		t.Error("the QR code does not show")
	}

	// The link and the button, pasted into a page, lead where the address does.
	for _, id := range []string{"link", "button"} {
		tab.Open(base + "/demo/setup/pages?ISBN=0226458083")
		browsertest.Eval[struct{}](tab, `document.querySelector("main").innerHTML = document.getElementById("`+id+`").value;0`)
		tab.Follow("main a, main button")
		got, err := url.Parse(tab.Location())
		if err != nil {
			t.Fatal(err)
		}
		if got.Path != "/demo/openurl" && got.Path != "/demo/practice" {
			t.Errorf("the %s leads to %s", id, got)
		}
	}
}

func TestExamplesLeadToRequests(t *testing.T) {
	base := serveDemo(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/demo/setup/pages/examples")
	links := browsertest.Eval[[]string](tab, `[...document.querySelectorAll("a.lendlink")].map(a => a.href)`)
	if len(links) != 6 {
		t.Errorf("%d links, want 6: %q", len(links), links)
	}
	for _, link := range links {
		if w := get(t, newServer(t, demo), strings.TrimPrefix(link, base)); w.Code >= 400 {
			t.Errorf("%s: status %d", link, w.Code)
		}
	}
}
