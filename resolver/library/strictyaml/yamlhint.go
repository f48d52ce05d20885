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
	{"sequence end token", "close the list with ]"},
	{"or ']' must be specified", "close the list with ], and write a comma between its values"},
	{"could not find flow map", "close with } what { begins"},
	{"or '}' must be specified", "close with } what { begins, and write a comma between its names and values"},
	{"character corresponding to", "take the bracket out, or open it before"},
	{"could not find value for mapping key", "write the name and its value on one line, without a question mark"},
}

// otherwise is the advice about all other messages. They name the parser's tokens.
const otherwise = "look at this line and the one above: names and values with a colon and a space between them, text with signs in quotes"

// hint returns the advice for a message of the parser, to be put after it.
func hint(message string) string {
	for _, h := range hints {
		if strings.Contains(message, h.of) {
			return "; " + h.advice
		}
	}
	return "; " + otherwise
}
