package leftover_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lendlink/resolver/web/leftover"
)

// clock is a time that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func newSealer(t *testing.T, c *clock) *leftover.Sealer {
	t.Helper()
	s, err := leftover.NewSealer(c.now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSealedTextIsReadHereAlone(t *testing.T) {
	c := &clock{time.Unix(1_800_000_000, 0)}
	s := newSealer(t, c)
	const text = "ed. Doe, C.; “my diary”"
	sealed := s.Seal(text)
	if sealed == s.Seal(text) {
		t.Error("the same text is sealed alike twice")
	}
	if got := s.Open(sealed); got != text {
		t.Errorf("opens as %q", got)
	}
	if got := newSealer(t, c).Open(sealed); got != "" {
		t.Errorf("another process reads %q", got)
	}
	changed := []byte(sealed)
	changed[len(changed)/2] ^= 1
	for _, wrong := range []string{string(changed), "", "x", "?", sealed[:20], sealed + "AAAA"} {
		if got := s.Open(wrong); got != "" {
			t.Errorf("%q opens as %q", wrong, got)
		}
	}
	c.at = c.at.Add(16 * time.Minute)
	if got := s.Open(sealed); got != "" {
		t.Errorf("after a while it still opens as %q", got)
	}
}

func TestSealedTextIsBounded(t *testing.T) {
	s := newSealer(t, &clock{})
	if got := s.Seal(" . "); got != "" {
		t.Errorf("nothing is sealed as %q", got)
	}
	for _, text := range []string{strings.Repeat("wörter ", 9000), strings.Repeat("é", 9000)} {
		sealed := s.Seal(text)
		got := s.Open(sealed)
		if len(sealed) > 640 || !strings.HasSuffix(got, " …") || !utf8.ValidString(got) {
			t.Errorf("%d bytes, opens as %q", len(sealed), got)
		}
	}
}
