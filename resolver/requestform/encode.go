package requestform

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// unreserved marks the bytes that a query may have unescaped: those that Z39.88 leaves
// (letters, digits, "-", ".", "_", "*"), and those of RFC 3986's query that no
// reader takes for anything but themselves: "~", and ":" "/" "," "!" "(" ")",
// which fill titles and info: URIs. Each saves two bytes here and four in a
// sign-in redirect that escapes the address again.
//
// Escaped although RFC 3986 allows them: "&" "=" "+", which separate pairs and mean a
// space; ";", at which some readers split and Go's net/url refuses the pair; "?",
// at which some look for the query's start; "'", which browsers escape anyway and
// which ends an attribute in careless pages; "$" and "@", too rare to matter.
var unreserved = func() (set [256]bool) {
	const digits, letters, marks = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "-._*~:/,!()"
	for _, c := range []byte(digits + letters + marks) {
		set[c] = true
	}
	return set
}()

// measure returns how much room a text takes.
type measure func(string) int

// encodedLen returns the length of s as form-urlencoded, a space being "+".
func encodedLen(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		if !unreserved[s[i]] && s[i] != ' ' {
			n += 2
		}
	}
	return n
}

// nestedLen returns the length of s as form-urlencoded and once more as a part of
// another address's query: "%" and "+" become three bytes, and so do the marks.
func nestedLen(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ', strings.IndexByte("*:/,!()", c) >= 0:
			n += 3
		case unreserved[c]:
			n++
		default:
			n += 5
		}
	}
	return n
}

func runeCount(s string) int { return utf8.RuneCountInString(s) }

// encode appends s form-urlencoded.
func encode(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		switch c := s[i]; {
		case unreserved[c]:
			b = append(b, c)
		case c == ' ':
			b = append(b, '+')
		default:
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
	}
	return b
}

// ProxyEncoding is how a form's address is written behind a proxy.
type ProxyEncoding string

// The encodings. The zero value is EncodeAuto.
const (
	EncodeAuto    ProxyEncoding = "auto"    // as the proxy's address asks for
	EncodeNone    ProxyEncoding = "none"    // as it is: EZproxy's login?url=
	EncodePercent ProxyEncoding = "percent" // percent-encoded, else all after the first & is lost
)

// address is what comes before the query.
type address struct {
	proxy, url string
	nested     bool // the url and what follows is encoded once more
}

// address returns where the form's requests go.
func (f *Form) address(s *spec) address {
	if s.local {
		return address{url: f.URL}
	}
	return address{f.Proxy, f.URL, f.Proxy != "" && f.encodes()}
}

// encodes reports whether the proxy wants its target percent-encoded: behind qurl=,
// which EZproxy has for that, and behind OpenAthens' redirector.
func (f *Form) encodes() bool {
	switch f.Encoding {
	case EncodeNone:
		return false
	case EncodePercent:
		return true
	}
	return strings.HasSuffix(f.Proxy, "qurl=") || strings.Contains(f.Proxy, "openathens.") && strings.Contains(f.Proxy, "/redirector/")
}

// EncodesTarget reports whether the form's address is percent-encoded behind the proxy.
func (f *Form) EncodesTarget() bool { return f.address(specOf(f.Service)).nested }

// Base returns what every address that [Form.Fill] writes begins with.
func (f *Form) Base() string {
	a := f.address(specOf(f.Service))
	if a.nested {
		return a.proxy + url.QueryEscape(a.url)
	}
	return a.proxy + a.url
}

// Query writes what a form receives as a query.
func Query(params []Param) string { return string(appendQuery(nil, params)) }

// Size returns how many bytes a pair takes in the form's address.
func (f *Form) Size(p Param) int { return f.address(specOf(f.Service)).size(p) }

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

// measure is how long a text becomes in the address.
func (a address) measure() measure {
	if a.nested {
		return nestedLen
	}
	return encodedLen
}

// size returns the length of the pair with the "&" before it.
func (a address) size(p Param) int {
	m := a.measure()
	n := m(p.Key) + m(p.Value)
	if a.nested {
		return n + len("%26%3D")
	}
	return n + len("&=")
}

// write returns the address with these params.
func (a address) write(params []Param) string {
	b := make([]byte, 0, defaultLength) // stays on the stack
	if !a.nested {
		b = append(b, a.proxy...)
	}
	b = append(b, a.url...)
	if len(params) > 0 {
		b = appendQuery(append(b, a.separator()...), params)
	}
	if a.nested {
		return a.proxy + url.QueryEscape(string(b))
	}
	return string(b)
}

// appendQuery appends params as a query.
func appendQuery(b []byte, params []Param) []byte {
	for i, p := range params {
		if i > 0 {
			b = append(b, '&')
		}
		b = encode(b, p.Key)
		b = append(b, '=')
		b = encode(b, p.Value)
	}
	return b
}
