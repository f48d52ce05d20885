package browsertest_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// angularHost is the program of the new interface's stand-in in real Angular.
const angularHost = "angular/dist/host.js"

// TestAngularHost goes through the new interface in a host built with Angular 19, Material and
// a module-federation runtime: with the view's script, and with the add-on. It runs where the
// host was built, before a release.
func TestAngularHost(t *testing.T) {
	if _, err := os.Stat(angularHost); err != nil {
		t.Skip("no host in Angular was built: run npm ci && npm run build in resolver/web/primo/browsertest/angular")
	}
	const version = `document.documentElement.dataset.host.startsWith("Angular 19.")`
	for _, way := range []string{"script", "add-on"} {
		for _, count := range []int{0, 1, 30, 200} {
			t.Run(fmt.Sprintf("%s/%d loans", way, count), func(t *testing.T) {
				s := newSite(t, `loans: {note: Borrowed, renew: hide}`)
				var want []string
				for i := range count {
					title := fmt.Sprint("Title ", i/2) // each twice, of both kinds
					if i%2 == 0 {
						s.active, want = append(s.active, ill(title, i%28+1)), append(want, title+borrowed)
					} else {
						s.active, want = append(s.active, own(title, i%28+1)), append(want, title)
					}
				}
				// The compiler of a host that is compiled in the browser needs unsafe-eval; Primo's is not.
				s.csp = "default-src 'self'; script-src 'self' 'unsafe-eval' " + s.lendlink + "; style-src 'self' 'unsafe-inline'; connect-src 'self' " + s.lendlink
				query := "?lang=en"
				if way == "script" {
					s.custom = s.pasted(t)
				} else {
					query += "&addon=" + s.lendlink + "/demo/primo-addon/"
				}
				tab := browsertest.Start(t).Tab(t, browsertest.Options{})
				tab.Open(s.primo + "/nde-angular/search" + query)
				wait(t, tab, version+` && (window[Symbol.for("lendlink.primo")])`)
				tab.Click(".to-account")
				notes := strings.Count(strings.Join(want, ""), borrowed)
				wait(t, tab, fmt.Sprintf(`%s && document.querySelectorAll("nde-loan").length == %d`, more, count))
				wait(t, tab, fmt.Sprintf(`document.querySelectorAll(".lendlink-note").length == %d`, notes))
				settle(tab)
				if count == 30 {
					tab.Screenshot("primo-angular-" + way)
				}
				if got := rowsWithNotes(tab); strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("rows %q; want %q", got, want)
				}
				hidden := browsertest.Eval[int](tab, `[...document.querySelectorAll("nde-loan button")].filter((b) => !b.checkVisibility()).length`)
				if hidden != notes {
					t.Errorf("%d buttons to renew are hidden; want %d", hidden, notes)
				}
				if requests := s.lendlinkRequests(); way == "script" && len(requests) > 0 {
					t.Errorf("Lendlink was asked for %q", requests)
				}
			})
		}
	}
	t.Run("a request in place", func(t *testing.T) {
		s := newRecord(t, "link: {beside: Free, hide_sign_in: true}", incompleteLink)
		s.csp = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self' " + s.lendlink + "; frame-src " + s.lendlink
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde-angular/fulldisplay?lang=en")
		wait(t, tab, `document.querySelector(".lendlink-beside") && !document.querySelector("nde-notification").checkVisibility()`)
		openDialog(t, tab, "nde-request-card a")
		settle(tab)
		tab.Screenshot("primo-angular-dialog")
		tab.Press("Escape")
		wait(t, tab, `!document.querySelector("dialog") && document.activeElement.matches("nde-request-card a")`)
	})
	t.Run("the answer came before the script", func(t *testing.T) {
		s := newSite(t, plainNote)
		s.custom, s.active = s.pasted(t), []loan{ill("A", 1)}
		s.csp = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'"
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde-angular/account?lang=en")
		wait(t, tab, `document.querySelectorAll("nde-loan").length == 1 && window[Symbol.for("lendlink.primo")]`)
		tab.Click("button.history")
		wait(t, tab, `!document.querySelector("nde-loan")`)
		tab.Click("button.active")
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 1`)
	})
}
