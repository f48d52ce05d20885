package resolver_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"
)

// lookup answers every link with the same citation, and knows of no copies.
type lookup struct {
	noCopies

	citation citation.Citation
	from     map[string]string
	warnings warning.List
}

func (l lookup) Needed(_ *citation.Citation, wanted, _ bool) bool { return wanted }

func (l lookup) Complete(context.Context, citation.Citation, bool, bool) (citation.Citation, map[string]string, warning.List) {
	return l.citation, l.from, l.warnings
}

func TestResolveWithLookup(t *testing.T) {
	author := []citation.Name{{Family: "Ruiz"}}
	article := citation.Citation{
		Type: citation.Article, Title: "Deep sea fishes", ContainerTitle: "Journal of Tests",
		Author: author, Issued: citation.Date{Year: 2015}, DOI: "10.5555/x",
	}
	type outcome struct {
		Action     resolver.Action
		Confidence resolver.Confidence
		Missing    []string
		Codes      []warning.Code
		Location   string
	}
	const form = "https://12345.account.worldcat.org/profile/route/openurl?url_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:"
	tests := []struct {
		name     string
		link     string
		policy   library.Confirm
		citation citation.Citation
		from     map[string]string
		warnings warning.List
		want     outcome
	}{
		{
			name: "a bare DOI whose type is now known is redirected", link: "rft_id=info:doi/10.5555/x",
			citation: article, from: map[string]string{"type": "Crossref", "title": "Crossref"},
			want: outcome{resolver.Redirect, resolver.High, []string{}, []warning.Code{warning.TypeUncertain},
				form + "journal&rft.genre=article&rft_id=info:doi/10.5555/x&rft.jtitle=Journal+of+Tests&rft.atitle=Deep+sea+fishes&rft.title=Journal+of+Tests&rft.aulast=Ruiz&rft.au=Ruiz&rft.date=2015&rfr_id=info:sid/lendlink"},
		},
		{
			name: "a doubtful type that nobody confirmed stays doubtful", link: "rft_id=info:doi/10.5555/x",
			citation: citation.Citation{Type: citation.Document, Title: "A map", DOI: "10.5555/x"}, from: map[string]string{"title": "DataCite"},
			want: outcome{resolver.Ask, resolver.Low, []string{}, []warning.Code{warning.TypeUncertain},
				form + "dc&rft.genre=unknown&rft_id=info:doi/10.5555/x&rft.title=A+map&rfr_id=info:sid/lendlink"},
		},
		{
			name: "what is missing still leads over the page", link: "rft.genre=bookitem&rft.atitle=Fishes&rft.btitle=Handbook&rft_id=info:doi/10.5555/x",
			citation: citation.Citation{Type: citation.Chapter, Title: "Fishes", ContainerTitle: "Handbook", Publisher: "Pond", DOI: "10.5555/x"},
			from:     map[string]string{"publisher": "Crossref"},
			want: outcome{resolver.Confirm, resolver.High, []string{"page"}, nil,
				form + "book&rft.genre=bookitem&rft_id=info:doi/10.5555/x&rft.btitle=Handbook&rft.atitle=Fishes&rft.title=Handbook&rft.pub=Pond&rfr_id=info:sid/lendlink"},
		},
		{
			name: "the policy holds for what is complete now", link: "rft_id=info:doi/10.5555/x", policy: library.ConfirmAlways,
			citation: article, from: map[string]string{"type": "Crossref"},
			want: outcome{resolver.Confirm, resolver.High, []string{}, []warning.Code{warning.TypeUncertain},
				form + "journal&rft.genre=article&rft_id=info:doi/10.5555/x&rft.jtitle=Journal+of+Tests&rft.atitle=Deep+sea+fishes&rft.title=Journal+of+Tests&rft.aulast=Ruiz&rft.au=Ruiz&rft.date=2015&rfr_id=info:sid/lendlink"},
		},
		{
			name: "what the lookup has to tell follows what the link gave rise to", link: "rft_id=info:doi/10.5555/x&rft.isbn=123",
			citation: citation.Citation{Type: citation.Document, DOI: "10.5555/x"}, from: nil,
			warnings: warning.List{{Code: warning.LookupUnanswered, Field: "DOI", Detail: "10.5555/x"}},
			want: outcome{resolver.Ask, resolver.Low, []string{"title"}, []warning.Code{warning.ISBNInvalid, warning.TypeUncertain, warning.LookupUnanswered},
				form + "dc&rft.genre=unknown&rft_id=info:doi/10.5555/x&rfr_id=info:sid/lendlink"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := tipasa()
			lib.Confirm = tt.policy
			found := lookup{citation: tt.citation, from: tt.from, warnings: tt.warnings}
			r := resolver.ResolveWithLookup(t.Context(), found, lib, tt.link, resolver.Circumstances{Year: year})
			got := outcome{r.Action, r.Confidence, r.Missing, nil, r.Location}
			for _, w := range r.Warnings {
				got.Codes = append(got.Codes, w.Code)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if diff := cmp.Diff(tt.from, r.From); diff != "" {
				t.Errorf("from (-want +got):\n%s", diff)
			}
		})
	}
}

// searching notes whether an item may be searched for by its words, which is asked where more is wanted.
type searching struct {
	noCopies

	searched *[]bool
}

func (s searching) Needed(_ *citation.Citation, _, searched bool) bool {
	*s.searched = append(*s.searched, searched)
	return true
}

func (s searching) Complete(_ context.Context, c citation.Citation, _, searched bool) (citation.Citation, map[string]string, warning.List) {
	*s.searched = append(*s.searched, searched)
	return c, nil, nil
}

// What was pasted is searched for by its words; a link's maker knows the item's numbers. A library that wants no lookups
// asks for nothing.
func TestWhatIsSearchedFor(t *testing.T) {
	for _, tt := range []struct {
		source string
		off    bool
		want   []bool
	}{
		{interpret.PlainText, false, []bool{true, true}},
		{interpret.Pasted, false, []bool{true, true}},
		{"EBSCO:MLA", false, []bool{false, false}},
		{interpret.PlainText, true, nil},
	} {
		lib := tipasa()
		lib.NoLookup = tt.off
		var got []bool
		link := "sid=" + tt.source + "&genre=article&atitle=Mud+banks&date=1990"
		resolver.ResolveWithLookup(t.Context(), searching{searched: &got}, lib, link, resolver.Circumstances{Year: year})
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s, lookups off %t: searched for %v, want %v", tt.source, tt.off, got, tt.want)
		}
	}
}

