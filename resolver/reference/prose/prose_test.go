package prose

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func texts(t *testing.T, name string) []string {
	t.Helper()
	all, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(all)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.ReplaceAll(line, `\n`, "\n"))
		}
	}
	return out
}

func TestProse(t *testing.T) {
	for _, text := range texts(t, "prose.txt") {
		if !Is(text) || IsStructured(text) {
			t.Errorf("%q is taken for a title: kinds %b, structured %t", text, kindsIn(text), IsStructured(text))
		}
	}
}

func TestTitlesStay(t *testing.T) {
	for _, text := range texts(t, "titles.txt") {
		if Is(text) {
			t.Errorf("%q is taken for prose: kinds %b", text, kindsIn(text))
		}
	}
}

// Each row of the evidence has an example that no other row makes prose.
func TestEveryRowMatters(t *testing.T) {
	for i := range evidence {
		found := kindsIn(evidence[i].example)
		others := slices.Concat(evidence[:i], evidence[i+1:])
		for _, e := range others {
			if found&e.all == e.all {
				t.Errorf("%q is prose without its row too", evidence[i].example)
			}
		}
		if !Is(evidence[i].example) {
			t.Errorf("%q is no prose", evidence[i].example)
		}
	}
}

// TestEveryShapeMatters takes out one shape of people's addresses or of the parts of a
// reference at a time, and demands that a text is no longer what it is.
func TestEveryShapeMatters(t *testing.T) {
	none := regexp.MustCompile(`[^\s\S]`)
	all, references := texts(t, "prose.txt"), texts(t, "references.txt")
	try := func(shape **regexp.Regexp, noticed func(string) bool, texts []string) {
		was := *shape
		*shape = none
		if !slices.ContainsFunc(texts, noticed) {
			t.Errorf("no text notices that %s is missing", was)
		}
		*shape = was
	}
	for i := range shapes {
		try(&shapes[i].shape, func(text string) bool { return !Is(text) }, all)
	}
	for i := range parts {
		try(&parts[i].shape, func(text string) bool { return !IsStructured(text) }, references)
	}
}

func TestReferencesAreStructured(t *testing.T) {
	for _, text := range texts(t, "references.txt") {
		if !IsStructured(text) {
			t.Errorf("%q is built like no reference", text)
		}
	}
}

func TestEveryPhraseHasAKind(t *testing.T) {
	for _, of := range phrases {
		for _, p := range of {
			if p.kind == 0 || len(p.words) == 0 {
				t.Errorf("%q is of no kind", p.words)
			}
		}
	}
}

// No phrase holds another of its kind, which would be found wherever it is. What follows a greeting
// begins a sentence, so that a longer one is another.
func TestNoPhraseHoldsAnother(t *testing.T) {
	seen := map[string]kind{}
	for _, of := range phrases {
		for _, p := range of {
			if words := strings.Join(p.words, " "); seen[words]&p.kind != 0 {
				t.Errorf("%q stands twice", words)
			} else {
				seen[words] |= p.kind
			}
			for i := range p.words {
				for _, other := range phrases[p.words[i]] {
					if mayBegin := !other.begins || p.begins && i == 0; mayBegin && p.isLonger(other, i) {
						t.Errorf("%q is found by %q", p.words, other.words)
					}
				}
			}
		}
	}
}

// isLonger reports whether a phrase holds another of its kind from a word on.
func (p phrase) isLonger(other phrase, from int) bool {
	end := from + len(other.words)
	if p.kind != other.kind || p.kind == greeting || len(p.words) <= len(other.words) {
		return false
	}
	return end <= len(p.words) && slices.Equal(other.words, p.words[from:end])
}

func BenchmarkIs(b *testing.B) {
	const text = "Ruiz, A. B. (2019). Tugs of the inner harbour. Harbour Law Review, 3(1), 12-34. Retrieved from my private notes"
	for b.Loop() {
		Is(text)
	}
}

func TestCutLeadIn(t *testing.T) {
	const ref = "Roe, B. (2001). Lamps. London: Faber."
	for text, want := range map[string]string{
		"Hello, I would like the following book: " + ref: ref,
		"Bonjour,\n" + ref:                      ref,
		"Necesito el siguiente libro: " + ref:   ref,
		"I need you beside me: " + ref:          "I need you beside me: " + ref,
		"These lamps: " + ref:                   "These lamps: " + ref,
		"I need: a memoir":                      "I need: a memoir",
		"Lamps: a history. London: Faber, 2001": "Lamps: a history. London: Faber, 2001",
	} {
		if got, lead := CutLeadIn(text); got != want || (lead != "") != (want == ref) {
			t.Errorf("%q is cut to %q, %q", text, got, lead)
		}
	}
}

