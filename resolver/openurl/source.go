package openurl

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lendlink/resolver/text"
)

// identifySource finds out who made the link: rfr_id (OpenURL 1.0), sid (0.1),
// or an id that names a referrer, as VuFind sends it.
func (co *ContextObject) identifySource() {
	rfr, sid := sourceName(co.Get(RfrID)), sourceName(co.Get(Sid))
	whole, clean := rfr, CleanSource(rfr)
	// A link cut off in its rfr_id says more in its sid.
	if clean == "" || len(sid) > len(rfr) && strings.EqualFold(sid[:len(rfr)], rfr) {
		whole = sid
	}
	if whole == "" {
		whole = rfr
	}
	if whole == "" {
		for _, id := range co.All(ID) {
			if strings.HasPrefix(id, infoSid) {
				whole = sourceName(id)
				break
			}
		}
	}
	if whole != rfr {
		clean = CleanSource(whole)
	}
	co.wholeSource, co.Source = whole, clean
}

// WholeSource returns the source as it was sent. It is for rules about sources alone:
// it may hold what Source was cleaned of, and is neither kept nor shown.
func (co *ContextObject) WholeSource() string { return co.wholeSource }

const infoSid = "info:sid/"

// sourceName strips what is in front of the name: info:sid/, and what
// templates put in front of that (rfr_id=info:doi/info:sid/…).
func sourceName(s string) string {
	if stillEncoded(s) {
		s = decodeOnce(s)
	}
	for {
		_, name, found := strings.Cut(s, infoSid)
		if !found {
			return strings.TrimSpace(s)
		}
		s = name
	}
}

// longestSource bounds a source's name; the longest known has some 100 bytes.
const longestSource = 500

// sourceSigns are those of names to which nothing was added.
var sourceSigns = text.Chars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_/")

// CleanSource returns the name of a source without what sources add to it that may be
// about the patron: parameters, session numbers, addresses of persons. Whatever is
// logged, shown or sent as a source has passed through here, by whatever way it came.
func CleanSource(s string) string {
	if len(s) <= longestSource && sourceSigns.TrimLeft(s) == "" { // most
		return s
	}
	s, settled := decodePlain(s[:min(len(s), longestSource)])
	if !settled {
		return "" // no source has such a name
	}
	name := sourceName(s)
	s = name
	if i := strings.IndexAny(s, "?;#|<\r\n\t\x00"); i >= 0 {
		s = s[:i]
	}
	s = s[:firstParameter(s)]
	if opens.In(s) || strings.Contains(s, " ") && strings.Contains(strings.ToLower(s), " at ") {
		s = writtenAt.ReplaceAllString(s, "@")
	}
	if i := strings.IndexByte(s, '@'); i >= 0 {
		s = beforePerson(s[:i])
	}
	if s != name {
		s = strings.TrimRight(s, ":/&, ")
	}
	return s
}

// writtenAt is how people write the @ of an address to hide it from programs: "jdoe (at)
// example.edu", and "jdoe at example.edu", where a host's name follows.
var writtenAt = regexp.MustCompile(`(?i)\s*[(\[{]\s*at\s*[)\]}]\s*|\s+at\s+((?:[a-z0-9-]+\.)+[a-z]{2,}\b)`)

// maxLayers is how often a text is decoded. Links have been seen with three.
const maxLayers = 6

// decodePlain decodes every escape, entity and wide sign of a text, also what one of them
// spells of another: "&#37;40" and "％40" are "@". It reports whether nothing is left.
func decodePlain(s string) (plain string, settled bool) {
	for range maxLayers {
		if plain = plainText(decodeAll(s)); plain == s {
			return s, true
		}
		s = plain
	}
	return s, false
}

// plainText writes entities and wide signs plainly, and leaves out marks of direction and
// whatever else is invisible.
func plainText(s string) string {
	s = html.UnescapeString(s)
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(strings.ToValidUTF8(s, "")))
}

// firstParameter returns where the first parameter begins, or the length. An "&" is
// a part of the name unless "key=" follows: "ProQuest Dissertations & Theses Global" is one
// name. A key about the patron needs no "&" before it.
func firstParameter(s string) int {
	if !classesOf(s).has(equals | colon) {
		return len(s)
	}
	ampersand, word := -1, -1
	for i := range len(s) {
		switch c := s[i]; {
		case c == '&':
			ampersand, word = i, i
		case c == '=' && ampersand >= 0 && plausible(strings.TrimFunc(s[ampersand+1:i], isUnseen)):
			return ampersand
		case (c == '=' || c == ':') && isPatronPair(s, word, i):
			return max(word, 0)
		case breaks.Has(c) || c == ':':
			word = i
		}
	}
	return len(s)
}

// beforePerson returns the name without the beginning of an address at its end:
// "ex:db:" of "ex:db:jane.doe", which an "@" follows.
func beforePerson(s string) string {
	if i := strings.LastIndexAny(s, ":/ ,(["); i >= 0 {
		s = s[:i]
	} else {
		s = ""
	}
	if strings.HasSuffix(strings.ToLower(s), "mailto") {
		s = s[:len(s)-len("mailto")]
	}
	return s
}
