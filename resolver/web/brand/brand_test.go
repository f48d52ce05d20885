package brand

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"lendlink/static"
)

func TestRatioIsThatOfWCAG(t *testing.T) {
	for _, tc := range []struct {
		name, a, b string
		want       float64
	}{
		{"the most there is", "#000000", "#ffffff", 21},
		{"the least there is", "#7a0019", "#7a0019", 1},
		{"the lightest grey that can be read on white", "#767676", "#ffffff", 4.54},
	} {
		if got := Ratio(must(tc.a), must(tc.b)); math.Abs(got-tc.want) > 0.005 {
			t.Errorf("%s: %.3f, want %.2f", tc.name, got, tc.want)
		}
	}
}

func TestParseRefusesInvalidColours(t *testing.T) {
	for _, s := range []string{"", "#fff", "7a0019", "#7a001g", "#7a00190", "#+a0019"} {
		if c, ok := Parse(s); ok {
			t.Errorf("%q is read as %v", s, c)
		}
	}
}

// Every colour that a library can name, in steps of 17, can be read in every place.
func TestAnyColourKeepsContrast(t *testing.T) {
	for n := range 16 * 16 * 16 {
		c := Color{float64(n>>8) / 15, float64(n>>4&15) / 15, float64(n&15) / 15}
		if r := Ratio(c, ink(c)); r < Contrast {
			t.Errorf("%v: the header's text has %.2f", c, r)
		}
		for name, s := range map[string]scheme{"light": light, "dark": dark} {
			a := s.accents(c)
			for _, color := range []Color{a.accent, a.hover} {
				for _, background := range []Color{s.surface, s.extreme, a.tint} {
					if r := Ratio(color, background); r < Contrast {
						t.Errorf("%v, %s: %v on %v has %.2f", c, name, color, background, r)
					}
				}
			}
		}
	}
}

func TestGoodColoursStayAsTheyAre(t *testing.T) {
	if got := light.accents(must("#7a0019")).accent.String(); got != "#7a0019" {
		t.Errorf("became %s", got)
	}
}

// The schemes repeat colours of the stylesheet: they must be the same.
func TestSchemesAreTheStylesheets(t *testing.T) {
	css, err := static.Files.ReadFile("lendlink.css")
	if err != nil {
		t.Fatal(err)
	}
	lightPart, darkPart, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	token := regexp.MustCompile(`--(surface|sunken|paper|ink): (#[0-9a-f]{6});`)
	for name, part := range map[string]string{"light": lightPart, "dark": darkPart} {
		s := map[string]scheme{"light": light, "dark": dark}[name]
		found := map[string]Color{}
		for _, m := range token.FindAllStringSubmatch(part, -1) {
			if _, taken := found[m[1]]; !taken {
				found[m[1]] = must(m[2])
			}
		}
		if found["surface"] != s.surface || found["sunken"] != s.extreme {
			t.Errorf("%s: %v is not the stylesheet's %v", name, s, found)
		}
		if Ratio(found["paper"], found["ink"]) < Ratio(found["sunken"], found["ink"]) {
			t.Errorf("%s: the page's background is nearer to the text than the extreme one", name)
		}
	}
}
