package placeholder_test

import (
	"slices"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
)

// TestKnown: a template may have each placeholder that is known, and none of a request's in a search.
func TestKnown(t *testing.T) {
	search, request := placeholder.Known(placeholder.Search), placeholder.Known(placeholder.Request)
	for _, name := range request {
		if _, err := placeholder.Parse("{"+name+"}", placeholder.Request); err != nil {
			t.Errorf("a request does not know {%s}: %v", name, err)
		}
		_, err := placeholder.Parse("{"+name+"}", placeholder.Search)
		if isKnown := slices.Contains(search, name); isKnown != (err == nil) {
			t.Errorf("a search knows {%s}: %t, with error %v", name, isKnown, err)
		}
	}
	for _, name := range search {
		if !slices.Contains(request, name) {
			t.Errorf("a request does not know {%s}, which a search does", name)
		}
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(request))); len(unique) != len(request) {
		t.Errorf("a name stands for two values: %q", request)
	}
}

func TestValuesOfARequest(t *testing.T) {
	it := placeholder.New(&citation.Citation{})
	it.Genre, it.Format, it.Whole, it.Part = "bookitem", "info:ofi/fmt:kev:mtx:book", "Hill towns", "Water"
	it.Book, it.Journal = "Hill towns", "Hill Letters"
	it.Source, it.Record, it.Changed = " primo\n", "https://primo.example/1", "title, volume"
	for name, want := range map[string]string{
		"genre": "bookitem", "format": "info:ofi/fmt:kev:mtx:book", "main-title": "Hill towns", "part-title": "Water", "book-title": "Hill towns",
		"journal-title": "Hill Letters", "source": "primo", "record": "https://primo.example/1", "changed": "title, volume",
	} {
		if got, ok := placeholder.MustParse("{"+name+"}").Expand(&it, nil); got != want || !ok {
			t.Errorf("{%s} is %q, want %q", name, got, want)
		}
	}
}

func TestOneOfTwoValues(t *testing.T) {
	for _, tt := range []struct {
		c              citation.Citation
		template, want string
	}{
		{citation.Citation{Title: "Water", ContainerTitle: "Hill towns"}, "{whole-title}", "Hill towns"},
		{citation.Citation{Title: "Dune"}, "{whole-title}", "Dune"},
		{citation.Citation{ISBN: "9780306406157", ISSN: "0378-5955"}, "{isbn-or-issn}", "9780306406157"},
		{citation.Citation{ISSN: "0378-5955"}, "{isbn-or-issn}", "0378-5955"},
		{citation.Citation{}, "{isbn-or-issn}", ""},
	} {
		if got := expand(t, &tt.c, tt.template); got != tt.want {
			t.Errorf("%s of %+v is %q, want %q", tt.template, tt.c, got, tt.want)
		}
	}
}
