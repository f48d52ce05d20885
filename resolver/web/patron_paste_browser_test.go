package web_test

import (
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// setPaste puts a text into the paste box as pasting does: the Enter key reads what is there.
func setPaste(tab *browsertest.Tab, id, text string) {
	browsertest.Eval[string](tab, `document.getElementById("`+id+`").value = `+"`"+text+"`")
}

// On a phone, what of a pasted reference has no field is shown next to the item, also after a
// reload, in another language and when the patron comes back.
func TestLeftoverOnPhone(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{Width: 360, Height: 740, Mobile: true})
	tab.Open(base + "/")
	setPaste(tab, "paste", apa)
	tab.Follow(".paste .button")
	shows := func(when string) {
		t.Helper()
		if got := tab.Text(".left-over"); !strings.Contains(got, "p4711 of the diary") {
			t.Errorf("%s, the page says %q", when, got)
		}
	}
	shows("at first")
	checkWithAxe(t, tab, "left-over")
	tab.Open(tab.Location())
	shows("reloaded")
	tab.Follow(`[name="speak"][value="de"]`)
	shows("in German")
	tab.Follow(".request .actions .button")
	arrived(t, tab, "rft.atitle=Tugs of the inner harbour")
	tab.Back()
	shows("back")
}

// A file that is broken in parts and a question to the library, as patrons and staff see them.
func TestUnreadOnPhone(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{Width: 360, Height: 740, Mobile: true, Language: "fr"})
	tab.Open(base + "/")
	setPaste(tab, "paste", brokenFile)
	tab.Follow(".paste .button")
	if got := tab.Text(".unread"); !strings.Contains(got, "Ligne 5") {
		t.Errorf("the page says %q", got)
	}
	checkWithAxe(t, tab, "unread-file")
	tab.Open(base + "/")
	setPaste(tab, "paste", "Bonjour, où est mon livre ?")
	tab.Follow(".paste .button")
	checkWithAxe(t, tab, "prose")
	tab.Open(base + "/setup/pages")
	setPaste(tab, "paste", "Roe, B. (2001). Lamps. London: Faber.\n\n"+apa)
	tab.Follow(".paste .button")
	checkWithAxe(t, tab, "builder-choice")
	tab.Follow(`[aria-labelledby="choice"] li:last-child a`)
	if got := formText(tab, "title"); got != "Tugs of the inner harbour" {
		t.Errorf("chosen is %q", got)
	}
	checkWithAxe(t, tab, "builder-chosen")
}
