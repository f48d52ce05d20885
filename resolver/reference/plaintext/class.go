package plaintext

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is a set of what a token can be.
type class uint64

const (
	comma class = 1 << iota
	period
	colon
	semicolon
	open
	closing
	slash
	query // ? and !
	quote
	dash
	number  // digits, at most six
	yearNum // a plausible year, with a letter after it or not
	roman
	pageNum // a number of a page: digits, a letter and digits, Roman
	initial // one or two letters that may be initials
	capital // begins with a capital
	upper   // all capitals, three letters or more
	small   // begins with a small letter
	webAddress
	doi
	isbn // a valid ISBN of thirteen digits
	vol
	issue
	part
	pageWord
	articleWord
	month
	and
	inWord
	ofWord
	editor
	director
	translator
	edition
	ordinal
	thesis
	report
	conf
	journal
	publisher
	publishingHouse
	place
	state
	access
	etAl
	arxiv
	isbnWord
	issnWord
	pmidWord
	pmcWord
	doiWord
	suffix
	particle
	forename
	meeting
	patent
	seriesWord
	day       // one or two digits
	tailWord  // a, i, u: short words in the name of a place
	tail      // Main, Saale: what distinguishes places of one name
	shortWord // up to four letters: an abbreviation if a period follows
)

// classNames are the names that words.txt and the patterns use.
var classNames = map[string]class{
	",": comma, ".": period, ":": colon, ";": semicolon, "(": open, ")": closing, "/": slash, "!": query, "\"": quote, "-": dash,
	"num": number, "year": yearNum, "roman": roman, "pagenum": pageNum, "initial": initial, "capital": capital, "upper": upper, "small": small,
	"address": webAddress, "doi": doi, "vol": vol, "issue": issue, "part": part, "pageword": pageWord, "article": articleWord, "month": month,
	"and": and, "in": inWord, "of": ofWord, "editor": editor, "director": director, "translator": translator, "edition": edition,
	"ordinal": ordinal, "thesis": thesis, "report": report, "conf": conf, "journal": journal, "publisher": publisher,
	"publishinghouse": publishingHouse,
	"place":           place, "state": state, "access": access, "etal": etAl, "arxiv": arxiv, "isbnword": isbnWord, "issnword": issnWord,
	"pmidword": pmidWord, "pmcword": pmcWord, "doiword": doiWord, "suffix": suffix, "particle": particle,
	"forename": forename, "meeting": meeting, "patent": patent, "series": seriesWord, "isbn": isbn,
	"day": day, "tailword": tailWord, "tail": tail,
}

//go:embed words.txt
var wordList string

// vocabulary is words.txt.
var vocabulary = func() map[string]class {
	words := map[string]class{}
	for line := range strings.Lines(wordList) {
		name, list, found := strings.Cut(line, ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(list) {
			words[w] |= classNames[name]
		}
	}
	return words
}()

// classOfWord returns what a word or number can be.
func classOfWord(s string, year int) class {
	if c := classOfNumber(s, year); c != 0 {
		return c | vocabulary[s]
	}
	c := vocabulary[strings.ToLower(s)]
	first, n := utf8.DecodeRuneInString(s)
	letters := utf8.RuneCountInString(s)
	isUpper := s == strings.ToUpper(s)
	switch {
	case unicode.IsUpper(first) || unicode.Is(unicode.Lo, first):
		c |= capital
	case unicode.IsDigit(first):
	default:
		c |= small
	}
	if c&capital != 0 && isInitialLike(s[n:], letters, isUpper) {
		c |= initial
	}
	if letters >= 3 && isUpper {
		c |= upper
	}
	if letters <= 4 {
		c |= shortWord
	}
	if isRoman(s) {
		c |= roman | pageNum
	}
	return c
}

// isConsonantPair reports whether the letter after a capital makes an abbreviated
// forename with it: Ch. and Th., Yu. of Russian; not Li.
func isConsonantPair(second string) bool { return strings.Contains("hurnlmy", second) }

// classOfNumber returns what digits can be, with letters before or after them.
func classOfNumber(s string, year int) class {
	head := len(s) - len(strings.TrimLeft(s, "eESABCLDRW"))
	digits := s[head:]
	n := 0
	for n < len(digits) && '0' <= digits[n] && digits[n] <= '9' {
		n++
	}
	tail := len(digits) - n
	if n == 0 || head > 1 || tail > 1 {
		return 0
	}
	if tail == 1 && (digits[n] < 'a' || digits[n] > 'z') {
		return 0
	}
	c := pageNum
	if head == 0 && tail == 0 && n <= 6 {
		c |= number
	}
	if head == 0 && tail == 0 && n <= 2 {
		c |= day
	}
	if head == 0 && n == 4 {
		if y := decimal(digits[:4]); 1400 <= y && y <= year+2 {
			c |= yearNum
		}
	}
	return c
}

func decimal(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// isRoman reports whether a word can be a Roman numeral; those of one letter are I, V, X.
func isRoman(s string) bool {
	if len(s) > 8 || strings.Trim(s, "IVXLC") != "" && strings.Trim(s, "ivxl") != "" {
		return false
	}
	return romanShape.MatchString(s) && (len(s) > 1 || strings.Contains("IVX", s))
}

// romanShape is how a Roman numeral is built: not as the IL of Illinois.
var romanShape = regexp.MustCompile(`(?i)^c{0,4}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$`)

// isInitialLike reports whether a word in capitals can be initials by its length; rest is
// what is after its first letter.
func isInitialLike(rest string, letters int, isUpper bool) bool {
	if isUpper {
		return letters <= 4
	}
	return letters == 1 || letters == 2 && isConsonantPair(rest)
}
