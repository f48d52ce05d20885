package strictyaml

import "strings"

// hints say what to do about an error of the YAML parser, by a part of its message: it
// names what the parser expected, seldom what the writer did.
var hints = []struct{ of, advice string }{
	{"cannot start any token", "indent with spaces, not with tabs, and put a value that begins with @, %, ` or a tab in quotes"},
	{"mapping value is not allowed", "put the value in quotes if it holds a colon and a space"},
	{"unexpected key name", "write a space after each colon, and names of one level under one another"},
	{"value is not allowed in this context", "look for a quote left open above, a colon without a space after it, " +
		"a line indented otherwise than its neighbours, or spaces copied from a page"},
	{"could not find end character", "close the quote"},
}

// hint returns the advice for a message of the parser, to be put behind it. A message
// without advice of its own is passed on.
func hint(message string) string {
	for _, h := range hints {
		if strings.Contains(message, h.of) {
			return "; " + h.advice
		}
	}
	return ": " + message
}
