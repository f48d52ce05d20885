package browsertest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

const notes = `loans: {note: {en: "This is an **interlibrary** loan. [Renew it](https://univ.edu/renew).", es: "Préstamo interbibliotecario."}, ` +
	`account: "https://12345.account.worldcat.org/account", request_number: true, renew: hide}`

const english = " | This is an interlibrary loan. Renew it. Your requests and loans Request number: "

func TestClassicNotes(t *testing.T) {
	s := newSite(t, notes)
	s.set(func() {
		s.custom = s.pasted(t)
		s.active = []loan{own("A", 1), ill("B", 2), own("C", 3), ill("Tides &amp; <b>", 4)}
	})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(s.primo + "/discovery/account?lang=en")
	wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
	settle(tab)
	tab.Screenshot("primo-classic-notes")
	want := []string{"A", "B" + english + "21712", "C", "Tides &amp; <b>" + english + "21714"}
	if diff := cmp.Diff(want, rowsWithNotes(tab)); diff != "" {
		t.Errorf("notes differ (-want +got):\n%s", diff)
	}
	t.Run("the button to renew and the link of the title are gone there alone", func(t *testing.T) {
		want := []string{"true true", "false false", "true true", "false false"}
		got := browsertest.Eval[[]string](tab, `[...document.querySelectorAll("prm-loan")].map((row) =>
			row.querySelector("button.button-link").checkVisibility() + " " + !!row.querySelector("h3 a").href)`)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("button and link differ (-want +got):\n%s", diff)
		}
	})
	t.Run("a link of the note", func(t *testing.T) {
		got := browsertest.Eval[[]string](tab, `[...document.querySelector(".lendlink-note").querySelectorAll("a")].map((a) => a.href)`)
		if want := []string{"https://univ.edu/renew", "https://12345.account.worldcat.org/account"}; !slices.Equal(got, want) {
			t.Errorf("links lead to %q; want %q", got, want)
		}
	})
	t.Run("nothing leaves the browser", func(t *testing.T) {
		for _, address := range tab.Requests() {
			if !strings.HasPrefix(address, s.primo+"/") {
				t.Errorf("the page asked for %s", address)
			}
		}
		if requests := s.lendlinkRequests(); len(requests) > 0 {
			t.Errorf("Lendlink was asked for %q", requests)
		}
	})
	t.Run("the page has no errors of axe that it has not without", func(t *testing.T) {
		for _, v := range tab.Axe() {
			if strings.Contains(v.String(), "lendlink") {
				t.Error(v)
			}
		}
	})
}
