package web_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
)

// Here patrons go the whole way in a real browser. Every page that they meet is
// looked at by axe, must fit its screen and load nothing from elsewhere, and
// leaves a screenshot for people to look at.

func TestChapterWithoutPages(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{NoScript: true})
	tab.Open(base + "/openurl?" + chapterLink)
	checkWithAxe(t, tab, "confirm")
	tab.Type("#page", "211-34")
	tab.Follow(".request .button")
	arrived(t, tab, "rft.genre=bookitem", "rft.pages=211-234", "rft.btitle=Handbook of Harbour Law", "rft.isbn=9781786439154")
}

func TestOnPhone(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{Width: 320, Height: 640, Mobile: true})
	tab.Open(base + "/confirm?" + chapterLink)
	tab.Click("summary")
	checkWithAxe(t, tab, "phone")
	tab.Click(`[value="article-journal"]`)
	if got := tab.Text(`label[for="title"]`); got != "Article title" {
		t.Errorf("the title is called %q", got)
	}
	if browsertest.Eval[bool](tab, `document.querySelector("#ISBN").checkVisibility()`) {
		t.Error("an article is asked for its ISBN")
	}
	tab.Open(base + "/")
	checkWithAxe(t, tab, "phone-blank")
}

func TestEveryLanguage(t *testing.T) {
	base := site(t, func(l *library.Library) {
		l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2026, 11, 30), Message: library.OneText("The stacks are moving."), Accept: true}
	})
	headings := map[string]string{"en": "Is this what you need?", "es": "¿Es esto lo que necesita?", "fr": "Est-ce bien le document recherché\u202f?", "de": "Ist das der gesuchte Titel?"}
	days := map[string]string{"en": "November 20, 2026", "es": "20 de noviembre de 2026", "fr": "20 novembre 2026", "de": "20. November 2026"}
	for _, language := range library.Languages {
		t.Run(language, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{Language: language})
			tab.Open(base + "/openurl?" + chapterLink)
			if got := tab.Text("h1"); got != headings[language] {
				t.Errorf("says %q", got)
			}
			if got := tab.Text(".notice strong"); !strings.Contains(got, days[language]) {
				t.Errorf("says %q, want %q in it", got, days[language])
			}
			tab.Click("summary")
			checkWithAxe(t, tab, "language-"+language)
			tab.Type("#ISBN", "12")
			tab.PressFollow("Enter")
			checkWithAxe(t, tab, "language-"+language+"-errors")
		})
	}
}

func TestLanguageSwitchKeepsLinkAndTyping(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/confirm?" + chapterLink)
	tab.Type("#page", "211ff?")
	tab.Follow(`[name="speak"][value="de"]`)
	if got := browsertest.Eval[string](tab, `document.querySelector("#page").value`); got != "211ff?" {
		t.Errorf("the pages typed are %q", got)
	}
	tab.Back()
	if got := tab.Text("h1"); got != "Is this what you need?" {
		t.Errorf("back, the page says %q", got)
	}
	tab.Type("#page", "211ff?")
	tab.Follow(`[name="speak"][value="de"]`)
	if got := tab.Text(".citation-title"); got != "Pilots, Tugs and the Duty of Care" {
		t.Errorf("shows %q", got)
	}
	tab.Open(tab.Location()) // as reload does: the page answers no form
	if got := browsertest.Eval[string](tab, `document.documentElement.lang + document.querySelector("#page").value`); got != "de211ff?" {
		t.Errorf("reloaded, language and pages are %q", got)
	}
	tab.Type("#page", "211ff?")
	tab.Type("#ISBN", "12")
	tab.PressFollow("Enter")
	tab.Follow(`[name="speak"][value="fr"]`)
	if got := browsertest.Eval[string](tab, `document.documentElement.lang + document.querySelector("#ISBN").value`); got != "fr12" {
		t.Errorf("language and ISBN are %q", got)
	}
	if got := tab.Text("#error-ISBN"); !strings.HasPrefix(got, "Cet ISBN n’est pas valide.") {
		t.Errorf("says of the ISBN %q", got)
	}
	checkWithAxe(t, tab, "switched")
}

func TestErrorsCanBeCorrected(t *testing.T) {
	base := site(t, nil)
	for _, dark := range []bool{false, true} {
		name := map[bool]string{false: "errors", true: "errors-dark"}[dark]
		t.Run(name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{Dark: dark})
			tab.Open(base + "/confirm?" + chapterLink)
			tab.Click("summary")
			tab.Type("#issued", "soon")
			tab.Type("#ISBN", "9781786439155")
			tab.Follow(".request .actions .button")
			focused(t, tab, "Year or date (optional)")
			checkWithAxe(t, tab, name)
			if dark {
				return
			}
			tab.Type("#issued", "2020")
			tab.Click(`.error-summary a[href="#ISBN"]`)
			if got := tab.Focused(); got != "ISBN (optional)" {
				t.Errorf("the summary leads to %q", got)
			}
			tab.Type("#ISBN", "978-1-78643-915-4")
			tab.PressFollow("Enter")
			arrived(t, tab, "rft.date=2020", "rft.isbn=9781786439154")
		})
	}
}

