package text

import (
	"strings"
	"unicode/utf8"
)

// HyphenLength returns the bytes of the hyphen or dash that s begins with, or 0.
func HyphenLength(s string) int {
	if s == "" || s[0] < utf8.RuneSelf && s[0] != '-' && s[0] != '~' {
		return 0
	}
	for _, dash := range [...]string{"-", "\u00AD", "‐", "‑", "‒", "–", "—", "―", "⁃", "−", "~", "～", "〜"} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// NormalDashes writes every dash as a hyphen, without blanks around it.
func NormalDashes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if n := HyphenLength(s[i:]); n > 0 {
			if t := strings.TrimRight(b.String(), " "); len(t) < b.Len() {
				b.Reset()
				b.WriteString(t)
			}
			if !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
			i += n
			for i < len(s) && s[i] == ' ' {
				i++
			}
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
