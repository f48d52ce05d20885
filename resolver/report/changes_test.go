package report_test

import (
	"slices"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/report"
)

// resolution is what became of a link, as replay reads it from what was kept.
func resolution(location string, c citation.Citation, missing ...string) *resolver.Resolution {
	return &resolver.Resolution{Citation: c, Confidence: resolver.High, Action: resolver.Redirect, Location: location, Missing: missing}
}

func TestChanges(t *testing.T) {
	const form = "https://ill.example.edu/form?"
	dune := citation.Citation{Type: citation.Book, Title: "Dune", Publisher: "Ace"}
	doubted := resolution(form+"title=Dune", dune)
	doubted.Confidence, doubted.Action = resolver.Low, resolver.Confirm
	for _, tt := range []struct {
		why     string
		was, is *resolver.Resolution
		want    []report.Change
	}{
		{"nothing", resolution(form+"title=Dune", dune), resolution(form+"title=Dune", dune), nil},
		{
			"fields of the citation, of which what is sent follows",
			resolution(form+"title=Dune&pub=Ace", dune),
			resolution(form+"title=Dune+II&year=1969", citation.Citation{Type: citation.Book, Title: "Dune II", Issued: citation.Date{Year: 1969}}),
			[]report.Change{{Field: "title", Was: "Dune", Is: "Dune II"}, {Field: "publisher", Was: "Ace"}, {Field: "issued", Is: "1969"}},
		},
		{
			"the decision",
			resolution(form+"title=Dune", dune), doubted,
			[]report.Change{{Field: "confidence", Was: "high", Is: "low"}, {Field: "action", Was: "redirect", Is: "confirm"}},
		},
		{
			"what is missing",
			resolution(form+"title=Dune", dune, "author"), resolution(form+"title=Dune", dune, "author", "page"),
			[]report.Change{{Field: "missing", Was: "author", Is: "author, page"}},
		},
		{
			"keys of the form, of the same citation",
			resolution(form+"title=Dune&au=Herbert&pub=Ace", dune), resolution(form+"title=Dune&au=Herbert&au=Roe&place=Lund", dune),
			[]report.Change{{Field: "form.au", Was: "Herbert", Is: "Herbert | Roe"}, {Field: "form.pub", Was: "Ace"}, {Field: "form.place", Is: "Lund"}},
		},
		{
			"the order of keys is none", resolution(form+"title=Dune&au=Herbert", dune), resolution(form+"au=Herbert&title=Dune", dune), nil,
		},
		{
			"the form's address, behind a proxy",
			resolution(form+"title=Dune", dune), resolution("https://proxy.example.edu/login?url="+form+"title=Dune", dune),
			[]report.Change{{Field: "location", Was: "https://ill.example.edu/form", Is: "https://proxy.example.edu/login?url=https://ill.example.edu/form"}},
		},
		{
			"an address that nothing is sent to",
			resolution("https://ill.example.edu/form", dune), resolution("", dune),
			[]report.Change{{Field: "location", Was: "https://ill.example.edu/form"}},
		},
		{
			"what was kept with keys that cannot be read",
			resolution(form+"title=%zz", dune), resolution(form+"title=Dune", dune),
			[]report.Change{{Field: "form.title", Is: "Dune"}},
		},
	} {
		got := report.Changes(tt.was, tt.is)
		if !equalChanges(got, tt.want) {
			t.Errorf("%s: got %+v, want %+v", tt.why, got, tt.want)
		}
		var back []report.Change
		for _, c := range report.Changes(tt.is, tt.was) {
			back = append(back, report.Change{Field: c.Field, Was: c.Is, Is: c.Was})
		}
		if !equalChanges(back, got) {
			t.Errorf("%s: back again it is %+v, not %+v", tt.why, back, got)
		}
	}
}

// equalChanges reports whether two lists have the same changes, in whatever order.
func equalChanges(a, b []report.Change) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(c report.Change) bool { return !slices.Contains(b, c) })
}