func TestByKeyboardAlone(t *testing.T) {
	base := site(t, func(l *library.Library) { l.CheckFirst = nil })
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/confirm?" + chapterLink)
	tab.Press("Tab")
	if got := tab.Focused(); got != "Skip to main content" {
		t.Errorf("the first stop is %q", got)
	}
	tab.Press("Enter", "Tab")
	if got := tab.Focused(); got != "Pages" {
		t.Errorf("after the skip link comes %q", got)
	}
	tab.Press("7", "Tab", "Enter", "Tab")
	if got := tab.Focused(); got != "Chapter" {
		t.Errorf("after the details are opened comes %q", got)
	}
	tab.Screenshot("patron/keyboard")
	tab.Press("ArrowUp")
	if got := tab.Text(`label[for="title"]`); got != "Title" {
		t.Errorf("a book's title is called %q", got)
	}
	tab.Press("ArrowDown", "Tab")
	if got := tab.Focused(); got != "Chapter title" {
		t.Errorf("after the types comes %q", got)
	}
	for range 30 {
		if tab.Focused() == "Continue to the practice form" {
			break
		}
		tab.Press("Tab")
	}
	tab.PressFollow("Enter")
	arrived(t, tab, "rft.pages=7", "rft.genre=bookitem")
}

func TestAskAndBlank(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/openurl?rft.title=Pilots+and+Tugs&rft_val_fmt=info:ofi/fmt:kev:mtx:dc")
	checkWithAxe(t, tab, "ask")
	tab.Open(base + "/openurl?rft.title=")
	checkWithAxe(t, tab, "nothing")
	tab.Type("#paste", "978-0-306-40615-8")
	tab.Follow(".paste .button")
	focused(t, tab, "Paste a reference, DOI, ISBN or link")
	checkWithAxe(t, tab, "unread")
	tab.Type("#paste", "https://doi.org/10.5555/hhl.2019.00021")
	tab.Follow(".paste .button")
	checkWithAxe(t, tab, "read")
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft_id=info:doi/10.5555/hhl.2019.00021")
	tab.Open(base + "/nowhere")
	checkWithAxe(t, tab, "error")
}

func TestClosed(t *testing.T) {
	for _, accept := range []bool{true, false} {
		name := map[bool]string{true: "closed", false: "closed-stopped"}[accept]
		t.Run(name, func(t *testing.T) {
			base := site(t, func(l *library.Library) {
				l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3), Message: library.OneText("We are closed over the holidays."), Accept: accept}
			})
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			// A link with everything, which would lead straight to the form.
			tab.Open(base + "/openurl?" + chapterLink + "&rft.pages=211-234")
			checkWithAxe(t, tab, name)
			if ways := browsertest.Eval[int](tab, `document.querySelectorAll("form").length`); (ways > 0) != accept {
				t.Errorf("%d ways on", ways)
			}
		})
	}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func TestPagesInEveryDisplayMode(t *testing.T) {
	for _, tc := range []struct {
		name    string
		options browsertest.Options
		color   string
		check   func(*testing.T, *browsertest.Tab, string)
	}{
		{"dark", browsertest.Options{Dark: true}, "#000000", checkWithAxe},
		{"yellow", browsertest.Options{}, "#ffd700", checkWithAxe},
		{"no-brand", browsertest.Options{}, "", checkWithAxe},
		{"no-brand-dark", browsertest.Options{Dark: true}, "", checkWithAxe},
		{"zoom-200", browsertest.Options{Width: 640, Height: 400}, "#7a0019", checkWithAxe},
		{"forced-colors", browsertest.Options{ForcedColors: true, Dark: true}, "#7a0019", checkWithAxe},
		{"print", browsertest.Options{Print: true, Width: 800, Height: 1000}, "#7a0019", checkWithAxe},
		{"print-dark", browsertest.Options{Print: true, Dark: true, Width: 800, Height: 1000}, "#7a0019", checkWithAxe},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var lib *library.Library
			base := site(t, func(l *library.Library) { lib = l })
			lib.Brand = library.Brand{Color: tc.color, Logo: strings.TrimSuffix(base, "demo") + "static/icon.svg"}
			tab := browsertest.Start(t).Tab(t, tc.options)
			tab.Open(base + "/confirm?" + chapterLink)
			if !tc.options.Print {
				tab.Click("summary")
			} else if browsertest.Eval[bool](tab, `document.querySelector(".button").checkVisibility() || !document.querySelector("#page").checkVisibility()`) {
				t.Error("paper has buttons, or no field to fill in by hand")
			}
			tc.check(t, tab, tc.name)
		})
	}
}

