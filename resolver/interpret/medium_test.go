package interpret_test

import (
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// What FirstSearch sends without a genre is what the names of those who made it say.
func TestMediumOfMaker(t *testing.T) {
	for who, want := range map[string]string{
		"pub=Lund Audio,": "audio", "pub=Lund Audio Books,": "audio", "pub=Lund Audiobooks": "audio",
		"pub=Weir Records,": "audio", "pub=Weir Recordings": "audio",
		"pub=Lund Television Networks :;Weir Group [distributor],": "video", "pub=Lund Television,": "video",
		"pub=Lund University Video Archives,": "video", "pub=20th Century Fox,": "video",
		"aucorp=Weir Firm.;Lund Channel (Television network)": "video", "aucorp=WABC-TV (Television station : Lund)": "video",
		"aucorp=Lund Film Corporation.":                        "video",
		"pub=Weir Publications :;Boosey & Hawkes, sole agent,": "score", "pub=C. Fischer,": "score", "pub=Boston Music,": "score",
		"pub=G. Schirmer,": "score",
		"pub=Weir Press,":  "", "pub=Record Office of Lund,": "", "aucorp=Lund Channel (Newspaper)": "", "pub=Audio Weirs Press": "",
	} {
		t.Run(who, func(t *testing.T) {
			key, name, _ := strings.Cut(who, "=")
			link := "sid=FirstSearch:WorldCat&rft.genre=unknown&rft.title=Locks&rft." + key + "=" + url.QueryEscape(name)
			if got := interpret.Read(openurl.Parse(link), 2026).Citation.Medium; got != want {
				t.Errorf("medium %q, want %q", got, want)
			}
		})
	}
}

// Each ending of names of publishers of films shows that the item is a film.
func TestFilmPublishers(t *testing.T) {
	for _, publisher := range []string{
		"Weir Home Video", "Weir home entertainment", "Weir Films", "Weir Video", "Weir Television Networks", "Filmakers Library",
		"Films for the Humanities & Sciences",
	} {
		link := "genre=book&btitle=Locks&rft.pub=" + url.QueryEscape(publisher)
		if got := interpret.Read(openurl.Parse(link), year).Citation; got.Medium != "video" {
			t.Errorf("%s is %q", link, got.Medium)
		}
	}
}
