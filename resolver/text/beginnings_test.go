package text_test

import (
	"slices"
	"testing"

	"lendlink/resolver/text"
)

func TestBeginnings(t *testing.T) {
	labels := text.BeginningsOf("vol.", "volume", "v", "[s.l.", "№", "n° ")
	for in, want := range map[string][]string{
		"Vol. 3":    {" 3", "ol. 3"},
		"VOLUME 3":  {" 3", "OLUME 3"},
		"v3":        {"3"},
		"[S.l.]":    {"]"},
		"№3":        {"3"}, // those beyond ASCII are kept together
		"N° 3":      {"3"},
		"Ж3":        nil,
		"no. 3":     nil,
		"tome 3":    nil,
		"":          nil,
		"3, vol. 2": nil,
	} {
		if got := slices.Collect(labels.Cut(in)); !slices.Equal(got, want) {
			t.Errorf("%q: after its beginnings is %q, want %q", in, got, want)
		}
		if begins := want != nil; labels.Begin(in) != begins {
			t.Errorf("%q begins so: %t", in, !begins)
		}
	}
}

// TestBeginningsInTurn: who takes the first that fits does not meet the others.
func TestBeginningsInTurn(t *testing.T) {
	var met []string
	for rest := range text.BeginningsOf("volume", "vol", "v").Cut("Volume 3") {
		met = append(met, rest)
		break
	}
	if !slices.Equal(met, []string{" 3"}) {
		t.Errorf("got %q", met)
	}
}