func TestRightToLeft(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/confirm?" + chapterLink)
	browsertest.Eval[string](tab, `document.documentElement.dir = "rtl"`)
	tab.Click("summary")
	checkPage(t, tab, "right-to-left")
}

func TestHostileLinks(t *testing.T) {
	names := make([]string, 500)
	for i := range names {
		names[i] = fmt.Sprintf("rft.au=Family%d,+Given", i)
	}
	script := `"><script>document.title="pwned"</script><img src=x onerror="document.title='pwned'">`
	everywhere := url.Values{}
	for _, key := range []string{"rft.btitle", "rft.atitle", "rft.aulast", "rft.date", "rft.volume", "rft.issue", "rft.pages", "rft.edition", "rft.pub",
		"rft.place", "rft.series", "rft.isbn", "rft.issn", "rft_id", "rfr_id", "lang"} {
		everywhere.Set(key, script)
	}
	for _, tc := range []struct{ name, link string }{
		{"script", "rft.genre=bookitem&" + everywhere.Encode()},
		{"attribute", "rft.genre=article&rft_id=info:doi/javascript:alert(1)&rft.doi=javascript:alert(1)&rft.atitle=" +
			url.QueryEscape(`" onfocus="document.title='pwned'" autofocus="`)},
		{"bidi", "rft.genre=book&rft.title=" + url.QueryEscape("safe\u202egnp.exe\u2066 title \u05d0\u05d1 (1999)") + "&rft.au=%E2%80%AEetaR"},
		{"long-title", "rft.genre=book&rft.title=" + strings.Repeat("Harbour+", 1250)},
		{"long-word", "rft.genre=book&rft.title=" + strings.Repeat("x", 10_000)},
		{"nul-and-500-authors", "rft.genre=book&rft.title=Every%00body%00&" + strings.Join(names, "&")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			base := site(t, nil)
			tab := browsertest.Start(t).Tab(t, browsertest.Options{Width: 800, Height: 600})
			tab.Open(base + "/confirm?" + tc.link)
			if open := browsertest.Eval[bool](tab, `!!document.querySelector("summary")`); open {
				tab.Click("summary")
			}
			checkPage(t, tab, "hostile-"+tc.name)
			if title := browsertest.Eval[string](tab, "document.title"); strings.HasPrefix(title, "pwned") {
				t.Fatal("the link's script ran")
			}
			tab.Follow(".request .actions .button")
			if u, err := url.Parse(tab.Location()); err != nil || !strings.HasPrefix(tab.Location(), base) || u.Path != "/demo/practice" && u.Path != "/demo/request" {
				t.Errorf("leads to %s", tab.Location())
			}
			if title := browsertest.Eval[string](tab, "document.title"); strings.HasPrefix(title, "pwned") {
				t.Error("the link's script ran on the next page")
			}
		})
	}
}

// A bibliography is pasted, one of its references is chosen, and Back leads to the choice.
func TestPastedBibliography(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/")
	// Pasted, not typed: the Enter key reads what is there.
	browsertest.Eval[string](tab, `document.querySelector("#paste").value =
		"Roe, B. (2001). Lamps. London: Faber.\n\nRuiz, A. (2019). Tugs. Harbour Law, 3(1), 12-34."`)
	tab.Follow(".paste .button")
	checkWithAxe(t, tab, "choose")
	tab.Follow(".choices li:first-child .button")
	tab.Back()
	tab.Follow(".choices li:last-child .button")
	checkWithAxe(t, tab, "chosen")
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft.atitle=Tugs", "rft.jtitle=Harbour Law", "rft.volume=3", "rft.aulast=Ruiz")
}

// What was selected on a page comes from the bookmarklet in the fragment, and is read.
func TestTextInFragmentIsRead(t *testing.T) {
	base := site(t, nil)
	for text, want := range map[string]string{
		"Ruiz, A. (2019). Tugs & tows of the inner harbour. *Harbour Law*, 3(1), 12–34.": "Tugs & tows of the inner harbour",
		"Edges of the sea": "Edges of the sea",
	} {
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(base + "/#paste=" + url.PathEscape(text))
		if got := tab.Text(".citation-title"); got != want { // once the next page is there
			t.Errorf("reads %q, want %q", got, want)
		}
		if got := tab.Location(); !strings.Contains(got, "/confirm?") {
			t.Errorf("leads to %s", got)
		}
	}
}