func TestWantsLookup(t *testing.T) {
	tests := []struct {
		name, link string
		policy     library.Confirm
		want       bool
	}{
		{"a bare DOI", "rft_id=info:doi/10.5555/x", "", true},
		{"a bare DOI that says it is an article's", "rft.genre=article&rft_id=info:doi/10.5555/x", "", true},
		{"an article without its journal", "rft.genre=article&rft.atitle=Fishes&rft_id=info:doi/10.5555/x", "", true},
		{"an article with its journal", "rft.genre=article&rft.atitle=Fishes&rft.jtitle=Nature&rft.date=2015&rft_id=info:doi/10.5555/x", "", false},
		{"an article of which the title alone is unknown", "rft.genre=article&rft.jtitle=Nature&rft.date=2015&rft_id=info:doi/10.5555/x", "", true},
		{"a chapter without its book", "rft.genre=bookitem&rft.atitle=Fishes&rft.pages=1-2", "", true},
		{"a chapter with its book", "rft.genre=bookitem&rft.atitle=Fishes&rft.btitle=Handbook&rft.pages=1-2", "", false},
		{"a book with neither author nor number", "rft.genre=book&rft.btitle=Handbook", "", true},
		{"a book", "rft.genre=book&rft.btitle=Handbook&rft.isbn=9780306406157", "", false},
		{"an article that goes straight on, by its number alone", "rft.genre=article&rft_id=info:doi/10.5555/x", library.ConfirmNever, true},
		{"a book without an author that goes straight on", "rft.genre=book&rft.btitle=Handbook", library.ConfirmNever, true},
		{"an item of an uncertain type that goes straight on", uncertainType, library.ConfirmNever, true},
		{"a book whose page is always shown", "rft.genre=book&rft.btitle=Handbook&rft.isbn=9780306406157", library.ConfirmAlways, true},
		{"a chapter without its book that goes straight on", "rft.genre=bookitem&rft.atitle=Fishes&rft.pages=1-2", library.ConfirmNever, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := tipasa()
			lib.Confirm = tt.policy
			r := resolver.Resolve(lib, tt.link, year)
			if got := r.WantsLookup(); got != tt.want {
				t.Errorf("WantsLookup is %t; missing %v, confidence %s", got, r.Missing, r.Confidence)
			}
		})
	}
}
