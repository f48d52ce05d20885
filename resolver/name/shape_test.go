package name_test

import (
	"strings"
	"testing"

	"lendlink/resolver/name"
)

// TestShapes has texts that differ in one thing by which names are told apart.
func TestShapes(t *testing.T) {
	for _, tt := range []struct{ why, in, want string }{
		{"a place of work in capitals is no name", "JOANNE FELDER, HALIFAX UNIVERSITY", "FELDER|JOANNE"},
		{"The after a comma is a place of work only after a whole name", "Weston, The Reverend Clara", "Weston|The Reverend Clara"},
		{"an e-mail address goes, the name stays", "Ann Roe ann.roe@gazette.example", "Roe|Ann"},
		{"a newspaper alone is what is known", "Gazette", "Gazette|"},
		{"a field of work without a post after it is a name", "Ann Ruth Royal Weston", "Weston|Ann Ruth Royal"},
		{"a suffix after a whole name", "Clara Weston Jr", "Weston|Clara|Jr"},
		{"and after a family name alone, where it cannot be initials", "Kim III", "Kim||III"},
		{"one word", "Ann", "Ann|"},
		{"one word with an apostrophe", "O'Neill", "O'Neill|"},
		{"two words, though both are family names", "García Lorca", "Lorca|García"},
		{"of three words two are", "Federico García Lorca", "García Lorca|Federico"},
		{"Diez is too short for a family name in -ez", "Ana Diez Silva", "Silva|Ana Diez"},
		{"both words must be family names", "Ana Gómez Weston", "Weston|Ana Gómez"},
		{"what stays in capitals is the family name only before a given name", "WESTON de la Clara", "de la Clara|WESTON"},
		{"a connector without a given name before it", "Rossi e Bianchi", "Rossi e Bianchi|"},
		{"and with one", "José Ortega y Gasset", "Ortega y Gasset|José"},
		{"Md is a given name", "Md Rahman", "Rahman|Md"},
		{"after a family name too", "RAHMAN Md", "RAHMAN|Md"},
		{"initials after a family name", "ROE A", "ROE|A"},
		{"and before it", "A ROE", "ROE|A"},
		{"of two words in capitals the one that can be spoken", "KIM SJ", "KIM|SJ"},
		{"in whatever order", "SJ KIM", "KIM|SJ"},
		{"an initial ends the name", "Ann Clara J.", "Ann Clara|J."},
		{"of two words before it the second is a given name", "Matos Rafael E.", "Matos|Rafael E."},
		{"a particle is no family name by itself", "Van Rafael E.", "Van Rafael|E."},
		{"the first is a given name, too: left as it is", "Rafael Weston E.", "Rafael Weston|E."},
		{"two whole names", "Edith A. Marlowe, Clara Weston", "Marlowe|Edith A. + Weston|Clara"},
		{"one heading: the second has one word", "Edith A. Marlowe, Clara", "Edith A. Marlowe|Clara"},
		{"one heading: the first ends in an initial", "Edith A. M., Clara Weston", "Edith A. M.|Clara Weston"},
		{"or in initials", "Edith A. MA, Clara Weston", "Edith A. MA|Clara Weston"},
		{"the second ends in a suffix", "Edith A. Marlowe, Clara Jr.", "Edith A. Marlowe|Clara|Jr."},
		{"the second is no name", "Edith A. Marlowe, Translator of Weirs", "Edith A. Marlowe|Translator of Weirs"},
		{"the first ends in a given name", "Edith Clara, Maria Weston", "Edith Clara|Maria Weston"},
		{"the first is a double family name", "García Márquez, Ana Weston", "García Márquez|Ana Weston"},
		{"a dynasty in brackets before a name", "(清)曹雪芹", "曹雪芹|"},
		{"what is in brackets after it", "王小明 (清)", "王小明|"},
		{"a role in brackets before it", "[ed.] 王小明", "王小明|"},
		{"a role right after it", "司馬遼太郎著", "司馬遼太郎|"},
		{"a role alone is all that is known", "著", "著|"},
		{"the Latin form after a stroke", "村上 / Murakami Haruki", "村上|"},
		{"two names with a blank", "王小明 李芳", "王小明| + 李芳|"},
		{"in Hangul, too long for a family and a given name", "남궁민수 이영희", "남궁민수| + 이영희|"},
		{"three with commas", "王小明,李芳,张三", "王小明| + 李芳| + 张三|"},
		{"two that are too long for one", "남궁민수,이영희", "남궁민수| + 이영희|"},
		{"one", "村上,春樹", "村上|春樹"},
		{"one, in Hangul", "김,철수", "김|철수"},
		{"one of one letter is no name of its own", "김 김철수", "김|김철수"},
		{"a place of work after the second comma", "Roe, Ann, Weir Services", "Roe|Ann"},
		{"an initial keeps its period", "Roe, O.", "Roe|O."},
		{"a number is no given name", "Roe, 5", "Roe|"},
		{"an abbreviation keeps its period", "Roe, Co.", "Roe|Co."},
		{"so does a word in lower case", "Roe, ca.", "Roe|ca."},
		{"a short name loses it", "Roe, Jo.", "Roe|Jo"},
		{"a title is no given name", "Roe, Dr.", "Roe|"},
		{"a degree in mixed letters is none", "Roe, Mba", "Roe|"},
		{"in capitals it may be initials", "Roe, MA", "Roe|MA"},
		{"a degree that cannot", "Roe, PhD", "Roe|"},
		{"an abbreviated given name", "Roe, Th.", "Roe|Th."},
		{"one sound in two letters is an initial", "Петров Дж.", "Петров|Дж."},
		{"a century of one digit", "Roe, Ann, 5th cent.", "Roe|Ann"},
		{"Jan is a given name before a year", "Roe, Jan 1967-", "Roe|Jan"},
		{"years with a stroke", "Roe, Ann, 1918/1919-1990", "Roe|Ann"},
		{"initials after two names", "Roe AB, Doe CD", "Roe|AB + Doe|CD"},
		{"one heading", "Roe AB, Doe", "Roe AB|Doe"},
		{"JR in capitals are initials", "Roe JR, Doe CD", "Roe|JR + Doe|CD"},
		{"Jr is a suffix", "Roe Jr, Doe CD", "Roe|Doe CD|Jr"},
		{"a suffix with its period", "Hale II., Martin L.", "Hale|Martin L.|II."},
		{"a heading in capitals", "GARCIA GIL, MARIA J.", "GARCIA GIL|MARIA J."},
		{"initials first leave it open", "A Roe, B Doe", "A Roe|B Doe"},
		{"three in direct order", "A. Roe, B. Doe, C. Weston", "Roe|A. + Doe|B. + Weston|C."},
		{"an odd part: no list by turns", "Roe, A., Doe, B., Weston", "Roe|A."},
		{"four given and family names by turns", "Roe, Ann, Doe, Clara", "Roe|Ann + Doe|Clara"},
		{"one of them with an initial", "Roe, Ann B., Doe, Clara", "Roe|Ann B. + Doe|Clara"},
		{"six parts by turns, whatever they are", "Roe, Ann, Doe, Weirs, Weston, Dams", "Roe|Ann + Doe|Weirs + Weston|Dams"},
		{"a title is no family name", "Roe, Ann B., Dr., Clara", "Roe|Ann B."},
		{"a particle begins one", "Roe, Ann B., van Weston, Clara", "Roe|Ann B. + van Weston|Clara"},
		{"three whole names", "Ann Roe, Clara Doe, Edith Weston", "Roe|Ann + Doe|Clara + Weston|Edith"},
		{"one of the three is no whole name", "Ann Roe, Clara, Edith Weston", "Ann Roe|Clara"},
		{"a particle begins a whole name", "Ann Roe, van Doe, Edith Weston", "Roe|Ann + van Doe| + Weston|Edith"},
		{"a heading and a name in direct order", "Roe, Ann and Clara Doe", "Roe|Ann + Doe|Clara"},
		{"an initial without a blank", "Roe,A.", "Roe|A."},
	} {
		if got := show(name.ParseList(tt.in)); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.why, tt.in, got, tt.want)
		}
	}
}

