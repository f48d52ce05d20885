package web_test

import (
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// What the browser tests of patrons' pages share: the library that they visit, and
// what every page must keep to.

func TestMain(m *testing.M) { browsertest.Main(m) }

// fullLibrary is a library with every setting.
func fullLibrary() *library.Library {
	return &library.Library{
		Code: "demo", Name: "Harbour College Library",
		Languages: library.Languages,
		Form:      requestform.Form{Service: requestform.PracticeForm, URL: "/demo/practice?", MaxLength: 2000},
		CheckFirst: []library.CheckLink{
			{Label: library.OneText("Search our catalogue"), URL: "https://catalogue.example.edu/?q={title}"},
			{Label: library.OneText("Look in WorldCat"), URL: "https://search.worldcat.org/search?q=bn:{isbn}"},
			{Label: library.OneText("Google Scholar"), URL: "https://scholar.google.com/scholar?q={title}"},
		},
		Notice:  library.OneText("Scans come by e-mail, mostly **within two days**. [About interlibrary loan](https://library.example.edu/ill)"),
		Contact: "ill@example.edu",
		Brand:   library.Brand{Color: "#7a0019"},
	}
}

const chapterLink = "rft.genre=bookitem&rft.btitle=Handbook+of+Harbour+Law&rft.atitle=Pilots,+Tugs+and+the+Duty+of+Care&rft.date=2019" +
	"&rft.pub=Quayside+Academic&rft.place=Cheltenham&rft.edition=2&rft.isbn=9781786439154&rfr_id=info:sid/primo.exlibrisgroup.com"

// site serves one library and returns the address of its pages.
func site(t *testing.T, change func(*library.Library)) string {
	t.Helper()
	l := fullLibrary()
	if change != nil {
		change(l)
	}
	server := httptest.NewServer(newServer(t, func() *library.Settings { return library.New(l) }))
	t.Cleanup(server.Close)
	return server.URL + "/demo"
}

// checkWithAxe checks the page shown with axe too.
func checkWithAxe(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	for _, v := range tab.Axe() {
		t.Errorf("%s: %v", name, v)
	}
	checkPage(t, tab, name)
}

// checkPage checks the page shown and keeps a picture of it.
func checkPage(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	if wide := browsertest.Eval[int](tab, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		t.Errorf("%s is %d pixels wider than the screen", name, wide)
	}
	here, _ := url.Parse(tab.Location())
	for _, address := range tab.Requests() {
		if u, err := url.Parse(address); err != nil || u.Host != here.Host {
			t.Errorf("%s asks for %s", name, address)
		}
	}
	tab.Screenshot("patron/" + name)
}

// focused checks what the page itself has put the focus on, which browsers do when
// they first draw it.
func focused(t *testing.T, tab *browsertest.Tab, want string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		got := tab.Focused()
		if got == want {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the focus is on %q, want %q", got, want)
		}
	}
}

// arrived checks that the tab has come to the practice form with a value in it.
func arrived(t *testing.T, tab *browsertest.Tab, want ...string) {
	t.Helper()
	u, err := url.Parse(tab.Location())
	if err != nil || u.Path != "/demo/practice" {
		t.Fatalf("arrived at %s", tab.Location())
	}
	for _, w := range want {
		key, value, _ := strings.Cut(w, "=")
		if got := u.Query()[key]; !slices.Contains(got, value) {
			t.Errorf("%s arrives as %q, want %q", key, got, value)
		}
	}
}
