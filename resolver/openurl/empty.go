package openurl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// markEmpty marks the values that say nothing, so that they stand in no other
// value's way.
func (co *ContextObject) markEmpty() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		switch {
		case p.Value == "", p.Field != NoField && isMute(p), p.Field == ID && isBareNamespace(p.Value):
			p.Empty = true
		case p.Field != NoField && isPlaceholder(p):
			p.Empty = true
			co.Warnings.Add(warning.PlaceholderDropped, p.Key, p.Value)
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

// isMute tells whether a value is blanks and punctuation only.
func isMute(p *Pair) bool {
	if p.marks.has(beyond) {
		return !strings.ContainsFunc(p.Value, func(r rune) bool {
			return !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && !strings.ContainsRune(punctuation, r)
		})
	}
	return !p.marks.has(other)
}

// isBareNamespace tells an identifier with nothing behind its namespace: info:doi/,
// pmid:, urn:ISSN:. Primo and ProQuest send one for every number that is missing.
func isBareNamespace(id string) bool {
	end := len(id) - 1
	return (id[end] == '/' || id[end] == ':') && strings.IndexByte(id[:end], '/') < 0
}

// placeholderWords are what programs and catalogues write where they have
// nothing: in any field, or in an imprint only, where they are cataloguers' words
// for what is not known (ISBD's Latin, RDA's sentences); elsewhere S. N. may be a
// person. In lower case, without brackets and punctuation around them.
var placeholderWords = map[string]struct{ imprintOnly bool }{
	"null": {}, "undefined": {}, "nil": {}, "nan": {}, "object object": {}, "n/a": {}, "n.a": {}, "uuuu": {}, "no pagination specified": {},

	"s. l": {true}, "s. n": {true}, "s. d": {true}, "s. a": {true}, "o. o": {true}, "o.o": {true}, "s.l": {true}, "s.n": {true},
	"s.l. : s.n": {true}, "s.l.: s.n": {true}, "s.a": {true}, "sine loco": {true}, "sine nomine": {true}, "s.d": {true}, "n.d": {true},
	"place of publication not identified": {true}, "publisher not identified": {true}, "date of publication not identified": {true},
	"place of publication not known": {true}, "publisher not known": {true},
	"lieu de publication non identifié": {true}, "éditeur non identifié": {true},
	"lugar de publicación no identificado": {true}, "editor no identificado": {true},
	"erscheinungsort nicht ermittelbar": {true}, "verlag nicht ermittelbar": {true}, "출판사 불명": {true},
	"publication place not identified": {true}, "place not identified": {true}, "publisher unknown": {true}, "place unknown": {true}, "unknown": {true}, "n.p": {true}, "n. p": {true},
	"verlagsort nicht ermittelbar": {true}, "ort nicht ermittelbar": {true}, "o. v": {true}, "o.verl": {true}, "o. verl": {true},
	"luogo di pubblicazione non identificato": {true}, "editore non identificato": {true}, "plaats van uitgave niet vastgesteld": {true}, "uitgever niet vastgesteld": {true},
	"local de publicação não identificado": {true}, "editora não identificada": {true}, "editor não identificado": {true}, "lloc de publicació no identificat": {true}, "editor no identificat": {true},
	"utgivningsort okänd": {true}, "utgivare okänd": {true}, "okänd": {true}, "miejsce nieznane": {true}, "wydawca nieznany": {true}, "místo vydání není známé": {true}, "nakladatel není známý": {true}, "inconnu": {true}, "lieu inconnu": {true}, "lieu de publication inconnu": {true}, "maison d'édition inconnue": {true}, "s.l.n.d": {true},
	"lugar de publicación desconocido": {true}, "lugar desconocido": {true}, "editorial desconocida": {true}, "editor desconocido": {true}, "sin editorial": {true},
	"verlag unbekannt": {true}, "ort unbekannt": {true}, "erscheinungsort unbekannt": {true}, "verlagsort unbekannt": {true}, "unbekannt": {true}, "luogo sconosciuto": {true}, "editore sconosciuto": {true},
	"local de publicação desconhecido": {true}, "editora desconhecida": {true}, "uitgever onbekend": {true}, "plaats onbekend": {true}, "éditeur inconnu": {true},
	"б. м": {true}, "б. и": {true}, "б.м": {true}, "б.и": {true}, "место издания не установлено": {true}, "издатель не установлен": {true}, "د. م": {true}, "د. ن": {true}, "د.م": {true}, "د.ن": {true},
	"발행지불명": {true}, "발행자불명": {true}, "발행지 불명": {true}, "발행자 불명": {true},
	"出版地不明": {true}, "出版者不明": {true}, "出版社不明": {true}, "出版地不详": {true}, "出版者不详": {true},
}

// How long placeholderWords are, with some room for what stands around them.
const (
	longestWord        = 30
	longestImprintWord = 64
)

// aroundWords is what stands around placeholderWords.
var aroundWords = text.Chars(" .,;:[]()?")

// isPlaceholder tells whether a value stands for one that is missing.
func isPlaceholder(p *Pair) bool {
	if p.marks.has(bracket) && residue(p.Value) {
		return true
	}
	imprint := isImprint[p.Field]
	if len(p.Value) > longestImprintWord || !imprint && len(p.Value) > longestWord {
		return false
	}
	if p.marks.has(digit) { // of the words only a key's own name may have one
		return strings.EqualFold(p.Value, p.Field.String()) || strings.EqualFold(p.Value, p.Key)
	}
	bare := aroundWords.Trim(p.Value)
	if bare == "" || !mayBeginWord(bare[0]|0x20, p) {
		return false
	}
	var buf [longestImprintWord]byte
	lower := buf[:0]
	if p.marks.has(beyond) { // ÉDITEUR NON IDENTIFIÉ
		bare = strings.ToLower(bare)
	}
	for _, c := range []byte(bare) {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower = append(lower, c)
	}
	if mayBeName[p.Field] && isNameLike(bare) {
		return false
	}
	word, known := placeholderWords[string(lower)]
	return known && (imprint || !word.imprintOnly) || string(lower) == p.Field.String() || strings.EqualFold(p.Value, p.Key)
}

// mayBeName are the fields in which some of placeholderWords are names: Li, Nan; Null,
// Jan; Smith, N.A.; and books are called Undefined.
var mayBeName = [fieldCount]bool{
	AuLast: true, AuFirst: true, AuInit: true, AuInit1: true, AuInitM: true, Au: true,
	Title: true, BTitle: true, ATitle: true, JTitle: true,
}

// isNameLike tells whether a word is written as a name is: programs write null and NULL.
func isNameLike(s string) bool {
	return len(s) > 2 && 'A' <= s[0] && s[0] <= 'Z' && ('a' <= s[1] && s[1] <= 'z' && s[2] != 'N' || s == "N.A")
}

// beginsWord are the first bytes of placeholderWords.
var beginsWord = func() (begins [256]bool) {
	for word := range placeholderWords {
		begins[word[0]] = true
	}
	return begins
}()

// mayBeginWord tells whether a value that begins so is worth comparing: with a
// placeholder, or with the names of its own key.
func mayBeginWord(c byte, p *Pair) bool {
	return c >= utf8.RuneSelf || beginsWord[c] || c == p.Field.String()[0] || c == p.Key[0]|0x20
}

// isImprint are the fields of an imprint.
var isImprint = [fieldCount]bool{Pub: true, Publisher: true, Place: true, PubPlace: true, Date: true, PubDate: true, PubYear: true, Year: true}

// residue tells whether a template's attribute was never filled in: {rft.month},
// {{seriestitle}}, ((addata/eric}}, <?…?>. Braces of LaTeX (x_{n}, \mathbb{R}), those
// with which BibTeX keeps capitals ({DNA} in yeast) and brackets of chemistry
// ((2R,3S)-…) are none.
func residue(value string) bool {
	if strings.Contains(value, "{{") || strings.Contains(value, "${") || strings.HasPrefix(value, "((rft.") || strings.Contains(value, "<?") && strings.Contains(value, "?>") {
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
		if n < 2 || i > 0 && strings.IndexByte(" ,;:/=&", value[i-1]) < 0 {
			continue
		}
		name := value[i+1 : i+n]
		if plausible(name) && (n+1 == len(value) && !hasUpper(name) || strings.ContainsAny(name, "._") || !hasUpper(name) && classify(name).field != NoField) {
			return true
		}
	}
	return false
}
