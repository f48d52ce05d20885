package plaintext_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/citation"
	"lendlink/resolver/reference/plaintext"
)

// Every phrase for a date that there is not, or not yet, is read where author-year styles have the
// date, and at the end.
func TestUndated(t *testing.T) {
	for _, phrase := range slices.Concat(citation.NoDate, citation.NotYet) {
		bare := strings.TrimSuffix(phrase, ".")
		first, n := utf8.DecodeRuneInString(bare)
		upper := string(unicode.ToUpper(first)) + bare[n:]
		for _, text := range []string{
			"Smith, J. (" + phrase + ") Mud in weirs. London: Quay Press.",
			"Smith, J. (" + phrase + "). Mud in weirs. London: Quay Press.",
			"Smith, J. [" + phrase + "], Mud in weirs. London: Quay Press.",
			"Smith, J. (" + phrase + "-a). Mud in weirs. London: Quay Press.",
			"Smith, J. " + bare + ". Mud in weirs. London: Quay Press.",
			"Smith, J., " + phrase + ", Mud in weirs. London: Quay Press.",
			"Smith, J. Mud in weirs. London: Quay Press, " + phrase + ".",
			"Smith, J. Mud in weirs. London: Quay Press (" + phrase + ").",
			"Smith, John. " + upper + ". Mud in weirs. London: Quay Press.",
		} {
			got, ok := plaintext.Parse(text, year)
			c := &got.Citation
			names := len(c.Author) == 1 && c.Author[0].Family == "Smith" && strings.HasPrefix(c.Author[0].Given, "J") && len(c.Author[0].Given) <= 4
			if !ok || c.Title != "Mud in weirs" || c.Publisher != "Quay Press" || !names {
				t.Errorf("%q is read as %+v", text, got)
			}
			if !c.Issued.IsZero() || !citation.IsUndated(got.Note) {
				t.Errorf("%q: date %q, note %q", text, c.Issued.String(), got.Note)
			}
		}
	}
}

// An organisation can have such a phrase after it.
func TestUndatedOrganisation(t *testing.T) {
	for _, organisation := range []string{"Ministry of Health", "WHO"} {
		got, _ := plaintext.Parse(organisation+" (no date) Mud in weirs. London: Quay Press.", year)
		if c := &got.Citation; c.Title != "Mud in weirs" || len(c.Author) != 1 || c.Author[0].String() != organisation || got.Note != "no date" {
			t.Errorf("%s: %+v", organisation, got)
		}
	}
}

// Abbreviations differ from initials by the small letter.
func TestNoDateAfterInitials(t *testing.T) {
	for text, given := range map[string]string{"Smith, J. N.d. Mud in weirs.": "J.", "Smith, J. N. D. Mud in weirs.": "J. N. D."} {
		got, _ := plaintext.Parse(text+" London: Quay Press.", year)
		if c := &got.Citation; c.Title != "Mud in weirs" || len(c.Author) != 1 || c.Author[0].Given != given {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

// What follows distinguishes a phrase with a capital after the names from a title.
func TestUndatedWithCapital(t *testing.T) {
	for text, want := range map[string]string{
		"Smith, J. In press, Mud in weirs. London: Quay Press.":                         "Mud in weirs",
		"Smith, J. Forthcoming, 'Mud in weirs'. London: Quay Press.":                    "Mud in weirs",
		"Smith, J. Forthcoming. London: a study. Oxford: Quay Press.":                   "London: a study",
		"Smith, J. Forthcoming. Mud: the 1914 weirs of Quay. London: Quay Press.":       "Mud: the 1914 weirs of Quay",
		"Smith, J. Forthcoming, submitted, buried. A memoir. London: Quay Press, 1999.": "Forthcoming, submitted, buried. A memoir",
		"Smith, J. Forthcoming. London: Quay Press, 1999.":                              "Forthcoming",
	} {
		got, _ := plaintext.Parse(text, year)
		if c := &got.Citation; c.Title != want || c.Publisher != "Quay Press" {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

// The abbreviations of some states are those for no date.
func TestStateIsNoDate(t *testing.T) {
	got, _ := plaintext.Parse("Roe, Bo. Mud in weirs. Quay Press, Fargo, ND, 1999.", year)
	if got.Citation.PublisherPlace != "Fargo, ND" {
		t.Errorf("%+v", got)
	}
}

// Titles have the words too.
func TestTitlesThatSoundUndated(t *testing.T) {
	for _, title := range []string{
		"Undated letters", "In press: a memoir", "No date for Miss Roe", "In preparation for the flood", "Forthcoming", "Submitted", "In press",
		"Accepted, submitted, forthcoming: a memoir", "Signed, submitted, and sealed", "Print, power and people",
	} {
		for _, text := range []string{"Smith, J. " + title + ". London: Quay Press, 1999.", "Smith, J. (1999) " + title + ". London: Quay Press."} {
			got, _ := plaintext.Parse(text, year)
			if c := &got.Citation; c.Title != title || c.Publisher != "Quay Press" || c.Issued.Year != 1999 {
				t.Errorf("%q is read as %+v", text, got)
			}
		}
	}
	got, _ := plaintext.Parse(`Roe, B. "Mud in weirs." J Ports, 3(2), 4-5. Submitted, under review.`, year)
	if got.Note != "Submitted; under review" {
		t.Errorf("of two in a row the note is %q", got.Note)
	}
	got, _ = plaintext.Parse("Smith, J. Mud in weirs, in forthcoming proceedings of the Weir Conference", year)
	if got.Citation.Title != "Mud in weirs" {
		t.Errorf("the title ends in %q", got.Citation.Title)
	}
}
