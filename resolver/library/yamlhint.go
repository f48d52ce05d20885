package library

import "strings"

// hints tell what to do about what the YAML parser says, by a part of its message. Its
// own words name what it expected, seldom what the writer did.
var hints = []struct{ of, advice string }{
	{"cannot start any token", "indent with blanks, not with tabs, and put a value that begins with @, %, ` or a tab in quotes"},
	{"mapping value is not allowed", "put the value in quotes if it holds a colon and a blank"},
	{"unexpected key name", "write a blank behind each colon, and names of one level under one another"},
	{"value is not allowed in this context", "look for a quote left open above, a colon without a blank behind it, a line indented otherwise than its neighbours, or blanks copied from a page"},
	{"could not find end character", "close the quote"},
}

// hint gives the advice for a message of the parser, to be put behind it.
func hint(message string) string {
	for _, h := range hints {
		if strings.Contains(message, h.of) {
			return "; " + h.advice
		}
	}
	return ""
}
