package openurl

import (
	_ "embed" // lists
	"strings"
	"unicode"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// markEmpty marks the values that say nothing, so that other values are
// used instead.
func (co *ContextObject) markEmpty() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		switch {
		case isBlank(p), p.Field == ID && isBareNamespace(p.Value):
			p.Empty = true
		case p.Field != NoField && isPlaceholder(p):
			p.Empty = true
			co.Warnings.Add(warning.PlaceholderDropped, p.Key, p.Value)
		}
	}
}

// dropTruncated drops the last value of a link that was cut off in it, where the
// same value is whole under the field's other key: hybrids send everything twice.
func (co *ContextObject) dropTruncated() {
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

// isBlank reports whether a value has only blanks, punctuation and signs that show nothing.
func isBlank(p *Pair) bool {
	if p.classes.has(beyond) {
		return !strings.ContainsFunc(p.Value, func(r rune) bool {
			return !isUnseen(r) && !unicode.Is(unicode.Pd, r) && !strings.ContainsRune(punctuation, r)
		})
	}
	return !p.classes.has(other)
}

// isBareNamespace reports whether an identifier has nothing after its namespace: info:doi/,
// pmid:, urn:ISSN:. Primo and ProQuest send one for every number that is missing.
func isBareNamespace(id string) bool {
	end := len(id) - 1
	return (id[end] == '/' || id[end] == ':') && strings.IndexByte(id[:end], '/') < 0
}

//go:embed placeholders.txt
var placeholdersText string

//go:embed placeholders-imprint.txt
var imprintPlaceholdersText string

// placeholderWords are the words of both lists.
var placeholderWords = func() map[string]struct{ imprintOnly bool } {
	words := map[string]struct{ imprintOnly bool }{}
	for word := range text.ListLines(imprintPlaceholdersText) {
		words[word] = struct{ imprintOnly bool }{true}
	}
	for word := range text.ListLines(placeholdersText) {
		words[word] = struct{ imprintOnly bool }{}
	}
	return words
}()

// How long placeholderWords are, with some room for what is around them.
const (
	longestWord        = 30
	longestImprintWord = 64
)

// aroundWords is what is around placeholderWords.
var aroundWords = text.Chars(" .,;:[]()?#")

// isPlaceholder reports whether a value was sent instead of a missing one.
func isPlaceholder(p *Pair) bool {
	if p.classes.has(bracket) && hasPlaceholder(p.Value) {
		return true
	}
	imprint := isImprint[p.Field]
	if len(p.Value) > longestImprintWord || !imprint && len(p.Value) > longestWord {
		return false
	}
	bare := aroundWords.Trim(p.Value) // of what isBlank does not hold for, so that something is left
	if !mayBeWord(bare, p) {
		return false
	}
	if mayBeName[p.Field] && isNameLike(bare) && strings.IndexByte(bare, ' ') < 0 {
		return false
	}
	if word, known := placeholderWords[strings.ToLower(bare)]; known && (imprint || !word.imprintOnly) {
		return true
	}
	return strings.EqualFold(bare, p.Field.String()) || strings.EqualFold(p.Value, p.Key)
}

// mayBeName are the fields in which some of placeholderWords are names: Li, Nan; Null,
// Jan; Smith, N.A.; and books are called Undefined.
var mayBeName = [fieldCount]bool{
	AuLast: true, AuFirst: true, AuInit: true, AuInit1: true, AuInitM: true, Au: true,
	Title: true, BTitle: true, ATitle: true, JTitle: true,
}

// isNameLike reports whether a word, of letters and periods, is written as a name is: programs write null and NULL.
func isNameLike(s string) bool {
	if len(s) < 3 || s[0] > 'Z' {
		return false
	}
	return s[1] >= 'a' && s[2] != 'N' || s == "N.A"
}

// wordLengths has for each first byte the lengths of placeholderWords, a bit for each.
var wordLengths = func() (lengths [256]uint64) {
	for word := range placeholderWords {
		lengths[word[0]] |= 1 << len(word)
	}
	return lengths
}()

// mayBeWord reports whether a value is worth comparing: with a placeholder, or with the
// names of its own key.
func mayBeWord(bare string, p *Pair) bool {
	if p.classes.has(beyond) { // of which the length may be another in lower case
		return isImprint[p.Field]
	}
	first := bare[0] | 0x20
	isName := first == p.Field.String()[0] || first == p.Key[0]|0x20
	return isName || wordLengths[first]>>len(bare)&1 != 0
}

// isImprint are the fields of an imprint.
var isImprint = [fieldCount]bool{
	Pub: true, Publisher: true, Place: true, PubPlace: true,
	Date: true, PubDate: true, PubYear: true, Year: true,
}

// hasPlaceholder reports whether a template's attribute was never filled in: {rft.month},
// {{seriestitle}}, ((addata/eric}}, <?…?>. Braces of LaTeX (x_{n}, \mathbb{R}), those
// with which BibTeX keeps capitals ({DNA} in yeast) and brackets of chemistry
// ((2R,3S)-…) are not placeholders.
func hasPlaceholder(value string) bool {
	return hasDelimiter(value) || hasPrimoAttribute(value) || hasBracedName(value)
}

// hasDelimiter reports whether a value holds delimiters of templates that nothing else has.
func hasDelimiter(value string) bool {
	if strings.Contains(value, "<?") && strings.Contains(value, "?>") {
		return true
	}
	return strings.Contains(value, "{{") || strings.Contains(value, "${")
}

// hasPrimoAttribute reports whether a value holds ((addata/eric}} or ((rft.month)).
func hasPrimoAttribute(value string) bool {
	if strings.HasPrefix(value, "((rft.") {
		return true
	}
	_, attribute, found := strings.Cut(value, "((")
	if !found {
		return false
	}
	afterName := strings.TrimLeft(attribute, "abcdefghijklmnopqrstuvwxyz")
	return strings.Contains(value, "}}") || strings.HasPrefix(afterName, "/")
}

// hasBracedName reports whether a value holds the name of an attribute in braces, as a
// word of its own.
func hasBracedName(value string) bool {
	for i := 0; i < len(value); i++ {
		if value[i] != '{' {
			continue
		}
		n := strings.IndexByte(value[i:], '}')
		if n < 2 || i > 0 && strings.IndexByte(" ,;:/=&", value[i-1]) < 0 {
			continue
		}
		if isAttribute(value[i+1:i+n], n+1 == len(value)) {
			return true
		}
	}
	return false
}

// isAttribute reports whether what is in braces is an attribute's name rather than a
// word that BibTeX keeps as it is. As the whole value any name in lower case is one.
func isAttribute(name string, whole bool) bool {
	if !plausible(name) {
		return false
	}
	if strings.ContainsAny(name, "._") {
		return true
	}
	return !hasUpper(name) && (whole || classify(name).field != NoField)
}
