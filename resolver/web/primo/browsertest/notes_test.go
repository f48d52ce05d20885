package browsertest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

// plainNote is a note with nothing but its text.
const plainNote = `loans: {note: {en: Borrowed, es: Prestado}, title_link: keep}`

const borrowed = " | Borrowed"

// more asks for more of the list until all of it is there.
const more = `(() => { const b = document.querySelector("button.more"); if (b) b.click(); return !b; })()`

// TestNotes shows lists of loans, in both interfaces.
func TestNotes(t *testing.T) {
	many := func(n int) (loans []loan, want []string) {
		for i := range n {
			if i%3 == 1 {
				loans, want = append(loans, ill(fmt.Sprint("Title ", i), i%28+1)), append(want, fmt.Sprint("Title ", i, borrowed))
			} else {
				loans, want = append(loans, own(fmt.Sprint("Title ", i), i%28+1)), append(want, fmt.Sprint("Title ", i))
			}
		}
		return loans, want
	}
	thirty, wantThirty := many(30)
	twoHundred, wantTwoHundred := many(200)
	elsewhere := ill("A", 1) // what another institution of the consortium borrowed
	elsewhere.Library, elsewhere.LibraryName, elsewhere.Location, elsewhere.LocationName = "OTHER_ILL", "Other", "X", "Y"
	byLocation := own("A", 1)
	byLocation.Location = "out_rs_req"
	byName := own("A", 1)
	byName.LocationName = "Main – Borrowing resource sharing requests"
	long := strings.Repeat("A long title, and then ", 4)

	tests := []struct {
		name   string
		active []loan
		want   []string
	}{
		{"no loans", nil, []string{}},
		{"one", []loan{ill("A", 1)}, []string{"A" + borrowed}},
		{"one of the library's own", []loan{own("A", 1)}, []string{"A"}},
		{"30, shown in three steps", thirty, wantThirty},
		{"200", twoHundred, wantTwoHundred},
		{"the code of the location", []loan{byLocation}, []string{"A" + borrowed}},
		{"the name of the location", []loan{byName}, []string{"A" + borrowed}},
		{"another institution's", []loan{elsewhere}, []string{"A"}},
		{"one title for both kinds, by the day it is due", []loan{own("A", 3), ill("A", 5)}, []string{"A", "A" + borrowed}},
		{"one title for both kinds on one day: in doubt, no note", []loan{own("A", 3), ill("A", 3)}, []string{"A", "A"}},
		{"one title twice, both lent by others", []loan{ill("A", 3), ill("A", 3)}, []string{"A" + borrowed, "A" + borrowed}},
		{"no title", []loan{ill("", 3)}, []string{""}},
		{"a title that begins like another", []loan{ill(long+"more", 3), own(long, 4)}, []string{long + "more" + borrowed, strings.TrimSpace(long)}},
	}
	for _, page := range interfaces {
		s := newSite(t, plainNote)
		s.set(func() { s.custom = s.pasted(t) })
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		for _, tt := range tests {
			t.Run(page.name+"/"+tt.name, func(t *testing.T) {
				s.set(func() { s.active = nil })
				tab.Open(s.primo + page.path + "/search?lang=en")
				wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
				s.set(func() { s.active = tt.active })
				tab.Click(".to-account")
				wait(t, tab, fmt.Sprintf(`%s && document.querySelectorAll("prm-loan, nde-loan").length == %d`, more, len(tt.active)))
				wait(t, tab, fmt.Sprintf(`document.querySelectorAll(".lendlink-note").length == %d`, strings.Count(strings.Join(tt.want, ""), borrowed)))
				if len(tt.active) < 100 {
					settle(tab)
				}
				if diff := cmp.Diff(tt.want, rowsWithNotes(tab)); diff != "" {
					t.Errorf("notes differ (-want +got):\n%s", diff)
				}
			})
		}
		for _, address := range tab.Requests() {
			if !strings.HasPrefix(address, s.primo+"/") {
				t.Errorf("%s: the page asked for %s", page.name, address)
			}
		}
		if requests := s.lendlinkRequests(); len(requests) > 0 {
			t.Errorf("%s: Lendlink was asked for %q", page.name, requests)
		}
	}
}

