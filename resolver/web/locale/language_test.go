package locale_test

import (
	"testing"
	"testing/fstest"

	"lendlink/resolver/citation"
	"lendlink/resolver/web/locale"
)

// A language is a file: its month names, the order of a date and the forms of its ordinals
// come with its texts.
func TestMadeUpLanguage(t *testing.T) {
	localizers, err := locale.Load(fstest.MapFS{
		"locales/en.json": {Data: []byte(`{"edition.one": "{1}st", "edition.other": "{1}th", "date.first": "1", "list.and": "{1} and {2}"}`)},
		"locales/eo.json": {Data: []byte(`{
			"date.months": "unua, dua, tria, kvara, kvina, sesa, sepa, oka, naŭa, deka, dekunua, dekdua",
			"date.day": "la {1}-a de {2}, {3}", "date.month": "{1} {2}", "edition.other": "{1}-a"}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	made := localizers["eo"]
	for _, tc := range []struct{ got, want string }{
		{made.Date(citation.Date{Year: 2019}), "2019"},
		{made.Date(citation.Date{Year: 2019, Month: 3}), "tria 2019"},
		{made.Date(citation.Date{Year: 2019, Month: 12, Day: 20}), "la 20-a de dekdua, 2019"},
		{made.Ordinal("edition", 2), "2-a"},
		{made.T("list.and", "a", "b"), "a and b"}, // what it lacks is English
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}
