package reference

import (
	"regexp"
	"slices"
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
		if !isReference(part.text) && (prose.Is(part.text) || isMail()) {
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

// isReference reports whether a text is built like a reference, or asks for a certain work.
func isReference(text string) bool {
	if prose.IsStructured(text) {
		return true
	}
	_, wished := prose.CutWish(text)
	return wished != ""
}

// readInMail reads one reference that people may have written a word to, or their address of
// e-mail. Both go into the note.
func readInMail(text string, year int) (Item, bool) {
	text, lead := prose.CutLeadIn(text)
	text, mails := prose.WithoutMail(text)
	if item, ok := readRequested(text, year); ok {
		item.Note = joinNotes(nonEmpty(lead), nonEmpty(item.Note), mails)
		return item, true
	}
	text, courtesies := prose.CutCourtesies(text)
	text, wished := prose.CutWish(text)
	item, ok := ReadOne(text, year)
	item.Note = joinNotes(nonEmpty(lead), nonEmpty(wished), nonEmpty(item.Note), courtesies, mails)
	return item, ok
}

func joinNotes(notes ...[]string) string { return strings.Join(slices.Concat(notes...), "; ") }

// requested are the identifiers that a text can have among words that ask for it.
var requested = regexp.MustCompile(`(?i)(?:https?://(?:dx\.)?doi\.org/)?` +
	`((?:\bdoi[:\s]*)?\b10\.\d{4,9}/\S*[^\s.,;:!?)]|\b(?:isbn(?:-1[03])?[:\s]*)?(?:97[89][-\s]?)?\d(?:[-\s]?\d){8}[-\s]?[\dx]\b` +
	`|\bpmid[:\s]*\d{1,9}\b)`)

// readRequested reads an identifier that has nothing around it but words that ask for it: "please
// get 978-0-306-40615-7".
func readRequested(text string, year int) (Item, bool) {
	at := requested.FindStringSubmatchIndex(text)
	if at == nil || !prose.IsAround(text[:at[0]]+" "+text[at[1]:]) {
		return Item{}, false
	}
	c, _ := parseIdentifier(text[at[2]:at[3]])
	if c.Empty() {
		return Item{}, false
	}
	c.Type = typeOfIdentifier(&c, year)
	var notes []string
	for _, around := range []string{text[:at[0]], text[at[1]:]} {
		notes = append(notes, nonEmpty(strings.Trim(around, " \t\r\n.,:;?"))...)
	}
	return Item{Citation: c, Note: strings.Join(notes, "; "), Doubt: true}, true
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

// split splits a text into references: at empty lines, or at lines that have a number or
// a bullet, or else at lines that are each a reference by themselves. Lines that are
// none of these belong to one reference.
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
	whole := func(i int) bool { return hasYear.MatchString(lines[i]) && ended.MatchString(lines[i]) }
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
