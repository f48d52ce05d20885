package openurl

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// dropPatron removes from values, and from what warnings say of them, the pairs
// about the patron that a sender encoded into them: title=Dune%26req_id%3Djdoe.
func (co *ContextObject) dropPatron() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.classes.mayHidePair() { // most values
			continue
		}
		if clean, cut := withoutPatron(p.Value, beginsAsTitle[p.Field]); cut {
			p.set(clean)
			p.Raw = ""
			co.warnOnce(warning.PersonalDropped, p.Key, "")
		}
	}
	for i := range co.Warnings {
		w := &co.Warnings[i]
		if classesOf(w.Detail).mayHidePair() {
			w.Detail, _ = withoutPatron(w.Detail, false)
		}
	}
}

// beginsAsTitle are the fields whose values may begin with words that are keys as well:
// "Res: Anthropology & Aesthetics".
var beginsAsTitle = [fieldCount]bool{ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true}

// WithoutPatron returns a text that is not a link without the pairs about a patron that somebody
// wrote into it: "Card number: 2191".
func WithoutPatron(text string) string {
	clean, _ := withoutPatron("\n"+text, false) // as after a pair: a line begins
	return strings.TrimSpace(clean)
}

var (
	ends   = text.Chars("&;?#\n\r\x00|")                           // what separates pairs
	breaks = text.Chars("&;?#\n\r\x00|= \t\v\f,/\\()<>[]{}\"'!*~") // and what separates words
)

// longestSpelling bounds how far before a "=" its key is looked for.
const longestSpelling = 200

// withoutPatron removes the pairs about the patron from a value, and reports whether
// there were any. The work is in proportion to the value: each "=" looks back as
// far as the one before it. What a title begins with before a ":" is not a key.
func withoutPatron(value string, isTitle bool) (clean string, cut bool) {
	text, cut := withoutPatronTags(decodeAll(plainPercent(value)))
	if !cut && !mayHoldPair(text) {
		return value, false
	}
	text = plainSeparators(text)
	if !cut && !classesOf(text).mayHoldPair() {
		return value, false
	}
	var b strings.Builder
	kept, end, word := 0, -1, -1 // text before kept is written or cut; the last places of ends and breaks
	bracket := -1                // the last place of an opening bracket
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '=' || c == ':':
			from, to := end, pairEnds
			switch {
			case (!isTitle || c == '=' || end >= 0) && isPatronPair(text, end, i):
			case bracket > end && isPatronInBracket(text, bracket, i):
				from, to = bracket, closing
			case c == '=' && isPatronPair(text, word, i):
				from = word
			default:
				word = i
				continue
			}
			b.WriteString(text[kept:max(from, kept)])
			cut = true
			kept = len(text)
			if n := to.Index(text[i:]); n >= 0 {
				kept = i + n
				if closing.Has(text[kept]) {
					kept++
				}
			}
			i, end, word = kept-1, kept-1, kept-1
		case ends.Has(c) && !endsKey(text[i+1:]):
			end, word = i, i
		case opens.Has(c):
			bracket, word = i, i
		case closing.Has(c):
			bracket = -1
			if !endsKey(text[i+1:]) {
				word = i
			}
		case c == unseen, breaks.Has(c) && !endsKey(text[i+1:]):
			word = i
		}
	}
	if !cut {
		return value, false
	}
	b.WriteString(text[kept:])
	clean = strings.ReplaceAll(b.String(), string(rune(unseen)), "")
	return strings.TrimLeft(strings.TrimSpace(clean), "&;\r\n"), true
}

var (
	opens   = text.Chars("([{")
	closing = text.Chars(")]}")
)

// unseen replaces an invisible sign in what withoutPatron looks at: the sign may be all that
// separates a key from the word before it.
const unseen = 1

// withoutPatronTags removes elements of XML that are named as keys about the patron:
// <req_id>jdoe</req_id>. A tag alone may be what a title is about: "The <user> element".
func withoutPatronTags(s string) (clean string, cut bool) {
	var b strings.Builder
	kept := 0 // what is before is written or cut
	for i := strings.IndexByte(s, '<'); i >= 0; {
		if n := patronElement(s[i:]); n > 0 {
			b.WriteString(strings.TrimRight(s[kept:i], "& ;"))
			i += n
			kept, cut = i, true
		} else {
			i++
		}
		next := strings.IndexByte(s[i:], '<')
		if next < 0 {
			break
		}
		i += next
	}
	if !cut {
		return s, false
	}
	b.WriteString(s[kept:])
	return b.String(), true
}

// patronElement returns the length of the element about the patron that a text begins with,
// or 0.
func patronElement(s string) int {
	name, _, ok := strings.Cut(s[1:min(len(s), longestKey+2)], ">")
	if !ok || !isPatronKey(strings.ToLower(name)) {
		return 0
	}
	value, end, _ := strings.Cut(s[len("<>")+len(name):], "<")
	if !strings.HasPrefix(end, "/"+name+">") {
		return 0
	}
	return len("<></>") + 2*len(name) + len(value)
}

// endsKey reports whether a separator follows, maybe after more brackets and blanks:
// what is before them is a key, as in "params[user]=".
func endsKey(rest string) bool {
	for i := range min(len(rest), 3) {
		switch {
		case rest[i] == '=' || rest[i] == ':':
			return true
		case !breaks.Has(rest[i]):
			return false
		}
	}
	return false
}

// mayHidePair reports whether a value with characters of these classes may hold a pair about the patron,
// or an element, in whatever spelling.
func (m charClass) mayHidePair() bool { return m.has(percent|beyond|angle) || m.mayHoldPair() }

