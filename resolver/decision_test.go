package resolver_test

import (
	"testing"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"
)

const (
	bookLink      = "rft.genre=book&rft.btitle=Dune&rft.au=Herbert,+Frank"
	authorless    = "rft.genre=book&rft.btitle=Dune"
	unknownType   = "rft.title=Dune&rft.genre=unknown"
	uncertainType = "genre=book&btitle=Locks&title=Weirs&aulast=Lee"
)

func TestDecision(t *testing.T) {
	accepting, suspended := &library.Closed{Accept: true}, &library.Closed{}
	for _, tc := range []struct {
		name, link string
		policy     library.Confirm
		at         resolver.Circumstances
		action     resolver.Action
		reason     resolver.Reason
	}{
		{"a complete item", bookLink, "", resolver.Circumstances{}, resolver.Redirect, resolver.Complete},
		{"nothing in the link", "x=1", "", resolver.Circumstances{}, resolver.Ask, resolver.NothingUsable},
		{"nothing in it, whatever the policy", "x=1", library.ConfirmNever, resolver.Circumstances{}, resolver.Ask, resolver.NothingUsable},
		{"no telling what it is", unknownType, "", resolver.Circumstances{}, resolver.Ask, resolver.TypeUnknown},
		{"no telling what it is, on the page", unknownType, "", resolver.Circumstances{Page: true}, resolver.Ask, resolver.TypeUnknown},
		{"no telling what it is, by a policy of no pages", unknownType, library.ConfirmNever, resolver.Circumstances{}, resolver.Redirect, resolver.NeverConfirm},
		{"the page was asked for", bookLink, "", resolver.Circumstances{Page: true}, resolver.Confirm, resolver.PageRequested},
		{"the page was asked for, by a policy of no pages", bookLink, library.ConfirmNever, resolver.Circumstances{Page: true}, resolver.Confirm, resolver.PageRequested},
		{"closed, and takes no requests", bookLink, "", resolver.Circumstances{Closed: suspended}, resolver.Confirm, resolver.RequestsSuspended},
		{"closed, takes none, a policy of no pages", bookLink, library.ConfirmNever, resolver.Circumstances{Closed: suspended}, resolver.Confirm, resolver.RequestsSuspended},
		{"closed, and requests wait", bookLink, "", resolver.Circumstances{Closed: accepting}, resolver.Confirm, resolver.LibraryClosed},
		{"requests wait, a policy of no pages", bookLink, library.ConfirmNever, resolver.Circumstances{Closed: accepting}, resolver.Redirect, resolver.NeverConfirm},
		{"a policy of pages", bookLink, library.ConfirmAlways, resolver.Circumstances{}, resolver.Confirm, resolver.AlwaysConfirm},
		{"the type may be another", uncertainType, "", resolver.Circumstances{}, resolver.Confirm, resolver.Doubtful},
		{"something is missing", authorless, "", resolver.Circumstances{}, resolver.Confirm, resolver.FieldsMissing},
		{"something is missing, a policy of no pages", authorless, library.ConfirmNever, resolver.Circumstances{}, resolver.Redirect, resolver.NeverConfirm},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lib := tipasa()
			lib.Confirm = tc.policy
			tc.at.Year = year
			r := resolver.ResolveWithLookup(t.Context(), nil, lib, tc.link, tc.at)
			if r.Action != tc.action || r.Reason != tc.reason {
				t.Errorf("%s because of %s, want %s because of %s", r.Action, r.Reason, tc.action, tc.reason)
			}
		})
	}
}

