package freecopy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/openaccess"
	"lendlink/resolver/web/freecopy"
)

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		name   string
		copy   openaccess.Copy
		titled bool
		want   freecopy.View
	}{
		{"an article", openaccess.Copy{Version: openaccess.Accepted, License: openaccess.CCBY, Title: "Towage"}, true,
			freecopy.View{Heading: "free.item", Button: "free.read", Facts: []string{"free.version.accepted", "free.license.cc-by"}}},
		{"of which nothing is known", openaccess.Copy{Title: "Towage"}, false,
			freecopy.View{Heading: "free.item", Button: "free.read", Title: "Towage"}},
		{"the book that a chapter is in", openaccess.Copy{Book: true}, true, freecopy.View{Heading: "free.book", Button: "free.read"}},
		{"a book to borrow", openaccess.Copy{Borrow: true}, true, freecopy.View{Heading: "free.item.lent", Button: "free.borrow"}},
		{"the book that a chapter is in, to borrow", openaccess.Copy{Book: true, Borrow: true}, true,
			freecopy.View{Heading: "free.book.lent", Button: "free.borrow"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.copy.URL, tt.copy.Host, tt.copy.Source = "https://repository.example.edu/", "repository.example.edu", "Unpaywall"
			tt.want.Address, tt.want.Host, tt.want.Source = tt.copy.URL, tt.copy.Host, tt.copy.Source
			tt.want.Beacon = "/north/free-copy"
			if diff := cmp.Diff(&tt.want, freecopy.Of(&tt.copy, tt.titled, "north")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	if got := freecopy.Of(nil, true, "north"); got != nil {
		t.Errorf("no copy gives %+v", got)
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
