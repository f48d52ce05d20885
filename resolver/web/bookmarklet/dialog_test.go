package bookmarklet_test

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
	"lendlink/resolver/web/bookmarklet"
)

// links returns the addresses that the dialog offers.
const links = `[...document.querySelector("#lendlink-ask").shadowRoot.querySelectorAll("a")].map(a => a.href)`

// closed waits for the dialog to go, twenty seconds at most, and returns the page's markup.
const closed = `(async () => {
	for (let i = 0; i < 1000 && document.querySelector("#lendlink-ask"); i++) await new Promise(r => setTimeout(r, 20));
	return document.documentElement.outerHTML;
})()`

func TestSeveralItemsAreChosenByKeyboard(t *testing.T) {
	base := site(t)
	for _, test := range []struct {
		name, path string
		count      int
		first      string // accessible name of the first
		second     []string
	}{
		{"article with forty citations", "/?page=article", 40, "Lighthouses of district 1 Marsh, Coasts Observed, 1961",
			[]string{"ctx_ver=Z39.88-2004", journal, "rft.genre=article", "rft.jtitle=Journal of Shore Studies", "rft.atitle=Ferries, part 2",
				"rft.volume=1", "rft.pages=1-10", "rft.date=1962", "rft.aulast=Quill", "rft.aufirst=Bo"}},
		{"strict content security policy", "/?page=works&csp", 2, "Fog Signals Dov Tern, 2020",
			[]string{journal, "rft.genre=article", "rft.atitle=Buoys at Rest", "rft.jtitle=Journal of Shore Studies", "rft.au=Gita Brandt",
				"rft.date=1998-04", "rft.issn=1234-5679", "rft.volume=7", "rft.issue=2", "rft.pages=101-119"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + test.path)
			before := browsertest.Eval[string](tab, "document.documentElement.outerHTML")
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			browsertest.Eval[struct{}](tab, script(t, base+"/demo")) // clicked twice: still one dialog
			if got := browsertest.Eval[int](tab, `document.querySelectorAll("#lendlink-ask").length`); got != 1 {
				t.Errorf("%d dialogs", got)
			}
			if got := browsertest.Eval[[]string](tab, links); len(got) != test.count {
				t.Errorf("%d items offered, want %d", len(got), test.count)
			}
			if got := browsertest.Eval[string](tab, `getComputedStyle(document.querySelector("#lendlink-ask").shadowRoot.querySelector("dialog")).borderRadius`); got != "14px" {
				t.Errorf("the dialog has no style: %s", got)
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			tab.Screenshot("bookmarklet/" + strings.ReplaceAll(test.name, " ", "-"))
			if got := tab.Focused(); got != test.first {
				t.Errorf("focus on %q, want %q", got, test.first)
			}
			tab.Press("Escape")
			if after := browsertest.Eval[string](tab, closed); after != before {
				t.Error("the closed dialog leaves something behind")
			}
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			tab.Press("Tab")
			opened := tab.Opened(func() { tab.Press("Enter") })
			if diff := cmp.Diff(test.second, pairs(t, base, opened.Location())); diff != "" {
				t.Errorf("OpenURL (-want +got):\n%s", diff)
			}
		})
	}
}

// heading is what the dialog says above its links.
const heading = `document.querySelector("#lendlink-ask").shadowRoot.querySelector("h2").textContent`

func TestPageWithoutPopups(t *testing.T) {
	const forbidden = "The link opens in this tab."
	base := site(t)
	for _, test := range []struct {
		name, page string
		before     string // what is said at first
	}{
		{"one item", "chapter", forbidden},
		{"several items", "works", "Which item do you want?"},
		{"nothing", "bare", forbidden},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + "/?sandbox&page=" + test.page)
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			if got := browsertest.Eval[string](tab, heading); got != test.before {
				t.Errorf("says %q, want %q", got, test.before)
			}
			if test.before != forbidden {
				tab.Press("Enter")
				if got := browsertest.Eval[string](tab, heading); got != forbidden {
					t.Errorf("then says %q, want %q", got, forbidden)
				}
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			first := browsertest.Eval[[]string](tab, links)[0]
			tab.PressFollow("Enter")
			if got := tab.Location(); got != first {
				t.Errorf("opened %s, want %s", got, first)
			}
		})
	}
}

// The dialog is in the browser's language where the library has it, else in the first.
func TestDialogIsInTheLibrarysLanguages(t *testing.T) {
	base := site(t)
	all := texts(t)
	for _, test := range []struct {
		browser string
		library []string
		want    string
	}{
		{"de-AT", []string{"en", "de"}, "Welchen Titel möchten Sie?"},
		{"fr", []string{"es", "de"}, "¿Qué documento desea?"},
		{"fr", []string{"es", "fr"}, "Quel document souhaitez-vous ?"},
	} {
		t.Run(test.browser+" "+test.want, func(t *testing.T) {
			var offered []bookmarklet.Texts
			for _, language := range test.library {
				i := slices.IndexFunc(all, func(t bookmarklet.Texts) bool { return t.Language == language })
				offered = append(offered, all[i])
			}
			href, err := bookmarklet.Href(source(t), base+"/demo", offered)
			if err != nil {
				t.Fatal(err)
			}
			run, err := url.PathUnescape(html.UnescapeString(strings.TrimPrefix(strings.Trim(string(href), `"`), `href="javascript:`)))
			if err != nil {
				t.Fatal(err)
			}
			tab := browsertest.Start(t).Tab(t, browsertest.Options{Language: test.browser})
			tab.Open(base + "/?page=works")
			browsertest.Eval[struct{}](tab, run)
			if got := browsertest.Eval[string](tab, heading); got != test.want {
				t.Errorf("asks %q, want %q", got, test.want)
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			tab.Screenshot("bookmarklet/in-" + test.browser)
		})
	}
}
