package requestform

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const ellipsis = "…"

// shorten cuts s so that with an ellipsis it takes no more than room.
// It cuts between words, or between characters where that would take more than
// half, as in scripts that do not separate words. A value that fits stays as it is.
func shorten(s string, room int, size measure) string {
	if size(s) <= room {
		return s
	}
	room -= size(ellipsis)
	end, word := 0, 0 // where room ends, and the last word before it
	for end < len(s) {
		_, n := utf8.DecodeRuneInString(s[end:])
		cost := size(s[end : end+n])
		if cost > room {
			break
		}
		if s[end] == ' ' {
			word = end
		}
		room -= cost
		end += n
	}
	switch {
	case strings.HasPrefix(s[end:], " "):
	case word > end/2:
		end = word
	default:
		end = wholeLetters(s, end)
	}
	return strings.TrimRight(s[:end], " ,;:.-–—/([{&") + ellipsis
}

// wholeLetters moves a cut back so that no letter loses its accents or joined half.
func wholeLetters(s string, end int) int {
	for end > 0 {
		next, _ := utf8.DecodeRuneInString(s[end:])
		prev, n := utf8.DecodeLastRuneInString(s[:end])
		if !unicode.In(next, unicode.M, unicode.Join_Control) && !unicode.Is(unicode.Join_Control, prev) {
			break
		}
		end -= n
	}
	return end
}
