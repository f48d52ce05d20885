package openurl

import (
	"strings"
	"unicode"

	"lendlink/resolver/warning"
)

// markEmpty marks the values that say nothing, so that they stand in no other
// value's way.
func (co *ContextObject) markEmpty() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if p.Value == "" || p.Field == NoField {
			p.Empty = p.Value == ""
			continue
		}
		switch placeholder, empty := saysNothing(p.Field, p.Key, p.Value); {
		case placeholder:
			p.Empty = true
			co.Warnings.Add(warning.PlaceholderDropped, p.Key, p.Value)
		case empty:
			p.Empty = true
		}
	}
}

// dropCutShort drops the last value of a link that was cut off in it, where the
// same value stands whole under the field's other key: hybrids send all twice.
func (co *ContextObject) dropCutShort() {
	n := len(co.Pairs) - 1
	if n < 0 || co.Pairs[n].Value == "" || co.Pairs[n].Field == NoField {
		return
	}
	last := &co.Pairs[n]
	for i := range co.Pairs[:n] {
		p := &co.Pairs[i]
		if p.Field == last.Field && p.Version1 != last.Version1 && len(p.Value) > len(last.Value) && strings.HasPrefix(p.Value, last.Value) {
			last.Empty = true
			co.Warnings.Add(warning.TruncatedDropped, last.Key, last.Value)
			return
		}
	}
}

// placeholderWords are what programs and catalogues write where they have
// nothing. Compared in lower case, without brackets and punctuation around them.
var placeholderWords = map[string]bool{
	"null": true, "undefined": true, "n/a": true, "n.a": true, "uuuu": true, "no pagination specified": true,
}

// imprintWords are cataloguers' words for an imprint that is not known: ISBD's
// Latin, RDA's sentences. They count in an imprint only: S. N. may be a person.
var imprintWords = map[string]bool{
	"s. l": true, "s. n": true, "s. d": true, "s. a": true, "o. o": true, "o.o": true, "s.l": true, "s.n": true, "s.l. : s.n": true, "s.l.: s.n": true, "s.a": true, "sine loco": true, "sine nomine": true, "s.d": true, "n.d": true,
	"place of publication not identified": true, "publisher not identified": true, "date of publication not identified": true,
	"place of publication not known": true, "publisher not known": true,
	"lieu de publication non identifié": true, "éditeur non identifié": true,
	"lugar de publicación no identificado": true, "editor no identificado": true,
	"erscheinungsort nicht ermittelbar": true, "verlag nicht ermittelbar": true,
}

// saysNothing tells whether a value is a placeholder, or nothing at all.
func saysNothing(f Field, name, value string) (placeholder, empty bool) {
	if !isAlphanumeric(value[0]) && !strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune(",.-/;:_|[](){}", r) }) {
		return false, true
	}
	if residue(value) {
		return true, true
	}
	// Imprints may be whole sentences; of the rest, the longest is "no pagination
	// specified". No word has a digit.
	var buf [48]byte
	imprint := isImprint[f]
	if len(value) > len(buf) || !imprint && len(value) > 30 || f != AuInit1 && strings.ContainsAny(value, "0123456789") {
		return false, false
	}
	word := strings.Trim(value, " .,;:[]?")
	lower := buf[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower = append(lower, c)
	}
	switch {
	case placeholderWords[string(lower)], string(lower) == f.String(), strings.EqualFold(value, name):
		return true, true
	case imprint && imprintWords[string(lower)]:
		return true, true
	}
	return false, false
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// isImprint are the fields of an imprint.
var isImprint = [fieldCount]bool{Pub: true, Publisher: true, Place: true, PubPlace: true, Date: true, PubDate: true, PubYear: true, Year: true}

// residue tells whether a template's attribute was never filled in: {rft.month},
// {{seriestitle}}, ((addata/eric}}, <?…?>. Braces of LaTeX (x_{n}, \mathbb{R})
// and brackets of chemistry ((2R,3S)-…) are none.
func residue(value string) bool {
	if strings.IndexByte(value, '{') < 0 && strings.IndexByte(value, '<') < 0 && strings.IndexByte(value, '(') < 0 {
		return false
	}
	if strings.Contains(value, "{{") || strings.Contains(value, "<?") && strings.Contains(value, "?>") {
		return true
	}
	if i := strings.Index(value, "(("); i >= 0 && (strings.Contains(value, "}}") || strings.HasPrefix(strings.TrimLeft(value[i+2:], "abcdefghijklmnopqrstuvwxyz"), "/")) {
		return true
	}
	for i := 0; i < len(value); i++ {
		if value[i] != '{' {
			continue
		}
		n := strings.IndexByte(value[i:], '}')
		if n > 1 && plausible(value[i+1:i+n]) && (i == 0 || strings.IndexByte(" ,;:/=&", value[i-1]) >= 0) {
			return true
		}
	}
	return false
}
