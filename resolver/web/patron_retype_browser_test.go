package web_test

import (
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
)

// formValue returns what is in a field of the page's form.
func formValue(tab *browsertest.Tab, name string) string {
	return browsertest.Eval[string](tab, `document.getElementById("request").elements.namedItem("`+name+`").value`)
}

// The titles move as the type is clicked, back again without loss, and the form sends them.
func TestTitlesMoveWithTheType(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/confirm?" + chapterLink + "&rft.pages=211-234")
	tab.Click("summary")
	tab.Click(`[value="book"]`)
	if got := formValue(tab, "title"); got != "Handbook of Harbour Law" {
		t.Errorf("the book is called %q", got)
	}
	tab.Click(`[value="chapter"]`)
	if got := formValue(tab, "title") + " in " + formValue(tab, "container-title"); got != "Pilots, Tugs and the Duty of Care in Handbook of Harbour Law" {
		t.Errorf("the chapter is %q", got)
	}
	tab.Click(`[value="book"]`)
	checkWithAxe(t, tab, "retyped")
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft.genre=book", "rft.btitle=Handbook of Harbour Law", "rft.isbn=9781786439154")
}

// Without a script the titles move when the form is sent, and a book's page leads to a chapter of it.
func TestTitlesMoveWithoutScript(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{NoScript: true})
	tab.Open(base + "/confirm?" + chapterLink + "&rft.pages=211-234")
	tab.Click("summary")
	tab.Click(`[value="book"]`)
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft.genre=book", "rft.btitle=Handbook of Harbour Law", "rft.isbn=9781786439154")
	tab.Open(base + "/confirm?rft.genre=book&rft.btitle=Handbook+of+Harbour+Law&rft.isbn=9781786439154")
	checkWithAxe(t, tab, "only-chapter-offered")
	tab.Follow(`[name="step"][value="chapter"]`)
	checkWithAxe(t, tab, "only-chapter")
	tab.Type("#title", "Pilots")
	tab.Type("#page", "211")
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft.genre=bookitem", "rft.atitle=Pilots", "rft.btitle=Handbook of Harbour Law")
}

// Enter reads the paste box, Shift and Enter break the line, and the type of a DOI alone is
// chosen with the fields open.
func TestEnterReadsPaste(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/")
	checkWithAxe(t, tab, "blank")
	tab.Type("#paste", "doi:10.5555/hhl")
	tab.Press("Shift+Enter")
	if got := formValue(tab, "paste"); got != "doi:10.5555/hhl\n" {
		t.Fatalf("the box has %q", got)
	}
	tab.Type("#paste", "10.5555/hhl.2019.00021")
	tab.PressFollow("Enter")
	checkWithAxe(t, tab, "identifier-alone")
	if got := formValue(tab, "type"); got != "article-journal" {
		t.Errorf("the type chosen is %q", got)
	}
	if !browsertest.Eval[bool](tab, `document.querySelector("#title").checkVisibility()`) {
		t.Error("the fields are closed")
	}
	if got := browsertest.Eval[string](tab, `document.querySelector(".citation-numbers a").href`); got != "https://doi.org/10.5555/hhl.2019.00021" {
		t.Errorf("the DOI leads to %q", got)
	}
}

// A logo that cannot be loaded leaves no hole, and on a closed library's page the item can be copied.
func TestFailedLogoAndCopyWhileClosed(t *testing.T) {
	var lib *library.Library
	base := site(t, func(l *library.Library) {
		lib = l
		l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3)}
	})
	lib.Brand.Logo = base + "/no-such-logo.png"
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/openurl?" + chapterLink)
	const width = `document.querySelector(".site-logo img").getBoundingClientRect().width`
	if got := browsertest.Eval[float64](tab, width); got != 0 {
		t.Errorf("the logo that failed is %v pixels wide", got)
	}
	checkWithAxe(t, tab, "closed-copy")
	lib.Brand.Logo = browsertest.Eval[string](tab, `document.querySelector("link[rel=icon]").href`)
	other := browsertest.Start(t).Tab(t, browsertest.Options{})
	other.Open(base + "/openurl?" + chapterLink)
	if got := browsertest.Eval[float64](other, width); got < 40 {
		t.Errorf("the logo is %v pixels wide", got)
	}
	checkWithAxe(t, other, "closed-logo")
	tab.Click(`[data-copy="plain"]`)
	got := browsertest.Eval[string](tab, `(() => {
		const box = document.getElementById("plain");
		return getSelection().toString() || box.value.slice(box.selectionStart, box.selectionEnd);
	})()`)
	if got == "" || got != tab.Text("#plain") && got != formText(tab, "plain") {
		t.Errorf("selected is %q", got)
	}
}

func formText(tab *browsertest.Tab, id string) string {
	return browsertest.Eval[string](tab, `document.getElementById("`+id+`").value`)
}
