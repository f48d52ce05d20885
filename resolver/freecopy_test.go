package resolver_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/warning"
)

// noCopies knows of no free copy.
type noCopies struct{}

func (noCopies) Within(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}
func (noCopies) AsksForCopies(*citation.Citation) bool        { return false }
func (noCopies) Prefetch(context.Context, *citation.Citation) {}
func (noCopies) FreeCopy(context.Context, *citation.Citation, bool) (openaccess.Copy, bool) {
	return openaccess.Copy{}, false
}

// copies knows of a copy of everything that has a DOI or an ISBN, or of nothing. It notes
// what is asked of it.
type copies struct {
	url     string
	steps   *[]string
	fills   string // the DOI that it fills in
	lending *bool
}

func (c copies) note(step string) { *c.steps = append(*c.steps, step) }

func (c copies) Within(ctx context.Context) (context.Context, context.CancelFunc) {
	c.note("wait")
	return context.WithCancel(ctx)
}

func (c copies) Needed(_ *citation.Citation, wanted, _ bool) bool { return wanted && c.fills != "" }

func (c copies) Complete(_ context.Context, item citation.Citation, _, _ bool) (citation.Citation, map[string]string, warning.List) {
	c.note("fill")
	item.DOI, item.ContainerTitle = c.fills, "Harbours"
	return item, map[string]string{"DOI": "Crossref", "type": "Crossref"}, nil
}

func (c copies) AsksForCopies(item *citation.Citation) bool   { return item.DOI != "" || item.ISBN != "" }
func (c copies) Prefetch(context.Context, *citation.Citation) { c.note("begin") }
func (c copies) FreeCopy(_ context.Context, item *citation.Citation, borrowable bool) (openaccess.Copy, bool) {
	c.note("copy of " + item.DOI + item.ISBN)
	*c.lending = borrowable
	return openaccess.Copy{URL: c.url}, c.url != ""
}

func TestFreeCopies(t *testing.T) {
	const (
		whole   = "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank&rft.isbn=9780441172719"
		lacking = "rft.genre=bookitem&rft.atitle=Towage&rft.aulast=Ruiz&rft_id=info:doi/10.5555/tug"
		url     = "https://press.example.org/"
	)
	page := resolver.Circumstances{Page: true}
	for _, tt := range []struct {
		name, link string
		show       library.ShowCopies
		policy     library.Confirm
		at         resolver.Circumstances
		known      string // the address of the copy
		fills      string
		steps      string
		action     resolver.Action
		reason     resolver.Reason
		shown      bool
	}{
		{"a redirect asks nobody", whole, library.ShowOnPage, "", resolver.Circumstances{}, url, "", "", resolver.Redirect, resolver.Complete, false},
		{"a redirect of a library that never shows pages", lacking, library.ShowOnPage, library.ConfirmNever, resolver.Circumstances{}, url, "",
			"", resolver.Redirect, resolver.NeverConfirm, false},
		{"a page", whole, library.ShowOnPage, "", page, url, "", "wait, copy of 9780441172719", resolver.Confirm, resolver.PageRequested, true},
		{"a page of a library that says nothing", whole, "", "", page, url, "", "wait, copy of 9780441172719", resolver.Confirm, resolver.PageRequested, true},
		{"a page because something is missing", lacking, library.ShowOnPage, "", resolver.Circumstances{}, url, "",
			"wait, copy of 10.5555/tug", resolver.Confirm, resolver.FieldsMissing, true},
		{"no copy", whole, library.ShowOnPage, "", page, "", "", "wait, copy of 9780441172719", resolver.Confirm, resolver.PageRequested, false},
		{"a library that shows none", whole, library.ShowNever, "", page, url, "", "", resolver.Confirm, resolver.PageRequested, false},
		{"an answer for a program", whole, library.ShowAlways, "", resolver.Circumstances{NoCopies: true}, url, "", "", resolver.Redirect, resolver.Complete, false},
		{"always, and there is one", whole, library.ShowAlways, "", resolver.Circumstances{}, url, "",
			"wait, copy of 9780441172719", resolver.Confirm, resolver.FreeToRead, true},
		{"always, and there is none", whole, library.ShowAlways, "", resolver.Circumstances{}, "", "",
			"wait, copy of 9780441172719", resolver.Redirect, resolver.Complete, false},
		{"always, whatever the policy", whole, library.ShowAlways, library.ConfirmNever, resolver.Circumstances{}, url, "",
			"wait, copy of 9780441172719", resolver.Confirm, resolver.FreeToRead, true},
		{"always, and something is missing", lacking, library.ShowAlways, "", resolver.Circumstances{}, url, "",
			"wait, copy of 10.5555/tug", resolver.Confirm, resolver.FieldsMissing, true},
		{"a redirect once the gap is filled", lacking, library.ShowOnPage, "", resolver.Circumstances{}, url, "10.5555/tug",
			"wait, fill", resolver.Redirect, resolver.Complete, false},
		{"always, once the gap is filled", lacking, library.ShowAlways, "", resolver.Circumstances{}, url, "10.5555/tug",
			"wait, begin, fill, copy of 10.5555/tug", resolver.Confirm, resolver.FreeToRead, true},
		{"a page, begun while the gap is filled", lacking, library.ShowOnPage, "", page, url, "10.5555/other",
			"wait, begin, fill, copy of 10.5555/other", resolver.Confirm, resolver.PageRequested, true},
		{"nothing to ask by", "rft.genre=book&rft.btitle=Dune", library.ShowAlways, "", page, url, "", "", resolver.Confirm, resolver.PageRequested, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lib := tipasa()
			lib.Confirm, lib.FreeCopies = tt.policy, library.FreeCopies{Show: tt.show, Borrowable: true}
			tt.at.Year = year
			var steps []string
			var lending bool
			r := resolver.ResolveWithLookup(t.Context(), copies{tt.known, &steps, tt.fills, &lending}, lib, tt.link, tt.at)
			if diff := cmp.Diff(tt.steps, strings.Join(steps, ", ")); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
			if r.Action != tt.action || r.Reason != tt.reason || (r.FreeCopy != nil) != tt.shown {
				t.Errorf("%s because of %s, copy %v", r.Action, r.Reason, r.FreeCopy)
			}
			if tt.shown && !lending {
				t.Error("copies that are lent were not asked for")
			}
		})
	}
}

// A page asks for a copy by itself too: where there is somebody to ask, the library wants it and the item has a number.
func TestFreeCopyOfAnItem(t *testing.T) {
	book := citation.Citation{Type: citation.Book, Title: "Dune", ISBN: "9780441172719"}
	for _, tt := range []struct {
		name  string
		item  citation.Citation
		show  library.ShowCopies
		steps string
	}{
		{"a book", book, library.ShowOnPage, "copy of 9780441172719"},
		{"a library that shows none", book, library.ShowNever, ""},
		{"nothing to ask by", citation.Citation{Type: citation.Book, Title: "Dune"}, library.ShowOnPage, ""},
	} {
		lib := tipasa()
		lib.FreeCopies = library.FreeCopies{Show: tt.show}
		var steps []string
		var lending bool
		free := resolver.FreeCopy(t.Context(), copies{"https://press.example.org/", &steps, "", &lending}, lib, &tt.item)
		if strings.Join(steps, ", ") != tt.steps || (free != nil) != (tt.steps != "") {
			t.Errorf("%s: %q leads to %v", tt.name, steps, free)
		}
	}
	if free := resolver.FreeCopy(t.Context(), nil, tipasa(), &book); free != nil {
		t.Errorf("nobody knows of %v", free)
	}
}