// TestNotesFollowThePage goes through what patrons do on the page.
func TestNotesFollowThePage(t *testing.T) {
	for _, page := range interfaces {
		t.Run(page.name, func(t *testing.T) {
			s := newSite(t, plainNote)
			s.set(func() {
				s.custom = s.pasted(t)
				s.active = []loan{ill("Z", 1), own("A", 2), own("Old", 9)}
				s.history = []loan{own("Old", 3), ill("Older", 4), ill("Z", 5)}
			})
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(s.primo + page.path + "/search?lang=en")
			wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
			steps := []struct {
				name string
				do   func()
				want []string
			}{
				{"My Account is opened", func() { tab.Click(".to-account") }, []string{"Z" + borrowed, "A", "Old"}},
				{"past loans get no note", func() { tab.Click("button.history") }, []string{"Old", "Older", "Z"}},
				{"a title that was borrowed before gets its note, by its day", func() { tab.Click("button.active") }, []string{"Z" + borrowed, "A", "Old"}},
				{"sorted", func() { tab.Click("button.sort") }, []string{"A", "Old", "Z" + borrowed}},
				{"drawn again", func() { browsertest.Eval[bool](tab, `(window.redraw(), true)`) }, []string{"Z" + borrowed, "A", "Old"}},
				{"in another language", func() { tab.Click("button.spanish") }, []string{"Z | Prestado", "A", "Old"}},
				{"back and forth", func() {
					browsertest.Eval[bool](tab, `(history.back(), true)`)
					wait(t, tab, `!document.querySelector("prm-loan, nde-loan")`)
					s.set(func() { s.active = []loan{ill("New", 7)} })
					browsertest.Eval[bool](tab, `(history.forward(), true)`)
				}, []string{"New | Prestado"}},
				{"signed out", func() {
					s.set(func() { s.guest = true })
					tab.Click("button.active")
				}, []string{}},
			}
			for _, step := range steps {
				if page.name == "nde" && step.name == "sorted" || page.name == "classic" && step.name == "drawn again" {
					continue
				}
				if page.name == "classic" && step.name == "in another language" {
					step.do = func() { browsertest.Eval[bool](tab, `(document.documentElement.lang = "es", true)`) }
					step.want = []string{"A", "Old", "Z | Prestado"}
				}
				step.do()
				list := strings.ReplaceAll(fmt.Sprintf("%q", step.want), `" "`, `", "`)
				ok := browsertest.Eval[bool](tab, `new Promise((resolve) => {
					const end = Date.now() + 20000, want = `+list+`;
					const look = () => {
						const got = [...document.querySelectorAll("prm-loan, nde-loan")].map((row) =>
							row.querySelector("h3").innerText.trim() + [...row.querySelectorAll(".lendlink-note")].map((n) => " | " + n.innerText.trim()).join(""));
						const same = JSON.stringify(got) === JSON.stringify(want);
						same || Date.now() > end ? resolve(same) : setTimeout(look, 20);
					};
					look();
				})`)
				settle(tab)
				if got := rowsWithNotes(tab); !ok || !slices.Equal(got, step.want) {
					t.Errorf("%s: %q; want %q", step.name, got, step.want)
				}
			}
		})
	}
}

// TestRowForAnotherLoan has Primo use a row for another loan: its title has the link that
// Primo set for that one, or still has.
func TestRowForAnotherLoan(t *testing.T) {
	s := newSite(t, `loans: {note: Borrowed, title_link: plain}`)
	s.set(func() {
		s.custom = s.pasted(t)
		s.active = []loan{ill("A", 1), own("B", 2), ill("C", 3)}
	})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(s.primo + "/nde/search?lang=en")
	wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
	tab.Click(".to-account")
	wait(t, tab, `document.querySelectorAll("nde-loan h3 a").length == 3 && document.querySelectorAll(".lendlink-note").length == 2`)
	steps := []struct{ name, title, set, notes, want string }{
		{"as it came", "A", "", "2", "none"},
		{"one of the library's own, with its link", "B", "/nde/fulldisplay?docid=almaB", "1", "/nde/fulldisplay?docid=almaB"},
		{"one that is borrowed", "A", "/nde/fulldisplay?docid=almaA", "2", "none"},
		{"another that is borrowed, with its link", "C", "/nde/fulldisplay?docid=almaC", "2", "none"},
		{"one of the library's own, with the link that was there", "B", "", "1", "/nde/fulldisplay?docid=almaC"},
	}
	for _, step := range steps {
		browsertest.Eval[bool](tab, fmt.Sprintf(`(() => {
			const link = document.querySelector("nde-loan h3 a");
			if (%[2]q) link.setAttribute("href", %[2]q);
			link.textContent = %[1]q;
			return true;
		})()`, step.title, step.set))
		wait(t, tab, `document.querySelectorAll(".lendlink-note").length == `+step.notes)
		settle(tab)
		if got := browsertest.Eval[string](tab, `document.querySelector("nde-loan h3 a").getAttribute("href") || "none"`); got != step.want {
			t.Errorf("%s: the title leads to %s; want %s", step.name, got, step.want)
		}
	}
}

// TestNotesOfLateScript: the answer came before the script, which then goes by what the
// cards say themselves.
func TestNotesOfLateScript(t *testing.T) {
	for query, want := range map[string][]string{"?lang=en&names": {"A" + borrowed, "B"}, "?lang=en": {"A", "B"}} {
		s := newSite(t, plainNote)
		s.set(func() {
			s.custom = s.pasted(t)
			s.active = []loan{ill("A", 1), own("B", 2)}
		})
		tab := browsertest.Start(t).Tab(t, browsertest.Options{})
		tab.Open(s.primo + "/nde/account" + query + "&behind")
		wait(t, tab, `document.querySelectorAll("nde-loan").length == 2 && !window[Symbol.for("lendlink.primo")]`)
		browsertest.Eval[bool](tab, `(window.loadScript(), true)`)
		wait(t, tab, `window[Symbol.for("lendlink.primo")]`)
		wait(t, tab, fmt.Sprintf(`document.querySelectorAll(".lendlink-note").length == %d`, strings.Count(strings.Join(want, ""), borrowed)))
		settle(tab)
		if diff := cmp.Diff(want, rowsWithNotes(tab)); diff != "" {
			t.Errorf("%s: notes differ (-want +got):\n%s", query, diff)
		}
	}
}
