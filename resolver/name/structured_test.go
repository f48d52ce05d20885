package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestFromParts(t *testing.T) {
	for _, tt := range []struct{ why, last, first, want string }{
		{"a newspaper's By", "By MARGARET CHO", "", "CHO|MARGARET"},
		{"in lower case", "By Margaret Cho", "", "Cho|Margaret"},
		{"a degree after a family name", "Weston PhD", "Clara", "Weston|Clara"},
		{"the whole name under both keys", "Roe, Ann", "Roe, Ann", "Roe|Ann"},
		{"in direct order", "Ann Roe", "Ann Roe", "Roe|Ann"},
		{"a family name under both keys", "Roe", "Roe", "Roe|"},
		{"a given name alone", "", "Ann", "Ann|"},
		{"nothing", "", "", ""},
		{"nobody", "Anonymous", "", ""},
		{"nobody twice", "Anonymous", "Anonymous", ""},
		{"somebody of that name", "Anonymous", "Ann", "Anonymous|Ann"},
		{"words for nobody, whatever comes with them", "no author listed", "Ann", ""},
		{"where an organisation is", "Weir Society (London)", "", "[Weir Society]"},
		{"a role in brackets", "Roe (ed.)", "Ann", "Roe|Ann"},
		{"the Latin form after a stroke", "村上 / Murakami", "春樹", "村上|春樹"},
		{"a news agency", "Ann Roe Associated Press", "", "Roe|Ann"},
		{"an organisation", "Weir Society", "", "[Weir Society]"},
		{"a person of such a name", "Weir Society", "Ann", "Weir Society|Ann"},
		{"a firm's form cut off at its comma", "Weir Society", "Ltd.", "[Weir Society, Ltd.]"},
		{"a whole heading", "Roe, Ann", "", "Roe|Ann"},
		{"two people, the first", "Roe; Doe", "", "Roe|"},
		{"a suffix after the family name's comma", "King, Jr.", "Martin", "King|Martin|Jr."},
		{"and without a comma", "Cooper Jr", "Ann", "Cooper|Ann|Jr"},
		{"the family name before the given name", "Jigger", "Jigger, Tom", "Jigger|Tom"},
		{"initials that look like a suffix", "Smith JR", "", "Smith|JR"},
		{"a suffix that cannot be initials", "Smith Jr", "", "Smith||Jr"},
		{"the family name after the given name", "Cho", "Margaret Cho", "Cho|Margaret"},
		{"the given name before the family name", "Marie Pellerin", "Marie", "Pellerin|Marie"},
		{"and after it", "Pellerin Marie", "Marie", "Pellerin|Marie"},
		{"initials after the family name", "Kim SJ", "", "Kim|SJ"},
		{"with a period", "Roe A.", "", "Roe|A."},
		{"an initial alone", "A.", "", "A.|"},
		{"a date after the given name", "Roe", "Ann, 1950-", "Roe|Ann"},
		{"a fuller form", "Roe", "A. (Ann)", "Roe|A."},
		{"a role", "Roe", "Ann, editor", "Roe|Ann"},
		{"a suffix", "Roe", "Ann B. Jr.", "Roe|Ann B.|Jr."},
		{"a suffix alone", "Roe", "Jr.", "Roe||Jr."},
		{"II may be initials", "Roe", "II", "Roe|II"},
		{"a degree and a place of work", "Roe", "Ann, MD, Weirs", "Roe|Ann"},
		{"a number", "Roe", "5", "Roe|"},
	} {
		n, ok := name.FromParts(tt.last, tt.first, false)
		got := ""
		if ok {
			got = show([]name.Name{n})
		}
		if got != tt.want {
			t.Errorf("%s: %q and %q are %q, want %q", tt.why, tt.last, tt.first, got, tt.want)
		}
	}
}

func TestAddMiddle(t *testing.T) {
	for _, tt := range []struct{ given, middle, want string }{
		{"Tobias", "A", "Tobias A"},
		{"Tobias", "Albert.", "Tobias Albert"},
		{"Tobias", "Thos.", "Tobias Thos."},
		{"Tobias", "Tobias", "Tobias Tobias"},
		{"Tobias A.", "A", "Tobias A."},
		{"Tobias A.", "Albert", "Tobias A."},
		{"Tobias Albert", "A.", "Tobias Albert"},
		{"T.A.", "A", "T.A."},
		{"TA", "A", "TA"},
		{"Ann", "n", "Ann n"},
		{"Ann", "", "Ann"},
	} {
		n := name.Name{Family: "Roe", Given: tt.given}
		if n.AddMiddle(tt.middle); n.Given != tt.want {
			t.Errorf("%q and %q are %q, want %q", tt.given, tt.middle, n.Given, tt.want)
		}
	}
}

func TestParseOrganisation(t *testing.T) {
	for in, want := range map[string]string{
		"UNESCO, issuing body": "UNESCO", "UNESCO, Editor": "UNESCO", "Weir Society, editor, etc.": "Weir Society", " / ": "", "Weir Society.": "Weir Society",
	} {
		if n, ok := name.ParseOrganisation(in); n.Literal != want || ok != (want != "") {
			t.Errorf("%q: %+v", in, n)
		}
	}
}
