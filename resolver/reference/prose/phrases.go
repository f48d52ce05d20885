package prose

import (
	_ "embed"
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// kind is one of the things that letters have, as a bit.
type kind uint32

const (
	greeting kind = 1 << iota
	wish          // to get something
	thing         // that libraries lend
	mine          // such a thing that somebody has or waits for
	account       // what a library knows of somebody
	question
	self // who somebody is
	closing
	pointing // to what follows
	request  // a wish that a title hardly has
	verb     // that makes such a wish of another
	between  // a wish and what is wished for
	determiner
	naming // a thing: "by", "called"
	noun   // with a capital, as in German
	mail
	name // and nothing else but an address of e-mail
	phone
	card
	pair // of a key and a value about a patron, and nothing else
	street
	postcode
)

var kindNames = map[string]kind{
	"greeting": greeting, "wish": wish, "thing": thing, "mine": mine, "account": account, "question": question,
	"self": self, "closing": closing, "pointing": pointing,
	"request": wish | request, "verb": verb, "between": between,
	"determiner": determiner, "naming": naming, "noun": thing | noun,
}

// phrase is some words that say what kind a text has.
type phrase struct {
	kind   kind
	words  []string
	begins bool // only where a sentence or a part of it begins
}

//go:embed phrases.txt
var phraseList string

// phrases are those of phrases.txt, by their first word.
var phrases = parsePhrases(phraseList)

func parsePhrases(list string) map[string][]phrase {
	byWord := map[string][]phrase{}
	for line := range text.ListLines(list) {
		name, all, _ := strings.Cut(line, ":")
		for written := range strings.SplitSeq(all, ",") {
			written, begins := strings.CutPrefix(strings.TrimSpace(written), "^")
			p := phrase{kind: kindNames[name], begins: begins}
			for _, w := range words(written) {
				p.words = append(p.words, w.folded)
			}
			byWord[p.words[0]] = append(byWord[p.words[0]], p)
		}
	}
	return byWord
}

// word is one of a text.
type word struct {
	folded string
	end    int  // where it ends in the text
	begins bool // a sentence or a part of it
	large  bool // it begins with a capital
	long   bool // it is not an article or the like
}

// words returns those of a text.
func words(s string) []word {
	var all []word
	begins, length := true, len(s)
	for s != "" {
		from := strings.IndexFunc(s, isOfWord)
		if from < 0 {
			break
		}
		begins = begins || strings.ContainsAny(s[:from], ".,:;!?\n–—()¡¿")
		s = s[from:]
		to := strings.IndexFunc(s, func(r rune) bool { return !isOfWord(r) })
		if to < 0 {
			to = len(s)
		}
		first := []rune(s[:min(to, 4)])[0]
		all = append(all, word{text.Fold(s[:to]), length - len(s) + to, begins, unicode.IsUpper(first), to > 3})
		s, begins = s[to:], false
	}
	return all
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// phrasesIn returns the kinds of the phrases that a text has. After a greeting a sentence
// begins.
func phrasesIn(s string) kind {
	var found kind
	all := words(s)
	for i := range all {
		for _, p := range phrases[all[i].folded] {
			if p.begins && !all[i].begins || !p.at(all[i:]) {
				continue
			}
			if p.kind == greeting && i > 0 {
				continue
			}
			found |= p.kind
			if next := i + len(p.words); p.kind == greeting && next < len(all) {
				all[next].begins = true
			}
		}
	}
	return found
}

func (p *phrase) at(of []word) bool {
	if len(of) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if of[i].folded != w {
			return false
		}
	}
	return true
}

// isTitleCase reports whether a text is written as English titles are: "I Know Why the
// Caged Bird Sings".
func isTitleCase(s string) bool {
	large, long := 0, 0
	for _, w := range words(s) {
		if w.long {
			long++
			if w.large {
				large++
			}
		}
	}
	return long > 1 && large == long
}
