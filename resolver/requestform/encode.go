package requestform

import "strings"

// bare marks the bytes that stand in a query unescaped: those that Z39.88 leaves
// (letters, digits, "-", ".", "_", "*"), and those of RFC 3986's query that no
// reader takes for anything but themselves: "~", and ":" "/" "," "!" "(" ")",
// which fill titles and info: URIs. Each saves two bytes here and four in a
// sign-in redirect that escapes the address again.
//
// Escaped although RFC 3986 allows them: "&" "=" "+", which part pairs and mean a
// space; ";", at which some readers split and Go's net/url refuses the pair; "?",
// at which some look for the query's start; "'", which browsers escape anyway and
// which ends an attribute in careless pages; "$" and "@", too rare to matter.
var bare = func() (set [256]bool) {
	const marks = "-._*~:/,!()"
	for c := range 256 {
		set[c] = '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.IndexByte(marks, byte(c)) >= 0
	}
	return set
}()

// encodedLen gives the length of s as form-urlencoded, a space being "+".
func encodedLen(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		if !bare[s[i]] && s[i] != ' ' {
			n += 2
		}
	}
	return n
}

// encode appends s form-urlencoded. Runs that need no escape are copied whole.
func encode(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for {
		n := 0
		for n < len(s) && bare[s[n]] {
			n++
		}
		b = append(b, s[:n]...)
		if n == len(s) {
			return b
		}
		if c := s[n]; c == ' ' {
			b = append(b, '+')
		} else {
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
		s = s[n+1:]
	}
}

// address is what stands before the query.
type address struct{ proxy, url string }

// separator is what goes between the address and the first key.
func (a address) separator() string {
	switch {
	case strings.HasSuffix(a.url, "?"), strings.HasSuffix(a.url, "&"):
		return ""
	case strings.Contains(a.url, "?"):
		return "&"
	}
	return "?"
}

// size gives the length of the pair with the "&" before it.
func (p Param) size() int { return 1 + encodedLen(p.Key) + 1 + encodedLen(p.Value) }

// write gives the address with these params.
func (a address) write(params []Param) string {
	b := make([]byte, 0, defaultLength) // stays on the stack
	b = append(b, a.proxy...)
	b = append(b, a.url...)
	for i, p := range params {
		if i == 0 {
			b = append(b, a.separator()...)
		} else {
			b = append(b, '&')
		}
		b = encode(b, p.Key)
		b = append(b, '=')
		b = encode(b, p.Value)
	}
	return string(b)
}
