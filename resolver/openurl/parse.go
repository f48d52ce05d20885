package openurl

import (
	"strings"

	"lendlink/resolver/warning"
)

// maxPairs bounds the work for one link. The longest seen in the wild has some 80.
const maxPairs = 1000

// maxJoined bounds how many pieces are joined to the values before them: each copies a
// value. Titles with every accent written as an entity have some fifty.
const maxJoined = 250

// maxDoubled bounds it too: each "&&" that might come between two items makes the
// whole link be looked through.
const maxDoubled = 8

// Parse reads a query string, a whole link, or a COinS (of several, the first).
// It never fails: what cannot be read is repaired or left out, and reported as a
// warning.
func Parse(query string) *ContextObject {
	co := &ContextObject{Version: "0.1"}
	if strings.HasPrefix(strings.TrimSpace(query), "<") {
		query = Queries(query)[0]
	}
	co.read(query, false)
	co.readByValue()
	co.boundValues()
	co.repair()
	co.boundValues() // what is not UTF-8 became longer
	co.dropPatron()
	co.dropMailAddresses()
	co.dropPersonIdentifiers()
	co.ignoreReferences()
	co.markEmpty()
	co.dropTruncated()
	co.noteCut(query)
	co.choose()
	co.identifySource()
	co.cleanSources()
	co.restoreWords()
	co.hideUnlisted()
	return co
}

// read splits a query into pairs. The text of a value is decoded but not yet
// repaired.
func (co *ContextObject) read(query string, byValue bool) {
	query = co.unwrap(query)
	co.Pairs = append(make([]Pair, 0, len(co.Pairs)+min(strings.Count(query, "&")+1, maxPairs)), co.Pairs...)
	// One buffer holds the decoded text of the whole link, and values are cut
	// from it: it never grows, as decoding never lengthens.
	var text strings.Builder
	text.Grow(len(query))
	first := len(co.Pairs)
	doubled, glued := 0, 0
	for rest := query; rest != ""; {
		piece, after, _ := cut(rest, '&')
		start := len(query) - len(rest)
		rest = after
		if piece == "" {
			if strings.HasPrefix(after, "&") { // of a run of them the last may separate
				continue
			}
			if doubled++; doubled <= maxDoubled && co.separates(query[:start], after) {
				co.Warnings.Add(warning.ObjectIgnored, "", "")
				return
			}
			continue
		}
		if len(co.Pairs) == maxPairs {
			co.Warnings.Add(warning.TooLong, "", "")
			return
		}
		name, value, hasValue := cut(piece, '=')
		k, isKey := known[name]
		if !isKey {
			plain := readKey(piece)
			if plain.isPatron() { // whatever else the piece could be
				if !strings.EqualFold(name, plain.name) {
					name = plain.name
				}
				co.addPatron(name)
				continue
			}
			if name, k, isKey = co.unusualKey(&text, name, plain, hasValue); !isKey && plain.isOtherEntity() {
				co.add(Pair{Key: plain.name}, classify(plain.name))
				continue
			}
		}
		if !hasValue {
			// "&volume&", "&rft.part&" and "&__charset&" are keys without value, "Time&Date" is text
			isKey = rest != "" && !hasUpper(name) && (k.isKnown() || isControlKey(name, k))
		}
		if !isKey {
			atEnd := rest == "" && len(co.Pairs) > first
			if atEnd && isCutKey(name) {
				co.Warnings.Add(warning.TruncatedDropped, "", name)
				return
			}
			if len(co.Pairs) == first {
				continue // nothing before it that it could belong to
			}
			if glued++; glued > maxJoined {
				co.warnOnce(warning.TooLong, "", "")
				continue
			}
			co.joinFragment(piece, query[:start+len(piece)])
			continue
		}
		if k.personal {
			co.add(Pair{Key: name}, k)
			if value != "" {
				co.warnOnce(warning.PersonalDropped, name, "")
			}
			continue
		}
		p := Pair{Key: name}
		if !byValue {
			p.Raw = piece
		}
		if value != "" {
			var javascript bool
			if p.Value, p.classes, javascript = decode(&text, value); javascript {
				co.warnOnce(warning.EncodingRepaired, name, "%u")
			}
		}
		co.add(p, k)
	}
}

// add appends a pair whose key means k.
func (co *ContextObject) add(p Pair, k key) {
	p.Field, p.Version1, p.Personal, p.role = k.field, k.version1, k.personal, k.role
	co.classes |= p.classes
	co.roles |= k.role
	if k.version1 || k.role.has(version) {
		co.Version = "1.0"
	}
	co.Pairs = append(co.Pairs, p)
}

// addPatron appends a pair about the patron, without its value.
func (co *ContextObject) addPatron(name string) {
	k := classify(name)
	k.personal, k.field = true, NoField
	co.add(Pair{Key: name}, k)
	co.warnOnce(warning.PersonalDropped, name, "")
}

