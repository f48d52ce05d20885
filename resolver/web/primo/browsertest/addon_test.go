package browsertest_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

// byAddOn serves the new interface with the add-on and without the script.
func byAddOn(t *testing.T) *site {
	t.Helper()
	s := newSite(t, `loans: {note: {en: Borrowed, es: Prestado}, request_number: true}`)
	s.set(func() {
		s.active = []loan{ill("A", 1), own("B", 2), ill("A", 3), own("A", 3)}
		s.history = []loan{ill("A", 4), own("C", 5)}
		s.csp = "default-src 'self'; script-src 'self' " + s.lendlink
	})
	return s
}

// slotNotes lists the rows of loans with the notes in them or in the place after them.
func slotNotes(tab *browsertest.Tab) []string {
	return browsertest.Eval[[]string](tab, `[...document.querySelectorAll("nde-loan")].map((row) => {
		const behind = [];
		for (let n = row.nextElementSibling; n && !n.matches("nde-loan"); n = n.nextElementSibling) behind.push(n);
		return row.querySelector("h3").innerText.trim() + [row, ...behind].flatMap((n) => [...n.querySelectorAll(".lendlink-note")])
			.map((n) => " | " + n.innerText.trim().replace(/\s+/g, " ")).join("");
	})`)
}

// TestAddOn loads the add-on as the host of the new interface does. It gets the loan of each
// row, so that equal titles are in no doubt.
func TestAddOn(t *testing.T) {
	want := []string{"A | Borrowed Request number: 21711", "B", "A | Borrowed Request number: 21713", "A"}
	for _, scene := range []string{"", "&name=anything", "&late", "&beside", "&twice", "&beside&twice", "&names"} {
		t.Run("scene "+scene, func(t *testing.T) {
			s := byAddOn(t)
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + "/nde/account?lang=en" + scene + "&addon=" + s.lendlink + "/demo/primo-addon/")
			wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
			settle(tab)
			if diff := cmp.Diff(want, slotNotes(tab)); diff != "" {
				t.Errorf("notes differ (-want +got):\n%s", diff)
			}
		})
	}
	t.Run("what patrons do", func(t *testing.T) {
		s := byAddOn(t)
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde/account?lang=en&addon=" + s.lendlink + "/demo/primo-addon/")
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
		tab.Screenshot("primo-nde-addon")
		tab.Click("button.history")
		wait(t, tab, `document.querySelectorAll("nde-loan").length == 2`)
		settle(tab)
		if diff := cmp.Diff([]string{"A", "C"}, slotNotes(tab)); diff != "" {
			t.Errorf("past loans: notes differ (-want +got):\n%s", diff)
		}
		tab.Click("button.active")
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
		tab.Click("button.spanish")
		wait(t, tab, `[...document.querySelectorAll(".lendlink-note")].every((n) => n.textContent.startsWith("Prestado"))`)
		// Primo adds another loan to the list that it passed, without passing it again.
		browsertest.Eval[bool](tab, `(() => {
			const host = document.querySelector("nde-loan-after-from-remote-0").hostComponent;
			host.loan = {loanid: "x", title: "B", mainlocationcode: "MAIN"};
			document.querySelector("nde-loan h3 a").textContent = "B";
			return true;
		})()`)
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 1`)
		if requests := s.lendlinkRequests(); !slices.Equal(requests, []string{"/demo/primo-addon/remoteEntry.js"}) {
			t.Errorf("Lendlink was asked for %q", requests)
		}
	})
	t.Run("a component that throws", func(t *testing.T) {
		s := byAddOn(t)
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde/account?lang=en&addon=" + s.lendlink + "/demo/primo-addon/")
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
		browsertest.Eval[bool](tab, `(() => {
			document.querySelectorAll("nde-loan-after-from-remote-0")[2].hostComponent = {get loan() { throw Error("theirs"); }};
			document.documentElement.lang = "es";
			return true;
		})()`)
		wait(t, tab, `document.querySelector(".lendlink-note").textContent.startsWith("Prestado")`)
		if got := slotNotes(tab); strings.Count(strings.Join(got, ""), "|") != 1 {
			t.Errorf("rows %q; want a note in the first alone", got)
		}
	})
	t.Run("not to be had", func(t *testing.T) {
		s := byAddOn(t)
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde/account?lang=en&addon=" + s.lendlink + "/other/primo-addon/")
		wait(t, tab, `window.addOnFailed && document.querySelectorAll("nde-loan").length == 4`)
		if got := slotNotes(tab); !slices.Equal(got, []string{"A", "B", "A", "A"}) {
			t.Errorf("the page shows %q", got)
		}
	})
}

// TestAddOnIsForTheLibrarysPrimo asks for the entry as browsers do for a module.
func TestAddOnIsForTheLibrarysPrimo(t *testing.T) {
	s := byAddOn(t)
	for origin, want := range map[string]string{s.primo: s.primo, "https://evil.example": "", "": ""} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.lendlink+"/demo/primo-addon/remoteEntry.js", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Origin", origin)
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		h := response.Header
		got := fmt.Sprint(response.StatusCode, " ", h.Get("Access-Control-Allow-Origin"), " ", h.Get("Cache-Control"), " ", strings.Join(h.Values("Vary"), ", "))
		if want := "200 " + want + " public, max-age=300 Accept-Encoding, Origin"; got != want {
			t.Errorf("from %q: %s; want %s", origin, got, want)
		}
	}
}
