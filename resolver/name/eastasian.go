package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// eastAsianRoles come after names in Chinese, Japanese and Korean catalogues: writer,
// editor, translator and the like, and "and others".
var eastAsianRoles = []string{"主编", "主編", "编著", "編著", "校注", "编", "編", "著", "译", "譯", "訳", "撰", "輯", "等", "ほか", "지음", "옮김", "엮음"}

// cutEastAsianRole cuts such a word, the dynasty or country that is in brackets before
// a name, and what is in brackets after it: 司馬遼太郎著, 林, 英夫(1919-2007).
func cutEastAsianRole(s string) string {
	if !isEastAsian(s) {
		return s
	}
	s = cutParallel(s)
	if i := strings.IndexAny(s, ")]）］〕"); i > 0 && strings.IndexAny(s, "([（［〔") == 0 { // (清)曹雪芹, [日]村上春树
		_, size := utf8.DecodeRuneInString(s[i:])
		if rest := s[i+size:]; text.HasLetter(rest) {
			s = rest
		}
	}
	s = cutRoleAfter(s)
	if bare := strings.TrimRight(s, ")）"); bare != s {
		name, _, _ := strings.Cut(bare, "(")
		s, _, _ = strings.Cut(name, "（")
	}
	return s
}

// cutRoleAfter cuts the role alone, also after several names.
func cutRoleAfter(s string) string {
	for _, role := range eastAsianRoles {
		if rest, ok := strings.CutSuffix(s, role); ok && utf8.RuneCountInString(rest) > 1 {
			return strings.TrimRight(rest, " ")
		}
	}
	return s
}

// cutParallel cuts the Latin form of a name that follows it: 藍志虹 / Lan Chih-hung.
func cutParallel(s string) string {
	if own, latin, _ := strings.Cut(s, " / "); !isEastAsian(latin) && isEastAsian(own) {
		return own
	}
	return s
}

// isEastAsian reports whether a name is written in Han, Kana or Hangul.
func isEastAsian(s string) bool {
	return strings.ContainsFunc(s, isEastAsianRune)
}

// firstEastAsian is the first letter of Hangul, which comes before those of the other scripts.
const firstEastAsian = '\u1100'

func isEastAsianRune(r rune) bool {
	return r >= firstEastAsian && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