// TestAdd: what is one person's becomes one name, the fuller of the two.
func TestAdd(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"Roe|Ann", "Ann|Roe", "Roe|Ann"}, // the parts turned around
		{"Roe|Ann", "Roe|A.", "Roe|Ann"},
		{"Roe|A.", "Roe|Ann", "Roe|Ann"},
		{"Roe|Ann", "Roe|B.", "Roe|Ann + Roe|B."},
		{"Roe|Ann", "Roe|", "Roe|Ann"},
		{"Roe|", "Roe|Ann", "Roe|Ann"},
		{"Roe|Jan", "Roe|Jana", "Roe|Jan + Roe|Jana"},
		{"Roe|Jean-Paul", "Roe|J.-P.", "Roe|Jean-Paul"},
		{"Roe|Jean-Paul", "Roe|JP", "Roe|Jean-Paul"},
		{"Roe|J.P.", "Roe|Jean Paul", "Roe|Jean Paul"},
		{"Roe|Wm.", "Roe|Wmfield", "Roe|Wmfield"},
		{"Roe|Ann|Jr.", "Roe|Ann|Sr.", "Roe|Ann|Jr. + Roe|Ann|Sr."},
		{"Roe|Ann|Jr.", "Roe|Ann|jr", "Roe|Ann|Jr."},
		{"Roe|Ann|Jr.", "Roe|Ann", "Roe|Ann|Jr."},
		{"Roe|Ann", "Roe|Ann|Jr.", "Roe|Ann|Jr."},
		{"de Beauvoir|Simone", "Beauvoir|Simone de", "de Beauvoir|Simone"},
		{"Rosalind Pemberton|", "Pemberton|Rosalind", "Pemberton|Rosalind"},
		{"Éluard|Élise de", "de Éluard|Elise", "Éluard|Élise de"},
		{"García Márquez|Ana", "García|Ana", "García Márquez|Ana"},
		{"García|Ana", "García Márquez|Ana", "García Márquez|Ana"},
		{"García|Ana", "García Márquez|Clara", "García|Ana + García Márquez|Clara"},
		{"García|Ana", "Garcíana|Ana", "García|Ana + Garcíana|Ana"},
		{"García|", "García Márquez|", "García| + García Márquez|"},
		{"A|A", "AA|", "A|A + AA|"}, // two words are not one
		{"Roe|Émile", "Roe|Emile", "Roe|Émile"},
		{"Muller|Karl", "Müller|K.", "Müller|Karl"}, // with its accents
		{"[Weir Society]", "[WEIR SOCIETY]", "[Weir Society]"},
		{"[Weir Society]", "[Dam Society]", "[Weir Society] + [Dam Society]"},
		{"[Weir Society]", "Society|Weir", "[Weir Society] + Society|Weir"},
		{"Society|Weir", "[Weir Society]", "Society|Weir + [Weir Society]"},
		{"[Weir]", "Weir|", "[Weir]"},
		{"Weir|", "[Weir]", "Weir|"},
		{"Roe|Ann", "Ann|Clara", "Roe|Ann + Ann|Clara"},
		{"Roe|Ann", "Clara|Roe", "Roe|Ann + Clara|Roe"},
		{"Roe|Jean-Paul", "Roe|Jean P.", "Roe|Jean-Paul"},
		{"Roe|A.", "Roe|Ann B.", "Roe|Ann B."},
	} {
		if got := show(name.Add([]name.Name{parts(tt.a)}, parts(tt.b))); got != tt.want {
			t.Errorf("%s and %s are %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

// parts reads what show writes of one name.
func parts(s string) name.Name {
	if literal, ok := strings.CutPrefix(s, "["); ok {
		return name.Name{Literal: strings.TrimSuffix(literal, "]")}
	}
	p := append(strings.Split(s, "|"), "")
	return name.Name{Family: p[0], Given: p[1], Suffix: p[2]}
}

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

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"|Ann", "Ann|"},
		{"|", ""},
		{"*|", ""},
		{"*|Ann", "Ann|"},
		{"Roe|*", "Roe|"},
		{"Roe|A. (Ann)", "Roe|A."},
		{"Roe|Ann|, Jr.", "Roe|Ann|Jr."},
		{"[Weir Society.]", "[Weir Society]"},
	} {
		if got := show(name.Clean([]name.Name{parts(tt.in)})); got != tt.want {
			t.Errorf("%s is cleaned to %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestHasAddition(t *testing.T) {
	for given, want := range map[string]bool{
		"Chris Partner, Weir Services": true, "Chris Partner": false, "Chris Partner,": false, "Chris, Weir Services": false,
		"Chris Partner, MD": false, "Chris Partner, MA": false, "Chris Partner, OBE": false, "Chris Partner, Jr.": false, "Chris Partner, editor": false,
		"Chris Partner, 1950-": false,
	} {
		if name.HasAddition(given) != want {
			t.Errorf("%q: %t", given, !want)
		}
	}
}

func TestIsAmbiguous(t *testing.T) {
	for in, want := range map[string]bool{
		"Weir Society|": true, "[Weir Society]": false, "Ann Roe|Clara Doe": true, "Ann Roe|Clara": false, "Roe|Clara Doe": false,
		"Ann B. Roe|Clara Doe": false, "Clara B. Roe|Ann Doe": false, "García Márquez|Clara Doe": false, "Ann García|Clara Doe": false,
		"Ann Roe|Clara B.": false, "Ann Roe|Clara AB": false, "Ann Roe|Clara Ed": false, "Ann Roe|Clara Maria": false, "Ann Roe|Clara van": false,
		"Ann Roe|Staff writer": true, "Ann García|Weir Gazette": true, "Ann Roe|Clara Jane Doe": false, "Weir Roe|Clara Doe": false,
		"Leigh Fermor|Clara Doe": false, "Leigh Weir|Clara Doe": true, "Ann Roe|Clara ABC": false, "Ann Roe|Clara J.R.": false,
	} {
		if parts(in).IsAmbiguous() != want {
			t.Errorf("%s: %t", in, !want)
		}
	}
}

func TestIsHanPair(t *testing.T) {
	for in, want := range map[string]bool{
		"王小 李明": true, "王小明 李芳": false, "王 李明": false, "王小 Roe": false, "王小 李明 张三": false, "Ann Roe": false,
	} {
		if name.IsHanPair(in) != want {
			t.Errorf("%s: %t", in, !want)
		}
	}
}

func TestSplitAtFamily(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Roe Weir": "Roe Weir|Ann", "Ann Roe": "Roe|Ann", "Ann Roe Doe Jr.": "Roe Doe|Ann|Jr.",
		"Ann Roe Weir, Clara": "", "Ann Roe Weir; Clara Doe": "", "Ann Roes": "", "Clara Roe": "", "Ann Roe, Clara": "", "Ann Clara Roe": "",
	} {
		n, ok := name.SplitAtFamily(in, name.Name{Family: "Roe", Given: "Ann"})
		got := ""
		if ok {
			got = show([]name.Name{n})
		}
		if got != want {
			t.Errorf("%q is split to %q, want %q", in, got, want)
		}
	}
	if n, ok := name.SplitAtFamily("Ann Jr", name.Name{Family: "Jr", Given: "Ann"}); !ok || n.Family != "Jr" {
		t.Errorf("a family name that suffixes are spelt like: %+v", n)
	}
	for _, first := range []name.Name{{Given: "Ann"}, {Family: "Roe"}} {
		if n, ok := name.SplitAtFamily("Ann Roe", first); ok {
			t.Errorf("%+v splits a name to %+v", first, n)
		}
	}
}

func TestHasWords(t *testing.T) {
	for _, tt := range []struct {
		in, words string
		want      bool
	}{
		{"The weir of Ann Roe", "ann roe", true}, {"Ro\u0301e", "Roe", true}, {"Roe's weir", "Roe", false}, {"Roe’s weir", "Roe", false},
		{"Roes weir", "Roe", false}, {"Williams, Tom", "Li", false},
	} {
		if name.HasWords(tt.in, tt.words) != tt.want {
			t.Errorf("%q holds %q: %t", tt.in, tt.words, !tt.want)
		}
	}
}

func TestIsPlainHeading(t *testing.T) {
	for _, tt := range []struct {
		in, text string
		want     bool
	}{
		{"Roe|Ann", "Roe, Ann", true}, {"Roe|Ann", "Ann Roe", false}, {"Roe|Ann", "Roe, Ann B.", false}, {"Roe|Ann", "Roe, Ann, Jr.", false},
		{"Roe|Ann; Doe, Bo", "Roe, Ann; Doe, Bo", false}, {"Roe|Ann and Bo", "Roe, Ann and Bo", false}, {"Roe|Ann；Bo", "Roe, Ann；Bo", false},
		{"Roe|", "Roe", false}, {"Roe|", "Roe, ", false}, {"Roe|Ann", "Ann", false}, {"Roe|Ann", ", Ann", false}, {"Weir Roe|Ann", "Weir Roe, Ann", false},
	} {
		if parts(tt.in).IsPlainHeading(tt.text) != tt.want {
			t.Errorf("%q is %s: %t", tt.text, tt.in, !tt.want)
		}
	}
}

func TestIsOrganisationInParts(t *testing.T) {
	for _, tt := range []struct {
		in, text string
		want     bool
	}{
		{"Society|Weir", "Weir Society", true}, {"Society|Weir", "The Weir Society", false}, {"Society|Weir", "Weir Societies", false},
		{"Weir Society|", "Weir Society", false}, {"Roe|Ann", "Ann Roe", false},
	} {
		if parts(tt.in).IsOrganisationInParts(tt.text) != tt.want {
			t.Errorf("%q is %s: %t", tt.text, tt.in, !tt.want)
		}
	}
}

// TestBrokenNames: nothing that a stranger may send breaks the reading.
func TestBrokenNames(t *testing.T) {
	for _, in := range []string{"Arts Mail", "(清 曹雪芹", "*, Sir", "Jr", "-", "A-", "(", "]", "., b. 1946", "Ann Roe[x]", "II, Ann", "19th", "IV.", "/"} {
		names := name.ParseList(in)
		for _, direct := range []bool{false, true} {
			for _, parts := range [][2]string{{in, ""}, {in, "Ann"}, {in, in}, {"Roe", in}, {"", in}} {
				if n, ok := name.FromParts(parts[0], parts[1], direct); ok {
					names = append(names, n)
				}
			}
		}
		for _, n := range names {
			if n.Family == "" && n.Literal == "" {
				t.Errorf("%q is read as nobody: %+v", in, n)
			}
		}
	}
}

func TestHasUnknownOrder(t *testing.T) {
	for in, want := range map[string]bool{
		"Roe, Ann; Weir Ludlow": true, "Roe, Ann; Weir Society": false, "Weir Ludlow": false, "Roe, Ann; Ann Weir": false,
		"Ann Roe; Weir Ludlow": false,
	} {
		if name.HasUnknownOrder(in) != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}

// TestManyNames: no value and no row of keys makes the comparing of names long.
func TestManyNames(t *testing.T) {
	var names []name.Name
	for n := range 200 {
		names = name.Add(names, name.Name{Family: "Roe" + strings.Repeat("e", n)})
	}
	if len(names) != 100 {
		t.Errorf("%d names were added", len(names))
	}
	if names := name.ParseList(strings.Repeat("Roe, Ann; ", 200)); len(names) != 100 {
		t.Errorf("a value has %d names", len(names))
	}
}

func TestLooksPersonal(t *testing.T) {
	for in, want := range map[string]bool{
		"Ann Roe": true, "Roe,Ann": true, "Roe": false, "Ann Roe Weir Ludlow Marlowe Doe": true, "Ann Roe Weir Ludlow Marlowe Doe Fee": false,
		"Weir Society": false, "王小明 李芳": true, "Ann roe": false, "Karl von und zu": false, "Weir van": false, "Jean d'Weir": true,
	} {
		if name.LooksPersonal(in) != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}

func TestCutResponsibility(t *testing.T) {
	for in, want := range map[string]string{
		"translated from the Danish by Ann Roe": "Ann Roe", "Edited by Ann Roe": "Ann Roe", "Ann Roe by Weir": "Ann Roe by Weir",
		"drawn from Weir by Ann Roe": "drawn from Weir by Ann Roe", "edited and translated by Ann Roe": "Ann Roe", "Byron Roe": "Byron Roe",
	} {
		if got, _ := name.CutResponsibility(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestLongHeading: what is too long for a name is not searched for relators.
func TestLongHeading(t *testing.T) {
	for n, want := range map[int]bool{10: false, 200: true} {
		organisation, _ := name.ParseOrganisation(strings.Repeat("Weir ", n) + "Society, editor")
		if strings.HasSuffix(organisation.Literal, "editor") != want {
			t.Errorf("%d words: %s", n, organisation.Literal)
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