func TestIsAround(t *testing.T) {
	for text, want := range map[string]bool{
		"thanks": true, "can i get": true, "bitte dieses Buch": true, "necesito": true, "hi, I need the article": true,
		"The Help": false, "I have this": false, "Old lamps, please": false, "": false,
		"I need the article by Roe, A. (2001)": false, "Ich mo\u0308chte dieses Buch bitte": true, // the mark apart from its letter
	} {
		if IsAround(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestCutCourtesies(t *testing.T) {
	for text, want := range map[string]string{
		"Hi! could you get me “Lamps” by Bo Roe? thanks!":   "“Lamps” by Bo Roe",
		"please send me: Lamps":                             "Lamps",
		"Roe, B. (2001). Lamps. London: Faber. Many thanks": "Roe, B. (2001). Lamps. London: Faber.",
		"Thank you, Jeeves":                                 "Thank you, Jeeves",
		"Hello, Dolly":                                      "Hello, Dolly",
		"Lamps, please":                                     "Lamps, please",
		"Hello! Roe, B. (2001). Lamps. London: Faber.":      "Roe, B. (2001). Lamps. London: Faber.",
		"Roe, B. Lamps. London: Faber, 2001 please":         "Roe, B. Lamps. London: Faber, 2001",
	} {
		if got, _ := CutCourtesies(text); got != want {
			t.Errorf("%q is cut to %q", text, got)
		}
	}
}

func TestWithoutMail(t *testing.T) {
	for text, want := range map[string]string{
		"Lamps (bo.roe@example.edu)": "Lamps",
		"(Lamps)":                    "(Lamps)",
		"Lamps @ home":               "Lamps @ home",
	} {
		if got, mails := WithoutMail(text); got != want || (len(mails) > 0) != (want != text) {
			t.Errorf("%q is left as %q, without %q", text, got, mails)
		}
	}
}

func TestCutWish(t *testing.T) {
	for text, want := range map[string]string{
		"please order Roe A. Lamps and oil 1978 Knopf":                "Roe A. Lamps and oil 1978 Knopf",
		"please order roe a lamps and oil 1978":                       "roe a lamps and oil 1978",
		"I am looking for Roe, Ann. Lamps and oil. Faber 1978":        "Roe, Ann. Lamps and oil. Faber 1978",
		"i'm looking for the book Lamps and oil by Ann Roe (1978)":    "Lamps and oil by Ann Roe (1978)",
		"I need a copy of Lamps and oil, Ann Roe (1978)":              "Lamps and oil, Ann Roe (1978)",
		"Could you please send me the article by Roe A. Lamps (1978)": "Roe A. Lamps (1978)",
		"I need the book “Lamps and oil” by Ann Roe (1978)":           "“Lamps and oil” by Ann Roe (1978)",
		"Ich suche das Buch Lampen und Öl von Ann Roe (1978)":         "Lampen und Öl von Ann Roe (1978)",
		"Könnten Sie mir bitte Roe, A. Lampen 1978 besorgen":          "Roe, A. Lampen 1978 besorgen",
		"Je cherche le livre de Roe, A. Lampes (1978)":                "Roe, A. Lampes (1978)",
		"Estoy buscando Roe, A. Lámparas (1978)":                      "Roe, A. Lámparas (1978)",
		// Who wrote it is enough to know a work by.
		"i need the book Lamps and oil by Ann Roe":          "Lamps and oil by Ann Roe",
		"Do you have Lamps and oil by Ann Maria Roe?":       "Lamps and oil by Ann Maria Roe",
		"ich brauche das Buch Lampen von Ann Roe, 1978":     "Lampen von Ann Roe, 1978",
		"je voudrais le livre Lampes par Ann Roe":           "Lampes par Ann Roe",
		"quisiera el libro Lámparas por Ann Roe (1978)":     "Lámparas por Ann Roe (1978)",
		"can i get the book Lamps by Ann Roe (1978)?":       "Lamps by Ann Roe (1978)",
		"please send me the article Lamps at sea":           "",
		"please send me the article Lamps at sea by Friday": "",
		"can i get books by Ann Roe":                        "",
		"I Need Lamps by Ann Roe":                           "",
		// Titles, and questions.
		"I Need the Book of Lamps. Roe, A. (1978)":                 "",
		"Please Send Me Lamps. Roe, A. (1978)":                     "",
		"I need lamps: a memoir. Roe, A. (1978)":                   "",
		"I need Ann: a memoir. Roe, A. (1978)":                     "",
		"I am looking for a lamp. London: Faber, 1978. Roe, A.":    "",
		"Please order: the history of lamps. Faber. Roe, A., 1978": "",
		"please order something on lamps":                          "",
		"please order 1978":                                        "",
	} {
		if want == "" {
			want = text
		}
		if rest, wished := CutWish(text); rest != want || (wished == "") != (rest == text) {
			t.Errorf("%q is cut to %q, %q", text, rest, wished)
		}
	}
}
