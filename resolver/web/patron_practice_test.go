package web_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// Another language keeps the system whose form is played.
func TestPracticeFormKeepsItsSystem(t *testing.T) {
	s := newServer(t, func() *library.Settings {
		set := demo()
		set.Libraries[0].Languages = []string{"en", "de", "es"}
		return set
	})
	page := get(t, s, "/demo/practice?as=koha&title=Dune").Body.String()
	links := regexp.MustCompile(`href="(/demo/practice\?lang=[^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) != 2 {
		t.Fatalf("there are %d links to other languages", len(links))
	}
	for _, link := range links {
		if other := get(t, s, html.UnescapeString(link[1])).Body.String(); !strings.Contains(other, "Koha") {
			t.Errorf("%s is not Koha's form", link[1])
		}
	}
}
