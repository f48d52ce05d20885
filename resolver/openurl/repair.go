package openurl

import (
	"strings"
	"unicode/utf8"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// repair repairs the values of all pairs: what was encoded twice, bytes that are
// no UTF-8, entities, letters apart from their accents.
func (co *ContextObject) repair() {
	const suspect = percent | plus | escape | beyond
	if !co.classes.has(suspect) && !co.roles.has(private) {
		return
	}
	for co.encodedTwice() && co.decodeValues() { // or more often: each time the values get shorter
	}
	charset := ""
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.classes.has(suspect) && !p.role.has(private) {
			continue
		}
		v := p.Value
		v = p.unescaped(v)
		// Text has blanks; a value with none but %20 was encoded twice by itself.
		for strings.Contains(v, "%20") && !strings.Contains(v, " ") {
			v = decodeOnce(v)
		}
		if !utf8.ValidString(v) {
			if charset == "" {
				charset = co.declaredCharset()
			}
			v = toUTF8(v, charset)
		}
		composed := compose(v)
		for repaired, ok := repairMojibake(composed); ok; repaired, ok = repairMojibake(composed) {
			v, composed = repaired, compose(repaired)
		}
		plain := unescapeJSON(v)
		if p.Field.isText() {
			plain = text.UnescapeTeX(plain)
			joined := joinAccents(plain, nameFields[p.Field])
			if _, looksDamaged := repairMojibake(joined); !looksDamaged {
				plain = joined
			}
		}
		if plain != p.Value {
			co.warnOnce(warning.EncodingRepaired, p.Key, plain)
		}
		if !p.xml {
			plain = unescapeEntities(plain)
		}
		if nameFields[p.Field] { // no name has an entity that is meant: Ren&amp;eacute;
			plain = unescapeEntities(plain)
		}
		if plain != v {
			composed = compose(plain)
		}
		v = composed
		if p.Field.isText() && strings.HasSuffix(v, `\`) { // of an escaped quotation mark, at which a program cut the value
			v = strings.TrimRight(v, ` \`)
			if i == len(co.Pairs)-1 && v != "" {
				co.CutShort = true
			}
			if p.Field == ATitle {
				co.TitleCut = true
			}
		}
		if p.role.has(private) {
			v = withoutSession(v)
			if v != p.Value {
				p.Raw = ""
			}
		}
		co.showRepaired(p, v)
		p.set(v)
	}
}

// showRepaired puts a repaired value into the warning that its damaged parts were joined, which shows it.
func (co *ContextObject) showRepaired(p *Pair, v string) {
	for i := range co.Warnings {
		if w := &co.Warnings[i]; w.Detail == p.Value {
			w.Detail = v
		}
	}
}

// decodeValues decodes all values once more, and reports whether that changed any.
func (co *ContextObject) decodeValues() (changed bool) {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if v := decodeForm(p.Value); v != p.Value && !p.xml {
			p.set(v)
			co.warnOnce(warning.EncodingRepaired, p.Key, v)
			changed = true
		}
	}
	return changed
}

// encodedTwice reports whether the link's administrative values, of which it is
// known what they look like, are still encoded. A rfr_id that a recommender
// service repeats, once encoded twice, says nothing about the others, and so does
// a sid with a rfr_id.
func (co *ContextObject) encodedTwice() bool {
	referrer, once := false, false
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.role.has(admin) {
			continue
		}
		isReferrer := p.Field == RfrID || p.Field == Sid
		switch still := stillEncoded(p.Value); {
		case still && !isReferrer:
			return true
		case still:
			referrer = true
		case isReferrer && p.Value != "":
			once = true
		}
	}
	return referrer && !once
}

func stillEncoded(s string) bool {
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '%')
		if n < 0 {
			return false
		}
		i += n + 1
		for strings.HasPrefix(s[i:], "25") { // encoded three times or more
			i += len("25")
		}
		switch s[i:min(i+2, len(s))] {
		case "3A", "3a", "2F", "2f", "3D", "3d":
			return true
		}
	}
}

// declaredCharset returns the encoding that the link names, in OpenURL's own key if
// it has that.
func (co *ContextObject) declaredCharset() string {
	named := "utf-8"
	for i := range co.Pairs {
		p := &co.Pairs[i]
		switch {
		case !p.role.has(charset) || p.Value == "":
		case p.role.has(admin):
			return p.Value
		default:
			named = p.Value
		}
	}
	return named
}

// withoutSession takes the session numbers out of FirstSearch's private data
// (<fssessid>0</fssessid>).
func withoutSession(s string) string {
	for {
		i := max(strings.Index(s, "sessi"), strings.Index(s, "Sessi"))
		if i < 0 {
			return s
		}
		from := strings.LastIndexByte(s[:i], '<')
		if from < 0 {
			return s[:i]
		}
		to := strings.Index(s[i:], "</")
		if to < 0 {
			return s[:from]
		}
		end := strings.IndexByte(s[i+to:], '>')
		if end < 0 {
			return s[:from]
		}
		s = s[:from] + s[i+to+end+1:]
	}
}
