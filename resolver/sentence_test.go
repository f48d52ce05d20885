package resolver_test

import (
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/library"
)

// The sentence says what was read, what happens and the one reason for it.
func TestSentence(t *testing.T) {
	accepting, suspended := &library.Closed{Accept: true}, &library.Closed{}
	const book = "A book, by the rule “the genre is book, but no title of a part: a whole book”; "
	for _, tc := range []struct {
		link   string
		policy library.Confirm
		at     resolver.Circumstances
		want   string
	}{
		{bookLink, "", resolver.Circumstances{}, book + "goes straight to the request form, because nothing needed is missing."},
		{bookLink, library.ConfirmNever, resolver.Circumstances{},
			book + "goes straight to the request form, because the library’s settings never show the confirmation page."},
		{bookLink, library.ConfirmAlways, resolver.Circumstances{},
			book + "the confirmation page comes first, because the library’s settings always show it for this type."},
		{bookLink, "", resolver.Circumstances{Page: true}, book + "the confirmation page comes first, because the link asks for it."},
		{bookLink, "", resolver.Circumstances{Closed: accepting},
			book + "the confirmation page comes first, because the library is closed and requests will wait."},
		{bookLink, "", resolver.Circumstances{Closed: suspended},
			book + "the page leads no further, because the library is closed and takes no requests."},
		{authorless, "", resolver.Circumstances{},
			book + "the confirmation page comes first, because a request needs what is missing: author."},
		{"genre=article&atitle=Weirs", "", resolver.Circumstances{}, "An article, by the rule “the genre is article”; " +
			"the confirmation page comes first, because a request needs what is missing: the journal’s title, year."},
		{"genre=bookitem&atitle=Mud&btitle=Weirs", "", resolver.Circumstances{},
			"A chapter, by the rule “genre bookitem, with a title of its own beside the book's”; " +
				"the confirmation page comes first, because a request needs what is missing: pages."},
		{uncertainType, "", resolver.Circumstances{}, book + "the confirmation page comes first, because two keys name different titles."},
		{"genre=article&atitle=Mud&title=Weirs&pmid=12345678&id=pmid:12345679&date=1990&volume=3", "", resolver.Circumstances{},
			"An article, by the rule “the genre is article”; the confirmation page comes first, because the link has two different values for PMID."},
		{"sid=" + interpret.PlainText + "&genre=book&title=Weirs&au=Lee", "", resolver.Circumstances{},
			book + "the confirmation page comes first, because it was read from plain text."},
		{"x=1", "", resolver.Circumstances{}, "No item; the page asks what the item is, because nothing in the link describes one."},
		{"rft.object_type=VIDEO&rft.title=Weirs", "", resolver.Circumstances{},
			"An item of the medium video, by the rule “it is not a text”; the page asks what the item is, because the link leaves the type open."},
		{unknownType, "", resolver.Circumstances{},
			"An item of no known type, by the rule “nothing says what it is”; the page asks what the item is, because the link leaves the type open."},
	} {
		lib := tipasa()
		lib.Confirm = tc.policy
		tc.at.Year = year
		if got := resolver.ResolveWithLookup(t.Context(), nil, lib, tc.link, tc.at).Sentence(); got != tc.want {
			t.Errorf("%s %s\n got %s\nwant %s", tc.link, tc.policy, got, tc.want)
		}
	}
}

// What a service says of the type is said as its word.
func TestSentenceAfterALookup(t *testing.T) {
	found := lookup{
		citation: citation.Citation{Type: citation.Book, Title: "Weirs", Medium: "video", ISBN: "9780306406157"},
		from:     map[string]string{"type": "Open Library"},
	}
	r := resolver.ResolveWithLookup(t.Context(), found, tipasa(), "isbn=9780306406157", resolver.Circumstances{Year: year})
	if got, want := r.Sentence(), "A book, as Open Library says; goes straight to the request form, because nothing needed is missing."; got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
	if got, want := r.Rule(), "Open Library says so"; got != want {
		t.Errorf("the rule is %q, want %q", got, want)
	}
}

// No type, action or reason is without words, and none leaves open which of several things held.
func TestEverySentenceIsWhole(t *testing.T) {
	for _, itemType := range citation.Types {
		r := resolver.Submitted(tipasa(), citation.Citation{Type: itemType, Title: "Weirs"}, "", "", resolver.Circumstances{Year: year}, true)
		if s := r.Sentence(); strings.HasPrefix(s, ";") {
			t.Errorf("%s: %s", itemType, s)
		}
	}
	links, err := readable.Links("interpret/testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range links {
		s := resolver.Resolve(tipasa(), link, year).Sentence()
		for _, wrong := range []string{"; ,", "because .", "because ,", " or ", "FIELD", "%"} {
			if strings.Contains(s, wrong) {
				t.Errorf("%s: %s", link, s)
			}
		}
	}
}
