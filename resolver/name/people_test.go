package name_test

import (
	"strings"
	"testing"

	"lendlink/resolver/name"
)

func TestParseList(t *testing.T) {
	tests := []struct{ title, in, want string }{
		{"comma", "Bledsoe, Lucy Jane", "Bledsoe|Lucy Jane"},
		{"comma without a blank", "Llewellyn,Sue", "Llewellyn|Sue"},
		{"direct order", "Lucy Jane Bledsoe", "Bledsoe|Lucy Jane"},
		{"one word", "Plato.", "Plato|"},
		{"a heading without a family name", "Omar Khayyam", "Omar Khayyam|"},
		{"a family name that newspapers have too", "Bo Li; Qixing Sun", "Li|Bo + Sun|Qixing"},
		{"and such a newspaper", "Bo Li; The Weir Sun", "Li|Bo"},
		{"and one in capitals", "BO LI; WEIR SUN", "LI|BO"},
		{"family name alone with its comma", "Rockwell,", "Rockwell|"},
		{"capitals as sent", "POPESCU, I. D.", "POPESCU|I. D."},
		{"initials after, as MEDLINE has them", "MacDavitt KC", "MacDavitt|KC"},

		{"relator", "Bledsoe, Lucy Jane, author.", "Bledsoe|Lucy Jane"},
		{"relator without a comma", "Hobsbawm, E. J. author.", "Hobsbawm|E. J."},
		{"relator after an open date", "Yıldırım, Derya, 1979- author.", "Yıldırım|Derya"},
		{"two relators", "Quill, Hester, editor, translator.", "Quill|Hester"},
		{"relator in brackets", "Quill, Hester (ed.)", "Quill|Hester"},
		{"Spanish relator", "Roldán Paz, Joaquín, compilador", "Roldán Paz|Joaquín"},
		{"French relator", "Pujol, Hélène, éditeur scientifique", "Pujol|Hélène"},
		{"German relator", "Sethe, Kurt, Herausgeber", "Sethe|Kurt"},
		{"a relator that is a name", "Author, Jane", "Author|Jane"},

		{"life dates", "Brontë, Emily, 1818-1848.", "Brontë|Emily"},
		{"open date", "Das, Asok Kumar, 1938-", "Das|Asok Kumar"},
		{"approximate dates", "Wu, Jingzi, approximately 1701-1754, author.", "Wu|Jingzi"},
		{"a floruit", "Tacitus, Marcus, active 12th century", "Tacitus|Marcus"},
		{"born", "Doe, Jane, b. 1946", "Doe|Jane"},
		{"dates without a comma", "Platonov, Andrey 1899-1951", "Platonov|Andrey"},
		{"dates after a single name", "Plato, 427-347", "Plato|"},

		{"fuller form", "Lewis, C. S. (Clive Staples), 1898-1963", "Lewis|C. S."},
		{"a bracket inside a word is the name's", "YUE(-HASHIMOTO), Anne", "YUE(-HASHIMOTO)|Anne"},
		{"suffix between name and dates", "Powell, Colby T., Jr., 1951-", "Powell|Colby T.|Jr."},
		{"suffix in the given name", "Garner, W. L. Jr.", "Garner|W. L.|Jr."},
		{"initials that look like a suffix", "Ewing, JR", "Ewing|JR"},
		{"the same with periods", "Ewing, J.R.", "Ewing|J.R."},
		{"and with blanks", "Smith, S. R.", "Smith|S. R."},
		{"initials before a relator", "Smith, IV, editor", "Smith|IV"},
		{"a suffix before the given name", "King, Jr., Martin Luther", "King|Martin Luther|Jr."},
		{"a relator after a blank", "Stamets, Paul ed.", "Stamets|Paul"},
		{"two statements", "by John Smith ; illustrated by Mary Jones", "Smith|John + Jones|Mary"},
		{"suffix in direct order", "John Doe III", "Doe|John|III"},
		{"title", "Wellington, Arthur Wellesley, Duke of, 1769-1852", "Wellington|Arthur Wellesley"},
		{"knight", "Burnell, Peter, Sir", "Burnell|Peter"},
		{"pope", "John XXII, Pope, 1249?-1334", "John XXII|"},

		{"particle", "Henk van den Berg", "van den Berg|Henk"},
		{"particle first", "van der Meer, J.", "van der Meer|J."},
		{"particle kept after", "ALMEIDA, ROSA MARIA DE", "ALMEIDA|ROSA MARIA DE"},
		{"two Spanish family names joined", "José Ortega y Gasset", "Ortega y Gasset|José"},
		{"Arabic particle", "Khaled Abu Zaid", "Abu Zaid|Khaled"},
		{"Arabic comma", "صالح، الطيب.", "صالح|الطيب"},
		{"full-width comma", "村上，春樹", "村上|春樹"},
		{"Han without a blank", "严思思", "严思思|"},
		{"Han with a blank: the family name is first", "村上 春樹", "村上|春樹"},
		{"Cyrillic", "Платонов, Андрей Платонович, 1899-1951.", "Платонов|Андрей Платонович"},

		{"semicolons", "Bullard, Robert D;Thi Lan Nguyen", "Bullard|Robert D + Nguyen|Thi Lan"},
		{"and", "Jane Doe and Richard Roe", "Doe|Jane + Roe|Richard"},
		{"ampersand", "Doe, Jane & Roe, Richard", "Doe|Jane + Roe|Richard"},
		{"a firm of two", "Simon and Schuster", "[Simon and Schuster]"},
		{"MEDLINE's list", "Smith J, Jones K, Brown LM", "Smith|J + Jones|K + Brown|LM"},
		{"APA's list", "Smith, J., Jones, K., & Brown, L.", "Smith|J. + Jones|K. + Brown|L."},
		{"a list in direct order", "John Smith, Jane Doe and Max Roe", "Smith|John + Doe|Jane + Roe|Max"},
		{"known by the forename", "John Paul II, Pope, 1920-2005", "John Paul II|"},
		{"a conference", "Symposium on Rivers (3rd : 1990 : Oslo)", "[Symposium on Rivers (3rd : 1990 : Oslo)]"},
		{"a firm by its form", "NetLibrary, Inc.", "[NetLibrary, Inc.]"},
		{"a Roman suffix loses its period", "Sanders, John R., III.", "Sanders|John R.|III"},
		{"a firm", "Acme (Firm)", "[Acme (Firm)]"},
		{"initials after in Cyrillic", "Петров А. Б.", "Петров|А. Б."},
		{"others not named", "Doe, Jane, et al.", "Doe|Jane"},
		{"statement of responsibility", "[edited By] David Hunt, Long Nguyen, Matthew Rodgers.", "Hunt|David + Nguyen|Long + Rodgers|Matthew"},
		{"statement with and", "edited by Ann Lee, Bo Dee and Cy Fee", "Lee|Ann + Dee|Bo + Fee|Cy"},
		{"German statement", "hrsg. von Kurt Sethe und Anna Freud", "Sethe|Kurt + Freud|Anna"},

		{"organisation with a relator", "Food and Agriculture Organization of the United Nations, issuing body.", "[Food and Agriculture Organization of the United Nations]"},
		{"part of an organisation", "United States. Congress. House.", "[United States. Congress. House]"},
		{"an organisation and its department", "Universitaet Regensburg, Institut fuer Organische Chemie", "[Universitaet Regensburg, Institut fuer Organische Chemie]"},
		{"its bracket stays", "Harbor Mercy Hospital (Mobile, Ala.)", "[Harbor Mercy Hospital (Mobile, Ala.)]"},
		{"its abbreviation stays", "NetLibrary Corporation, Inc.", "[NetLibrary Corporation, Inc.]"},
		{"a person named like one", "Bank, Melissa", "Bank|Melissa"},
		{"nothing", " , ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.title, func(t *testing.T) {
			if got := show(name.ParseList(tt.in)); got != tt.want {
				t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

// TestShapes has texts that differ in one thing by which names are distinguished.
func TestShapes(t *testing.T) {
	for _, tt := range []struct{ why, in, want string }{
		{"a place of work in capitals is not a name", "JOANNE FELDER, HALIFAX UNIVERSITY", "FELDER|JOANNE"},
		{"The after a comma is a place of work only after a whole name", "Weston, The Reverend Clara", "Weston|The Reverend Clara"},
		{"an e-mail address is cut, the name stays", "Ann Roe ann.roe@gazette.example", "Roe|Ann"},
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
		{"a particle is not a family name by itself", "Van Rafael E.", "Van Rafael|E."},
		{"the first is a given name, too: left as it is", "Rafael Weston E.", "Rafael Weston|E."},
		{"two whole names", "Edith A. Marlowe, Clara Weston", "Marlowe|Edith A. + Weston|Clara"},
		{"one heading: the second has one word", "Edith A. Marlowe, Clara", "Edith A. Marlowe|Clara"},
		{"one heading: the first ends in an initial", "Edith A. M., Clara Weston", "Edith A. M.|Clara Weston"},
		{"or in initials", "Edith A. MA, Clara Weston", "Edith A. MA|Clara Weston"},
		{"the second ends in a suffix", "Edith A. Marlowe, Clara Jr.", "Edith A. Marlowe|Clara|Jr."},
		{"the second is not a name", "Edith A. Marlowe, Translator of Weirs", "Edith A. Marlowe|Translator of Weirs"},
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
		{"one of one letter is not a name of its own", "김 김철수", "김|김철수"},
		{"a place of work after the second comma", "Roe, Ann, Weir Services", "Roe|Ann"},
		{"an initial keeps its period", "Roe, O.", "Roe|O."},
		{"a number is not a given name", "Roe, 5", "Roe|"},
		{"an abbreviation keeps its period", "Roe, Co.", "Roe|Co."},
		{"so does a word in lower case", "Roe, ca.", "Roe|ca."},
		{"a short name loses it", "Roe, Jo.", "Roe|Jo"},
		{"a title is not a given name", "Roe, Dr.", "Roe|"},
		{"a degree in mixed letters is not one", "Roe, Mba", "Roe|"},
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
		{"a title is not a family name", "Roe, Ann B., Dr., Clara", "Roe|Ann B."},
		{"a particle begins one", "Roe, Ann B., van Weston, Clara", "Roe|Ann B. + van Weston|Clara"},
		{"three whole names", "Ann Roe, Clara Doe, Edith Weston", "Roe|Ann + Doe|Clara + Weston|Edith"},
		{"one of the three is not a whole name", "Ann Roe, Clara, Edith Weston", "Ann Roe|Clara"},
		{"a particle begins a whole name", "Ann Roe, van Doe, Edith Weston", "Roe|Ann + van Doe| + Weston|Edith"},
		{"a heading and a name in direct order", "Roe, Ann and Clara Doe", "Roe|Ann + Doe|Clara"},
		{"an initial without a blank", "Roe,A.", "Roe|A."},
	} {
		if got := show(name.ParseList(tt.in)); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.why, tt.in, got, tt.want)
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

// TestAppendList: what comes after somebody may be no author, where alone it is all that is known.
func TestAppendList(t *testing.T) {
	for _, tt := range []struct{ before, in, want string }{
		{"", "", ""},
		{"Roe, Ann", "", "Roe|Ann"},
		{"Roe, Ann", "Doe, Bo; Poe, Cy", "Roe|Ann + Doe|Bo + Poe|Cy"},
		{"Roe, Ann", "Roe, A.", "Roe|Ann + Roe|A."},
		{"Roe, Ann", "MSN, RN", "Roe|Ann"},
		{"Roe, Ann", "Weir Gazette", "Roe|Ann"},
		{"", "Weir Gazette", "Gazette|Weir"},
		{"Roe, Ann", "Anonymous", "Roe|Ann"},
		{"Roe, Ann", "et al.", "Roe|Ann"},
	} {
		if got := show(name.AppendList(name.ParseList(tt.before), tt.in)); got != tt.want {
			t.Errorf("%q after %q: got %s, want %s", tt.in, tt.before, got, tt.want)
		}
	}
}
