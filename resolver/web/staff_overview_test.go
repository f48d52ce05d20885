package web_test

import (
	"html"
	"net/http/httptest"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
)

const everySetting = `
lookup: {sources: [crossref, openlibrary], budget: 700ms}
open_access: {sources: [unpaywall, doab], contact: ill@univ.edu}
libraries:
  - code: demo
    name: "Harbour College"
    languages: [fr, en]
    form:
      - {for: [chapter], service: illiad, url: "https://illiad.univ.edu/illiad/illiad.dll/OpenURL?", proxy: "https://proxy.univ.edu/login"}
      - service: tipasa
        url: "https://98765.account.worldcat.org/profile/route/openurl?"
        max_length: 1300
        types: {thesis: {genre: book}}
        keys: {rfe_dat: "", illNote: "From {source}"}
    record_url: "https://search.univ.edu/alma{mms_id}"
    confirm: {chapter: always}
    check_first: [{label: "Our catalogue", url: "https://search.univ.edu/?q={title}"}]
    notice: "Loans take **a week**."
    closed: {from: 2026-12-20, until: 2027-01-03, message: "Happy holidays"}
    time_zone: Europe/Madrid
    contact: "ill@univ.edu"
    brand: {color: "#7a0019"}
    embed_origins: ["https://library.univ.edu"]
    staff_pages: ["192.0.2.0/24"]
    open_access: {show: always, borrowable: true}
  - code: other
    name: Other
    lookup: off
    form: {service: tipasa, url: "https://98765.account.worldcat.org/profile/route/openurl?"}
`

func parsedSettings(src string) func() *library.Settings {
	return func() *library.Settings {
		settings, err := library.Parse("libraries.yaml", []byte(src), nil)
		if err != nil {
			panic(err)
		}
		return settings
	}
}

// pageText returns what a page says, without its tags.
func pageText(page string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(page, " "))), " ")
}

func TestOverviewShowsEverySetting(t *testing.T) {
	s := newServer(t, parsedSettings(everySetting))
	page := pageText(get(t, s, "/demo/setup").Body.String())
	for _, want := range []string{
		"Request form for Chapter System ILLiad", "https://illiad.univ.edu/illiad/illiad.dll/OpenURL?", "https://proxy.univ.edu/login",
		"Request form for everything else System OCLC Tipasa", "1300 characters", "Thesis: as genre book",
		`"rfe_dat": "" "illNote": "From {source}"`,
		"https://proxy.univ.edu/login Address behind the proxy As it is", "Languages fr, en Pages for staff, such as this one, are in English",
		"Confirmation page When something required is missing", "Chapter: always", "Look-ups crossref, openlibrary Patrons wait 700ms at most",
		"Free copies unpaywall, doab Shown in place of going straight to the form, too Books that are lent online count as well",
		"Our catalogue: https://search.univ.edu/?q={title}", "https://search.univ.edu/alma{mms_id}", "Loans take **a week**.",
		"December 20, 2026 through January 3, 2027 Requests can be placed nevertheless Happy holidays", "Europe/Madrid", "ill@univ.edu",
		"#7a0019", "https://library.univ.edu", "192.0.2.0/24",
		"Line 9: `proxy` does not end in url= or qurl=",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %q in\n%s", want, page)
		}
	}
	other := pageText(get(t, s, "/other/setup").Body.String())
	for _, want := range []string{"Look-ups Off", "Free copies Off", "Closure None announced", "Time zone The server’s", "Nothing looks wrong in the settings of this library."} {
		if !strings.Contains(other, want) {
			t.Errorf("the other library's lacks %q", want)
		}
	}
}

func TestOverviewOfACacheAlone(t *testing.T) {
	s := newServer(t, parsedSettings("lookup: {cache: \"redis://cache\"}\nlibraries: [{code: demo, name: Demo, form: {service: practice}}]"))
	if page := pageText(get(t, s, "/demo/setup").Body.String()); !strings.Contains(page, "Look-ups Off") {
		t.Errorf("nobody is asked, and the overview says\n%s", page)
	}
}

func TestTickedStepsAreKept(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	server := httptest.NewServer(newServer(t, demo))
	t.Cleanup(server.Close)
	ticked := `[...document.querySelectorAll(".checklist input")].map(b => b.checked ? 1 : 0).join("")`
	tab.Open(server.URL + "/demo/setup/test")
	tab.Click("#check2")
	tab.Open(server.URL + "/demo/setup")
	tab.Open(server.URL + "/demo/setup/test")
	if got := browsertest.Eval[string](tab, ticked); got != "0010000000" {
		t.Errorf("ticks %s after a return", got)
	}
	if got := browsertest.Eval[string](tab, `document.querySelector("[data-ticks-note]").textContent`); got != "Ticks are kept in this browser." {
		t.Errorf("said %q", got)
	}
	tab.Click("[data-ticks-clear]")
	tab.Open(server.URL + "/demo/setup/test")
	if got := browsertest.Eval[string](tab, ticked); got != "0000000000" {
		t.Errorf("ticks %s after they were cleared", got)
	}
}
