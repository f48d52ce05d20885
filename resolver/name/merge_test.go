package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

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
		{"Ibarra Soto|Rosa", "Soto|RI", "Ibarra Soto|Rosa"}, // a double name that a database cut
		{"Ibarra Soto|Rosa", "Soto|RX", "Ibarra Soto|Rosa + Soto|RX"},
		{"Ibarra Soto|Rosa", "Soto|R", "Ibarra Soto|Rosa + Soto|R"},
		{"Ibarra Soto|", "Soto|I", "Ibarra Soto| + Soto|I"},
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
