package text

import "strings"

// CutLinks returns a text without the brackets of a wiki's links, in which only what is shown of a link stays:
// "Die [[Havel]]", "[[Lamps (book)|Lamps]]", "[http://example.org Lamps]".
func CutLinks(s string) string {
	if strings.HasPrefix(s, "[http") && strings.HasSuffix(s, "]") {
		if _, shown, ok := strings.Cut(s[:len(s)-1], " "); ok && strings.IndexByte(shown, '[') < 0 {
			return shown
		}
	}
	for {
		before, rest, found := strings.Cut(s, "[[")
		link, after, closed := strings.Cut(rest, "]]")
		if !found || !closed {
			return s
		}
		s = before + link[strings.LastIndexByte(link, '|')+1:] + after
	}
}

// emphases are the signs of wikis and of Markdown around words that are set apart, the longer first.
var emphases = [...]string{"'''''", "'''", "''", "***", "**", "*", "_"}

// CutEmphasis removes such signs around a whole text that has none of them inside: *Lamps*. After a text alone
// they are a footnote's.
func CutEmphasis(s string) string {
	for _, sign := range emphases {
		rest, ok := strings.CutPrefix(s, sign)
		if !ok {
			continue
		}
		inner, ok := strings.CutSuffix(rest, sign)
		if ok && inner != "" && !strings.Contains(inner, sign) && strings.Trim(inner, " *_") == inner {
			return inner
		}
	}
	return s
}
