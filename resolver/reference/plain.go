package reference

import (
	"regexp"
	"strings"
	"sync"

	"lendlink/resolver/reference/plaintext"
	"lendlink/resolver/reference/prose"
)

// readPlain reads references in plain text. Of a mail that holds some, it reads what is
// built like one.
func readPlain(text string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	var unread []string
	isMail := sync.OnceValue(func() bool { return prose.Is(text) })
	for _, part := range split(text) {
		if len(items) > MaxItems {
			break
		}
		code := Unreadable
		if !prose.IsStructured(part.text) && (prose.Is(part.text) || isMail()) {
			code = NoReference
		} else if item, ok := readInMail(part.text, year); ok {
			items = append(items, item)
			continue
		}
		problems = append(problems, Problem{part.line, code})
		unread = append(unread, strings.Join(strings.Fields(part.text), " "))
	}
	if len(items) == 1 && len(unread) > 0 {
		items[0].Note = strings.Join(append(nonEmpty(items[0].Note), unread...), "; ")
	}
	return items, problems
}

// readInMail reads one reference that people may have written a word to, or their address of
// e-mail. Both go into the note.
func readInMail(text string, year int) (Item, bool) {
	text, lead := prose.CutLeadIn(text)
	text, mails := prose.WithoutMail(text)
	item, ok := ReadOne(text, year)
	if ok && lead+strings.Join(mails, "") != "" {
		notes := append(nonEmpty(lead), nonEmpty(item.Note)...)
		item.Note = strings.Join(append(notes, mails...), "; ")
	}
	return item, ok
}

// ReadOne reads a text that is one reference.
func ReadOne(text string, year int) (Item, bool) {
	ref, ok := plaintext.Parse(text, year)
	if !ok {
		return Item{}, false
	}
	return Item{Citation: ref.Citation, Note: ref.Note, Doubt: true}, true
}

// part is one reference of a text.
type part struct {
	line int
	text string
}

var (
	numbered = regexp.MustCompile(`^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])\s+\S`)
	bullet   = regexp.MustCompile(`^\s*[•·▪*–-]\s+\S`)
	hasYear  = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d[a-z]?\b|\b[ns]\. ?d\.`)
	ended    = regexp.MustCompile(`(?:[.)\]]|\d|https?://\S+)\s*$`)
	begins   = regexp.MustCompile(`^\s*(?:\p{Lu}|—|–|-{2,}|_{2,}|[“"«'‘])`)
)

// split parts a text into references: at empty lines, or at lines that have a number or
// a bullet, or else at lines that are each a reference by themselves. Lines that are
// none of these are of one reference.
func split(text string) []part {
	lines := strings.Split(text, "\n")
	starts := func(fits func(i int) bool) []part {
		var parts []part
		for i, line := range lines {
			if len(parts) == 0 || fits(i) {
				parts = append(parts, part{i + 1, ""})
			}
			last := &parts[len(parts)-1]
			last.text = strings.TrimLeft(last.text+"\n"+line, "\n")
		}
		return nonBlank(parts)
	}
	count := func(fits func(i int) bool) (n int) {
		for i := range lines {
			if fits(i) {
				n++
			}
		}
		return n
	}
	afterBlank := func(i int) bool { return i > 0 && strings.TrimSpace(lines[i-1]) == "" }
	for _, mark := range []*regexp.Regexp{numbered, bullet} {
		if fits := func(i int) bool { return mark.MatchString(lines[i]) }; count(fits) > 1 {
			return starts(fits)
		}
	}
	if count(afterBlank) > 0 {
		return starts(afterBlank)
	}
	whole := func(i int) bool {
		return begins.MatchString(lines[i]) && hasYear.MatchString(lines[i]) && ended.MatchString(lines[i])
	}
	if n := count(whole); n > 1 && n*10 >= len(lines)*8 {
		return starts(func(i int) bool { return begins.MatchString(lines[i]) })
	}
	return []part{{1, text}}
}

func nonBlank(parts []part) []part {
	var out []part
	for _, p := range parts {
		if strings.TrimSpace(p.text) != "" {
			out = append(out, p)
		}
	}
	return out
}