// cut is strings.Cut for a single character: a link is cut some seventy times.
func cut(s string, sep byte) (before, after string, found bool) {
	if i := strings.IndexByte(s, sep); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// unusualKey reads a key that is not known as it is: encoded, escaped by a
// page, in capitals, or a sender's own.
func (co *ContextObject) unusualKey(text *strings.Builder, sent string, plain plainKey, hasValue bool) (name string, k key, isKey bool) {
	name, _, _ = decode(text, sent)
	if bare := withoutEntity(name); bare != name && hasValue && plausible(bare) {
		co.warnOnce(warning.EncodingRepaired, "", "&amp;")
		name = bare
	}
	name = withoutIndex(name)
	if hasValue && !plausible(name) {
		name = plain.asItems(name)
	}
	if isKey = plausible(name); isKey {
		k = classify(name)
	}
	return name, k, isKey
}

// withoutIndex removes the index that PHP adds to the keys of a list: rft.au[], rft.au[0].
func withoutIndex(name string) string {
	if i := strings.LastIndexByte(name, '['); i > 0 && name[len(name)-1] == ']' && strings.Trim(name[i+1:len(name)-1], "0123456789") == "" {
		return name[:i]
	}
	return name
}

// withoutEntity removes what is left of separators that a page escaped, once or
// more: "&amp;amp;title=".
func withoutEntity(name string) string {
	for strings.HasPrefix(name, "amp;") {
		name = name[len("amp;"):]
	}
	return name
}

// joinFragment puts a piece that is not a pair after the last value, from which an
// unescaped ampersand cut it: "Household & Personal Products" is one title.
func (co *ContextObject) joinFragment(piece, upTo string) {
	p := &co.Pairs[len(co.Pairs)-1]
	if p.Personal {
		return
	}
	if p.isFull() {
		co.warnOnce(warning.TooLong, p.Key, "")
		return
	}
	var b strings.Builder
	b.Grow(len(p.Value) + 1 + len(piece))
	b.WriteString(p.Value)
	b.WriteByte('&')
	appendDecoded(&b, piece, true)
	p.set(strings.TrimSuffix(b.String(), "=")) // logs and proxies add a "=" to what looks like an empty key
	co.classes |= p.classes
	if p.Raw != "" {
		p.Raw = upTo[strings.LastIndex(upTo, p.Raw):]
	}
	co.warnOnce(warning.AmpersandGlued, p.Key, p.Value)
}

// warnOnce warns unless the same field was warned of already.
func (co *ContextObject) warnOnce(code warning.Code, field, detail string) {
	for i := range co.Warnings {
		if w := &co.Warnings[i]; w.Code == code && w.Field == field {
			w.Detail = detail
			return
		}
	}
	co.Warnings.Add(code, field, detail)
}

// unwrap returns the query itself: without the address in front of it, without
// the empty keys and question marks it begins with, decoded where a whole query
// was encoded as one value.
func (co *ContextObject) unwrap(query string) string {
	query = strings.TrimSuffix(strings.TrimSpace(query), "#")
	if endsInEscape(query) {
		query = query[:len(query)-len("%E")]
	}
	if i := strings.IndexByte(query, '?'); i > 0 && strings.Contains(query[:i], "://") && !strings.Contains(query[:i], "=") {
		query = query[i+1:]
	}
	query = withoutWrapper(query)
	for range 3 { // encoded twice is seen, more is not
		if strings.Contains(query, "=") || !strings.Contains(query, "%3D") && !strings.Contains(query, "%3d") &&
			!strings.Contains(query, "%253D") {
			break
		}
		query = decodeOnce(query)
		co.warnOnce(warning.EncodingRepaired, "", "the whole link was encoded as one value")
	}
	if !strings.Contains(query, "&") {
		query = withAmpersands(query)
	}
	for {
		trimmed := strings.TrimPrefix(strings.TrimLeft(query, "?& "), "=&")
		if trimmed == query {
			break
		}
		query = trimmed
	}
	return withoutSecondMark(query)
}

// withoutWrapper returns the link that is the one value of a key that means nothing by itself, encoded twice:
// query=rft.atitle%253D…%26rft.jtitle%253D…
func withoutWrapper(query string) string {
	key, value, _ := cut(query, '=')
	if strings.Contains(value, "=") || !strings.Contains(value, "%253D") || known[key].isKnown() {
		return query
	}
	return value
}

// withoutSecondMark repairs a question mark in the first pair that a key follows. It
// replaces an ampersand (sid=google?genre=article) where the pair has a meaning of
// its own, else in front of a link (openurl=resolver.example.edu/?genre=…).
func withoutSecondMark(query string) string {
	piece, _, _ := cut(query, '&')
	before, after, _ := cut(piece, '?')
	name, _, ok := cut(after, '=')
	if !ok {
		return query
	}
	if k := classify(name); k.field == NoField && !k.entity {
		return query
	}
	rest := query[len(before)+1:]
	if first, _, _ := cut(before, '='); known[first].field != NoField {
		return before + "&" + rest
	}
	return rest
}

// withAmpersands writes the semicolons that come before known keys as
// ampersands: HTML 4 let pages separate by either.
func withAmpersands(query string) string {
	pieces := strings.Split(query, ";")
	var b strings.Builder
	for i, piece := range pieces {
		if i > 0 {
			name, _, ok := strings.Cut(piece, "=")
			if _, isKey := known[name]; ok && isKey {
				b.WriteByte('&')
			} else {
				b.WriteByte(';')
			}
		}
		b.WriteString(piece)
	}
	return b.String()
}

// separates reports whether the "&&" between two halves is between two items, as
// OpenURL 0.1 allows, and is not an accident: then both repeat a key that an item has once.
func (co *ContextObject) separates(before, after string) bool {
	return itemKeys(before)&itemKeys(after) != 0
}

// onceKeys are keys that an item has once, each with a bit of its own.
var onceKeys = func() map[string]uint16 {
	m := map[string]uint16{}
	for i, name := range []string{"genre", "title", "atitle", "btitle", "jtitle", "date", "volume", "spage"} {
		m[name], m["rft."+name] = 1<<i, 1<<(i+8)
	}
	return m
}()

// itemKeys returns which of them a query has with a value, in one pass.
func itemKeys(query string) (found uint16) {
	for rest := query; rest != ""; {
		var piece string
		piece, rest, _ = cut(rest, '&')
		if name, value, _ := cut(piece, '='); value != "" {
			found |= onceKeys[name]
		}
	}
	return found
}
