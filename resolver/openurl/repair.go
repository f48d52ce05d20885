package openurl

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lendlink/resolver/warning"
)

// repair mends the values of all pairs: what was encoded twice, bytes that are
// no UTF-8, entities, letters apart from their accents.
func (co *ContextObject) repair() {
	twice := co.encodedTwice()
	charset := ""
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if p.Key == contextKey || isPlain(p.Value) && p.Field != Pid {
			continue
		}
		sent := p.Value
		if twice && !p.xml {
			p.Value = decodeOnce(p.Value)
		}
		// Text has blanks; a value with none but %20 was encoded twice by itself.
		for strings.Contains(p.Value, "%20") && !strings.Contains(p.Value, " ") {
			p.Value = decodeOnce(p.Value)
		}
		if !utf8.ValidString(p.Value) {
			if charset == "" {
				charset = co.declaredCharset()
			}
			p.Value = toUTF8(p.Value, charset)
		}
		if !isASCII(p.Value) {
			p.Value, _ = unmix(p.Value)
		}
		p.Value = unescapeJSON(p.Value)
		if p.Value != sent {
			co.warnOnce(warning.EncodingRepaired, p.Key, p.Value)
		}
		if !p.xml {
			p.Value = unescapeEntities(p.Value)
		}
		p.Value = compose(p.Value)
		if p.Field == Pid {
			p.Value = withoutSession(p.Value)
			if p.Value != sent {
				p.Raw = ""
			}
		}
	}
}

// encodedTwice tells whether the link's administrative values, of which it is
// known what they look like, are still encoded. A rfr_id that a recommender
// service repeats, once encoded twice, says nothing about the others.
func (co *ContextObject) encodedTwice() bool {
	twice, single := false, false
	for i := range co.Pairs {
		p := &co.Pairs[i]
		switch p.Key {
		case "ctx_enc", "rft_val_fmt":
			twice = twice || stillEncoded(p.Value)
		case "rfr_id":
			if stillEncoded(p.Value) {
				twice = true
			} else if p.Value != "" {
				single = true
			}
		}
	}
	if !twice {
		return false
	}
	// One plain rfr_id shows that another, doubly encoded one was so by itself.
	return !single || slices.ContainsFunc(co.Pairs, func(p Pair) bool {
		return (p.Key == "ctx_enc" || p.Key == "rft_val_fmt") && stillEncoded(p.Value)
	})
}

func stillEncoded(s string) bool {
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '%')
		if n < 0 || i+n+2 >= len(s) {
			return false
		}
		i += n + 1
		switch s[i : i+2] {
		case "3A", "3a", "2F", "2f", "3D", "3d":
			return true
		}
	}
}

// charsetKeys are the keys in which sources declare a charset: OpenURL 1.0,
// then SFX and RefWorks.
var charsetKeys = []string{"ctx_enc", "__char_set", "__charset", "charset"}

func (co *ContextObject) declaredCharset() string {
	for _, name := range charsetKeys {
		for i := range co.Pairs {
			if co.Pairs[i].Key == name && co.Pairs[i].Value != "" {
				return co.Pairs[i].Value
			}
		}
	}
	return "utf-8"
}

// withoutSession takes the session numbers out of FirstSearch's private data
// (<fssessid>0</fssessid>).
func withoutSession(s string) string {
	for {
		i := strings.Index(s, "sessi")
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

// isPlain tells whether a value needs no repair: ASCII with nothing in it that
// could be an escape or an entity.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c == '%' || c == '&' || c == '\\' {
			return false
		}
	}
	return true
}
