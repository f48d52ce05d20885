package warning_test

import (
	"strings"
	"testing"

	"lendlink/resolver/warning"
)

func TestEveryCodeHasASentence(t *testing.T) {
	said := map[string]warning.Code{}
	for _, code := range codes(t) {
		sentence := code.Sentence()
		if sentence == "" {
			t.Errorf("%s has no sentence", code)
		}
		if strings.Contains(sentence, " or ") {
			t.Errorf("%s leaves open which of two things happened: %s", code, sentence)
		}
		if other, ok := said[sentence]; ok {
			t.Errorf("%s and %s say the same", code, other)
		}
		said[sentence] = code
	}
	if sentence := warning.Code("no-code").Sentence(); sentence != "" {
		t.Errorf("a code that is not on the list has the sentence %q", sentence)
	}
}
