package freecopy_test

import (
	"testing"

	"lendlink/resolver/openaccess"
	"lendlink/resolver/web/freecopy"
)

func TestOf(t *testing.T) {
	article := openaccess.Copy{URL: "https://repository.example.edu/", Host: "repository.example.edu", Title: "Towage", Source: "Unpaywall"}
	for titled, title := range map[bool]string{true: "", false: "Towage"} {
		want := freecopy.View{Copy: article, Beacon: "/north/free-copy"}
		want.Title = title
		if got := freecopy.Of(&article, titled, "north"); *got != want {
			t.Errorf("on a page with its title (%t): %+v, want %+v", titled, *got, want)
		}
	}
	if got := freecopy.Of(nil, true, "north"); got != nil {
		t.Errorf("no copy is shown as %+v", got)
	}
}

func TestOffers(t *testing.T) {
	var offers freecopy.Offers
	if offers.Take("north") {
		t.Error("taken before one was shown")
	}
	offers.Show("north")
	if offers.Take("south") {
		t.Error("taken of a library that showed none")
	}
	if !offers.Take("north") || offers.Take("north") {
		t.Error("what is shown once is not taken once")
	}
}
