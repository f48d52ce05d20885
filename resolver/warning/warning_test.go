package warning_test

import (
	"encoding/json"
	"slices"
	"testing"

	"lendlink/resolver/warning"
)

func TestList(t *testing.T) {
	var list warning.List
	if list.Has(warning.ISBNInvalid) {
		t.Error("an empty list has a warning")
	}
	list.Add(warning.ISBNInvalid, "isbn", "9780306406154")
	list.Add(warning.TypeUncertain, "", "")
	list.Add(warning.ISBNInvalid, "eisbn", "0")
	want := warning.List{
		{Code: warning.ISBNInvalid, Field: "isbn", Detail: "9780306406154"},
		{Code: warning.TypeUncertain},
		{Code: warning.ISBNInvalid, Field: "eisbn", Detail: "0"},
	}
	if !slices.Equal(list, want) {
		t.Errorf("got %+v, want %+v", list, want)
	}
	for code, has := range map[warning.Code]bool{
		warning.ISBNInvalid: true, warning.TypeUncertain: true, warning.ISSNInvalid: false, "isbn": false, "": false,
	} {
		if list.Has(code) != has {
			t.Errorf("it has %q: %t", code, !has)
		}
	}
}

// TestJSON: what programs get of a warning leaves out what is empty.
func TestJSON(t *testing.T) {
	for want, w := range map[string]warning.Warning{
		`{"code":"isbn-invalid","field":"isbn","detail":"0"}`: {Code: warning.ISBNInvalid, Field: "isbn", Detail: "0"},
		`{"code":"type-uncertain"}`:                           {Code: warning.TypeUncertain},
	} {
		if got, err := json.Marshal(w); string(got) != want || err != nil {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
}
