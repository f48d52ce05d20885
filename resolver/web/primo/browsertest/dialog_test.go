package browsertest_test

import (
	"slices"
	"strings"
	"testing"

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

func TestRequestInPlace(t *testing.T) {
	for _, page := range interfaces {
		t.Run(page.name, func(t *testing.T) {
			s := newRecord(t, `link: {beside: {en: "Free, usually 2 days"}, hide_sign_in: true}`, incompleteLink)
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + page.path + "/fulldisplay?docid=alma1&lang=en")
			loaded(t, tab, page.link)
			wait(t, tab, `document.querySelector(".lendlink-beside").textContent == "Free, usually 2 days"`)
			if got := browsertest.Eval[int](tab, `document.querySelectorAll(".lendlink-beside").length`); got != 1 {
				t.Errorf("the text stands beside %d links; want 1", got)
			}
			if page.name == "nde" && browsertest.Eval[bool](tab, `document.querySelector("nde-notification").checkVisibility()`) {
				t.Error("the hint to sign in is shown")
			}
			tab.Screenshot("primo-" + page.name + "-record")
			tab.Click(page.link)
			wait(t, tab, `document.querySelector("dialog[open] iframe").offsetHeight > 300`)
			settle(tab)
			tab.Screenshot("primo-" + page.name + "-dialog")
			if got := tab.Focused(); got != "Close" {
				t.Errorf("the focus is on %q; want the button to close", got)
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