func TestDecisionOnASubmittedForm(t *testing.T) {
	whole := citation.Citation{Type: citation.Book, Title: "Dune", ISBN: "9780441172719"}
	lacking := citation.Citation{Type: citation.Book, Title: "Dune"}
	numbered := citation.Citation{Type: citation.Book, Title: "Dune", Custom: citation.Custom{OCLC: "60525"}}
	document := citation.Citation{Type: citation.Document, Title: "A map"}
	for _, tc := range []struct {
		name      string
		item      citation.Citation
		policy    library.Confirm
		closed    *library.Closed
		confirmed bool
		action    resolver.Action
		reason    resolver.Reason
	}{
		{"all there", whole, "", nil, false, resolver.Redirect, resolver.Complete},
		{"all there, by a policy of pages: this was the page", whole, library.ConfirmAlways, nil, false, resolver.Redirect, resolver.Complete},
		{"of no known type", document, "", nil, false, resolver.Redirect, resolver.Complete},
		{"known by its OCLC number", numbered, "", nil, false, resolver.Redirect, resolver.Complete},
		{"nothing filled in", citation.Citation{Type: citation.Book}, "", nil, false, resolver.Confirm, resolver.FieldsMissing},
		{"something is missing", lacking, "", nil, false, resolver.Confirm, resolver.FieldsMissing},
		{"something is missing that was asked for", lacking, "", nil, true, resolver.Redirect, resolver.Complete},
		{"something is missing, a policy of no pages", lacking, library.ConfirmNever, nil, false, resolver.Redirect, resolver.NeverConfirm},
		{"closed, and requests wait", whole, "", &library.Closed{Accept: true}, false, resolver.Redirect, resolver.Complete},
		{"closed, and takes none", whole, library.ConfirmNever, &library.Closed{}, true, resolver.Confirm, resolver.RequestsSuspended},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lib := tipasa()
			lib.Confirm = tc.policy
			r := resolver.Submitted(lib, tc.item, "primo", "", resolver.Circumstances{Year: year, Closed: tc.closed}, tc.confirmed)
			if r.Action != tc.action || r.Reason != tc.reason {
				t.Errorf("%s because of %s, want %s because of %s", r.Action, r.Reason, tc.action, tc.reason)
			}
		})
	}
}

func TestCircumstancesKnowTheClosure(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 12, d, 0, 0, 0, 0, time.UTC) }
	lib := &library.Library{Closed: &library.Closed{From: day(20), Until: day(24)}}
	for d, closed := range map[int]bool{19: false, 20: true, 24: true, 25: false} {
		if at := resolver.At(lib, day(d)); at.Year != 2026 || (at.Closed != nil) != closed {
			t.Errorf("on the %dth: %+v", d, at)
		}
	}
}

// The number of a record is kept where the settings of a library send it on.
func TestRecordNumber(t *testing.T) {
	lib := tipasa()
	const link = bookLink + "&rft.mms_id=991234567890107871"
	if r := resolver.Resolve(lib, link, year); r.Citation.Custom.MMS != "" || r.Origin("MMS").Pairs != nil {
		t.Errorf("%q is kept, and goes nowhere", r.Citation.Custom.MMS)
	}
	lib.RecordURL = "https://search.example.edu/alma{mms_id}"
	if r := resolver.Resolve(lib, link, year); r.Citation.Custom.MMS != "991234567890107871" || len(r.Origin("MMS").Pairs) != 1 {
		t.Errorf("the number is %q, from %v", r.Citation.Custom.MMS, r.Origin("MMS").Pairs)
	}
}

// A link that went on after what was read of it has a warning, before those about what was read.
func TestCutLink(t *testing.T) {
	for _, cut := range []bool{false, true} {
		r := resolver.ResolveWithLookup(t.Context(), nil, tipasa(), bookLink+"&isbn=1", resolver.Circumstances{Year: year, Cut: cut})
		if first := r.Warnings[0].Code; (first == warning.TooLong) != cut || len(r.Warnings) > 2 {
			t.Errorf("cut %t: %v", cut, r.Warnings)
		}
	}
}

func TestOrigin(t *testing.T) {
	const link = "rft.genre=article&rft.atitle=Fishes&rft_id=info:doi/10.5555/x"
	found := lookup{
		citation: citation.Citation{Type: citation.Article, Title: "Fishes", ContainerTitle: "Ponds", DOI: "10.5555/x"},
		from:     map[string]string{"container-title": "Crossref"},
	}
	r := resolver.ResolveWithLookup(t.Context(), found, tipasa(), link, resolver.Circumstances{Year: year})
	if o := r.Origin("title"); len(o.Pairs) != 1 || o.Pairs[0] != 1 || o.Lookup != "" || o.Patron {
		t.Errorf("title from %+v, want the second pair", o)
	}
	if o := r.Origin("container-title"); o.Lookup != "Crossref" || o.Pairs != nil || o.Patron {
		t.Errorf("container-title from %+v, want Crossref", o)
	}
	typed := resolver.Submitted(tipasa(), found.citation, "", "", resolver.Circumstances{Year: year}, false)
	if o := typed.Origin("title"); !o.Patron || o.Pairs != nil || o.Lookup != "" {
		t.Errorf("title from %+v, want the patron", o)
	}
}
