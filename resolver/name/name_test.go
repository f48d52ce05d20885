package name_test

import (
	"strings"
	"testing"

	"lendlink/resolver/name"
)

// show writes names as family|given|suffix, organisations in brackets.
func show(names []name.Name) string {
	var parts []string
	for _, n := range names {
		switch {
		case n.Literal != "":
			parts = append(parts, "["+n.Literal+"]")
		case n.Suffix != "":
			parts = append(parts, n.Family+"|"+n.Given+"|"+n.Suffix)
		default:
			parts = append(parts, n.Family+"|"+n.Given)
		}
	}
	return strings.Join(parts, " + ")
}

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
