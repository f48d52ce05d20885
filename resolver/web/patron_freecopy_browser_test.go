package web_test

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
)

// A free copy in the ways in which a page can be met: by language, on a phone, in the dark.
func TestFreeCopyInABrowser(t *testing.T) {
	server := httptest.NewServer(newFreeServer(t, library.ShowAlways, knows(t, freeArticle, freeBook)))
	t.Cleanup(server.Close)
	browser := browsertest.Start(t)
	phone := browsertest.Options{Width: 320, Height: 640, Mobile: true}
	for _, tt := range []struct {
		name, link string
		options    browsertest.Options
	}{
		{"en", wholeArticle, browsertest.Options{}},
		{"es-phone", wholeArticle + "&lang=es", phone},
		{"fr-phone-book", partOfABook + "&lang=fr", phone},
		{"de-dark", wholeArticle + "&lang=de", browsertest.Options{Dark: true}},
		{"forced-colors", wholeArticle, browsertest.Options{ForcedColors: true}},
	} {
		tab := browser.Tab(t, tt.options)
		tab.Open(server.URL + "/north/openurl?" + tt.link)
		checkWithAxe(t, tab, "free-copy-"+tt.name)
		if text := tab.Text(".free-copy"); !strings.Contains(text, "repository.example.edu") && !strings.Contains(text, "directory.doabooks.org") {
			t.Errorf("%s: %q does not say where the copy is", tt.name, text)
		}
	}
}

// The script reports that the copy was taken, once, and nothing of which it was. Without it
// the link is a link.
func TestTakenCopyIsCountedOnce(t *testing.T) {
	server := httptest.NewServer(newFreeServer(t, library.ShowOnPage, knows(t, freeArticle, "")))
	t.Cleanup(server.Close)
	browser := browsertest.Start(t)
	tab := browser.Tab(t, browsertest.Options{})
	tab.Open(server.URL + "/north/confirm?" + wholeArticle)
	// The click is counted, and leads to no other host.
	browsertest.Eval[bool](tab, `addEventListener("click", (event) => event.preventDefault()), true`)
	tab.Click(".free-copy .button")
	tab.Click(".free-copy .button")
	browsertest.Eval[bool](tab, `fetch("/static/icon.svg").then(() => true)`)
	sent := slices.DeleteFunc(tab.Requests(), func(address string) bool { return !strings.Contains(address, "free-copy") })
	if len(sent) != 1 || sent[0] != server.URL+"/north/free-copy" {
		t.Errorf("the browser reports %q", sent)
	}
	plain := browser.Tab(t, browsertest.Options{NoScript: true})
	plain.Open(server.URL + "/north/confirm?" + wholeArticle)
	if text := plain.Text(".free-copy .button"); text != "Read it now" {
		t.Errorf("without a script the button says %q", text)
	}
}
