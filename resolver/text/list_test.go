package text_test

import (
	"slices"
	"testing"

	"lendlink/resolver/text"
)

func TestListLines(t *testing.T) {
	list := "# Family names of two words.\n\nGarcía Márquez\r\n  Vaughan Williams  \n#Lloyd George\nC# Minor\nlast"
	want := []string{"García Márquez", "Vaughan Williams", "C# Minor", "last"}
	if got := slices.Collect(text.ListLines(list)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for line := range text.ListLines(list) {
		if line != want[0] {
			t.Errorf("got %q first", line)
		}
		break
	}
	for line := range text.ListLines("") {
		t.Errorf("an empty list has %q", line)
	}
}