// mayHoldPair reports whether a text with characters of these classes may hold a plain one. Before a ":"
// only what begins after another pair or in a bracket is a key.
func (m charClass) mayHoldPair() bool {
	return m.has(equals) || m.has(colon) && m.has(ending|opening)
}

// mayHoldPair reports whether a text would be worth looking through with its separators
// written plainly.
func mayHoldPair(text string) bool {
	m := classesOf(text)
	if m.has(beyond) && (m.has(colon) || strings.ContainsFunc(text, isWideSeparator)) {
		return true
	}
	return m.mayHoldPair()
}

// plainSeparators writes every separator and every blank of a text plainly.
func plainSeparators(text string) string {
	if isASCII(text) {
		return text
	}
	text = strings.ReplaceAll(text, "☎=", "&phone=") // of which &phone; was made
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
			return r
		case r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r) && r != '\u200C' && r != '\u200D': // which words of Persian and Hindi have in them
			return unseen
		}
		if meant, ok := wideSeparators[r]; ok {
			return rune(meant)
		}
		if meant, ok := wideEnds[r]; ok {
			return meant
		}
		return r
	}, text)
}

// pairEnds end a pair that is cut; a "?" or "|" may be part of its value.
var pairEnds = text.Chars("&;\n\r")

// isPatronPair reports whether the text between a place and a separator is the key
// of a pair about the patron.
func isPatronPair(text string, before, separator int) bool {
	from := max(before+1, separator-longestSpelling)
	return readKey(text[from:min(separator+1+longestSubtitle, len(text))]).isPatron()
}

// isPatronInBracket reports whether a bracket holds a pair about the patron, "(user: jdoe)".
// Titles have brackets with colons too, "(e-mail: essays)". So the value must have a digit or
// a sign of addresses, or the key be a user's and both be in small letters.
func isPatronInBracket(text string, before, separator int) bool {
	end := closing.Index(text[separator:])
	if end < 0 || !isPatronPair(text[:separator+end], before, separator) {
		return false
	}
	value := strings.TrimSpace(text[separator+1 : separator+end])
	if strings.ContainsAny(value, "@0123456789_") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(value)
	return strings.Contains(text[before:separator], "user") && unicode.IsLower(first) && !strings.Contains(value, " ")
}

// privateTags are the tags of FirstSearch's and others' private data (rfe_dat, pid) that
// are about the item.
var privateTags = setOf("accession accessionnumber edition dissnote authfull author yr title oclcnumber issn isbn")

// MayBePersonal reports whether the value looks as if it were about a person, although
// its key is about the item: an address of e-mail, a page's parameters, private data
// under a tag that is not known, free text. A title may look so as well; this is for what
// is kept of links, which can do without.
func (p *Pair) MayBePersonal() bool {
	text, settled := decodePlain(p.Value + " " + p.Raw)
	lower := strings.ToLower(text)
	switch {
	case !settled:
		return true
	case strings.Contains(lower, "@"), strings.Contains(lower, "mailto"), strings.Contains(lower, "(at)"), strings.Contains(lower, "[at]"):
		return true
	case p.isPrivateData():
		value, _ := decodePlain(p.Value)
		return !p.isItemData(strings.TrimSpace(strings.ToLower(value)))
	case p.Field == ID && personalSchemes[scheme(lower)], p.isFreeText():
		return true
	}
	_, address, _ := strings.Cut(lower, "://")
	return strings.ContainsAny(address, "?;~")
}

// freeText are the keys, besides that of notes, under which people write what they like.
var freeText = setOf("description subject coverage relation rights ctx_id rfe_id rfr_dat")

// isFreeText reports whether a person may have written the value for people to read.
func (p *Pair) isFreeText() bool {
	key := strings.ToLower(p.Key)
	key = strings.TrimPrefix(strings.TrimPrefix(key, "rft."), "rfe.")
	return p.Field == Note || freeText[key]
}

// personalSchemes are those of addresses and names of persons, in the place of an
// item's identifier.
var personalSchemes = setOf("tel sms sip sips xmpp acct ldap ldaps callto skype im user uid patron login netid orcid")

// scheme returns what is before the first ":" of an address.
func scheme(address string) string {
	before, _, _ := strings.Cut(address, ":")
	return strings.TrimSpace(before)
}

// isPrivateData reports whether the value has a form of its source's own.
func (p *Pair) isPrivateData() bool {
	return p.Field == RfeDat || p.role.has(private) || strings.EqualFold(p.Key, "rft_dat")
}

// isItemData reports whether private data in lower case are about the item, as known tags
// are and, in rfe_dat, an OCLC number.
func (p *Pair) isItemData(text string) bool {
	if strings.HasPrefix(text, "<") {
		return !hasUnknownTag(text)
	}
	return text == "" || p.Field == RfeDat && oclcNumber.MatchString(text)
}

var oclcNumber = regexp.MustCompile(`^(\(ocolc\))?(oc[mn]|on)?\d{1,12}$`)

// hasUnknownTag reports whether a text has a tag that is not in privateTags.
func hasUnknownTag(text string) bool {
	for {
		_, rest, ok := strings.Cut(text, "<")
		if !ok {
			return false
		}
		name := strings.TrimLeft(rest, "/ ")
		if end := strings.IndexAny(name, "> /"); end >= 0 {
			name = name[:end]
		}
		if !privateTags[name] {
			return true
		}
		text = rest
	}
}
