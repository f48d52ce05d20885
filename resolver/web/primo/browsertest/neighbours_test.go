package browsertest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

// TestOtherScriptsOnThePage has other scripts on the page: the note appears, and they still work.
func TestOtherScriptsOnThePage(t *testing.T) {
	const after = `angular.module("viewCustom", []).component("prmLoanAfter", {bindings: {parentCtrl: "<"}, template: "<i class=own>{{$ctrl.parentCtrl.item.title}}</i>"});`
	tests := []struct{ name, before, behind, check string }{
		{"the library's own hook", after, "", `[...document.querySelectorAll(".own")].map((e) => e.textContent).join() == "A,B"`},
		{"loaded twice", "", "AGAIN", `document.adoptedStyleSheets.length == 1`},
		{"one that wraps the same functions before", `{ const { open } = XMLHttpRequest.prototype; window.seen = 0;
			XMLHttpRequest.prototype.open = function () { window.seen++; return open.apply(this, arguments); }; }`, "", `window.seen > 0`},
		{"one that wraps them behind", "", `{ const { open } = XMLHttpRequest.prototype; window.seen = 0;
			XMLHttpRequest.prototype.open = function () { window.seen++; return open.apply(this, arguments); };
			const { pushState } = history; history.pushState = function () { window.seen++; return pushState.apply(this, arguments); }; }`, `window.seen > 1`},
		{"one that fails", `setTimeout(() => { throw Error("theirs"); });`, `;setTimeout(() => { throw Error("theirs"); }); addEventListener("click", () => { throw Error("theirs"); });`, `true`},
		{"one that hides constructable style sheets", `CSSStyleSheet.prototype.replaceSync = () => { throw Error("none"); };`, "", `document.adoptedStyleSheets.length == 0`},
		{"a missing semicolon", `window.theirs = (f) => f
window.theirs`, "", `true`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSite(t, plainNote)
			s.set(func() {
				s.custom = tt.before + "\n" + ";" + s.pasted(t) + "\n" + strings.Replace(tt.behind, "AGAIN", ";"+s.pasted(t), 1)
				s.active = []loan{ill("A", 1), own("B", 2)}
			})
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + "/discovery/search?lang=en")
			tab.Click(".to-account")
			wait(t, tab, `document.querySelector(".lendlink-note")`)
			if diff := cmp.Diff([]string{"A" + borrowed, "B"}, rowsWithNotes(tab)); diff != "" {
				t.Errorf("notes differ (-want +got):\n%s", diff)
			}
			if !browsertest.Eval[bool](tab, tt.check) {
				t.Errorf("not true: %s", tt.check)
			}
		})
	}
}

// TestUnusualAnswers: whatever Primo's server says, the page gets it, and nothing breaks.
func TestUnusualAnswers(t *testing.T) {
	s := newSite(t, plainNote)
	s.set(func() {
		s.custom = s.pasted(t)
		s.active = []loan{ill("A", 1)}
	})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(s.primo + "/discovery/account?lang=en")
	wait(t, tab, `document.querySelector(".lendlink-note")`)
	for _, body := range []string{
		"null", "[]", "<html>", "{", `{"data":null}`, `{"data":{"loans":{"loan":null}}}`, `{"data":{"loans":{"loan":[null,1,"x",{"title":{}}]}}}`,
		`{"status":"ok","data":{"loans":{"loan":{"loanid":1,"title":["B"],"mainlocationcode":5}}}}`,
	} {
		for _, by := range []string{
			`fetch(url).then((r) => r.text())`,
			`new Promise((resolve) => { const x = new XMLHttpRequest(); x.onload = () => resolve(x.responseText); x.open("GET", url); x.send(); })`,
		} {
			got := browsertest.Eval[string](tab, "(() => { const url = '/primaws/rest/priv/myaccount/loans?say=' + encodeURIComponent(`"+body+"`); return "+by+"; })()")
			if got != body {
				t.Errorf("the page got %q for %q", got, body)
			}
		}
	}
	if !browsertest.Eval[bool](tab, `fetch(new URL("/classic/classic.js", location)).then((r) => r.ok)`) {
		t.Error("fetch fails")
	}
	rejected := browsertest.Eval[string](tab, `fetch("/primaws/rest/priv/myaccount/loans", {signal: AbortSignal.abort()}).then(() => "none", (e) => e.name)`)
	if rejected != "AbortError" {
		t.Errorf("a call that fails, fails with %q", rejected)
	}
	rejected = browsertest.Eval[string](tab, `(() => {
		try { return fetch(Object.create(null)).then(() => "none", (e) => e.name); } catch { return "thrown at once"; }
	})()`)
	if rejected != "TypeError" {
		t.Errorf("a call with what is no address fails with %q", rejected)
	}
	settle(tab)
	if diff := cmp.Diff([]string{"A" + borrowed}, rowsWithNotes(tab)); diff != "" {
		t.Errorf("notes differ (-want +got):\n%s", diff)
	}
}

// TestMemoryDoesNotGrow goes back and forth a hundred times, with and without the script.
func TestMemoryDoesNotGrow(t *testing.T) {
	const rounds = 100
	for _, page := range interfaces {
		s := newSite(t, notes)
		s.set(func() {
			s.custom = s.pasted(t)
			s.active = []loan{own("A", 1), ill("B", 2), own("C", 3), ill("D", 4)}
		})
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + page.path + "/search?lang=en")
		wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
		turn := func(times int) browsertest.Memory {
			for range times {
				browsertest.Eval[bool](tab, `(document.querySelector(".to-account").click(), true)`)
				wait(t, tab, `document.querySelectorAll(".lendlink-note").length == 2`)
				browsertest.Eval[bool](tab, `(document.querySelector(".to-search").click(), true)`)
				wait(t, tab, `!document.querySelector("prm-loan, nde-loan")`)
			}
			settle(tab)
			return tab.Memory()
		}
		before := turn(10)
		after := turn(rounds)
		const perRound = 1 // of nodes: a note alone has ten
		if grown := after.Nodes - before.Nodes; grown > rounds*perRound {
			t.Errorf("%s: %d nodes more after %d rounds", page.name, grown, rounds)
		}
		if grown := after.Listeners - before.Listeners; grown > rounds*perRound {
			t.Errorf("%s: %d listeners more after %d rounds", page.name, grown, rounds)
		}
		t.Logf("%s: %+v, then %+v", page.name, before, after)
	}
}
