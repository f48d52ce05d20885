package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/name"
	"lendlink/resolver/text"
)

// beforeContainer is what comes between the title of a part and that of the whole where both are
// under the part's key. The last may be in a title, so that it needs a container of several words.
var beforeContainer = []string{". In: ", " In: ", ". In ", " | ", " - ", " – ", " — ", ". "}

// CutContainer cuts from a part's title the title of the whole, which is known, and what comes
// before it: "Mud. In: Weirs and mills".
func CutContainer(title, container string) string {
	rest, found := strings.CutSuffix(title, container)
	if !found || container == "" {
		return title
	}
	isLong := strings.Contains(container, " ")
	for _, between := range beforeContainer {
		if own, ok := strings.CutSuffix(rest, between); ok && (isLong || between != ". ") {
			return own
		}
	}
	return title
}

// beforeEditors begin what references have after the title of a book.
var beforeEditors = []string{", edited by ", ", ed. by ", ", eds. ", " (edited by ", " (eds.)", " (Eds.)", " (Ed.)", " (ed.)"}

// CutReference cuts from the title of a whole what a reference has around it: "In: Weirs", "In
// Weirs, edited by Ann Lee", and of a journal's the editors after a stroke.
func CutReference(container string) string {
	if container == "" { // books are in none
		return ""
	}
	if EndsInPages(container) { // the editors may come first: "Lee, Ann, and Roe, Bo, eds. Weirs. Lund: Locks Press"
		return container
	}
	if rest, ok := strings.CutPrefix(container, "In: "); ok {
		container = rest
	}
	for _, mark := range beforeEditors {
		if before, _, ok := strings.Cut(container, mark); ok && before != "" {
			rest, _ := strings.CutPrefix(before, "In ")
			return rest
		}
	}
	if i := strings.LastIndex(container, " / "); i > 0 {
		if _, ok := name.CutResponsibility(container[i+len(" / "):]); ok {
			return text.CutPeriod(container[:i])
		}
	}
	return container
}

// CutRotated cuts from the title of a journal the same with its beginning moved to the end, and what follows, as IEEE Xplore
// has it: "IEEE Transactions on Weirs, Weirs, IEEE Transactions on, IEEE Trans. Weirs".
func CutRotated(title string) string {
	for i := strings.Index(title, ", "); i > 0; {
		own, rest := title[:i], title[i+2:]
		for j := strings.IndexByte(own, ' '); j > 0; {
			if strings.HasPrefix(rest+", ", own[j+1:]+", "+own[:j]+", ") {
				return own
			}
			next := strings.IndexByte(own[j+1:], ' ')
			if next < 0 {
				break
			}
			j += 1 + next
		}
		next := strings.Index(title[i+2:], ", ")
		if next < 0 {
			break
		}
		i += 2 + next
	}
	return title
}

// CutRepeated cuts from the title of a whole its repetition in another spelling: after Google Scholar's
// sign, "水利学报/#/水利學報", or with other capitals and cut short, "Weirs of the lower Thames Weirs Of The Lower".
func CutRepeated(title string) string {
	if before, _, found := strings.Cut(title, "/#/"); found {
		return before
	}
	if len(title) < 2*leastRepeated {
		return title
	}
	lower := strings.ToLower(title)
	i := strings.LastIndex(lower, " "+lower[:leastRepeated])
	if i < leastRepeated || len(lower) != len(title) || !strings.HasPrefix(lower, lower[i+1:]) {
		return title
	}
	if before, _ := utf8.DecodeLastRuneInString(title[:i]); !unicode.IsLetter(before) { // a sign between two names of it
		return title
	}
	return title[:i]
}

// leastRepeated is the length in bytes from which a repetition in a title is not by chance.
const leastRepeated = 30

// EndsInPages reports whether a title ends in a range of pages whose last is shortened, as
// the rest of a reference does: "Ann Lee and Bo Roe, 337–45." Whole ranges, and those from
// 1000 on, may be years: "The later empire, 284-602", "The war, 1914-18".
func EndsInPages(title string) bool {
	if holdsPlaceInVolume(title) {
		return true
	}
	comma := strings.LastIndexByte(title, ',')
	if comma < 0 || !text.Digits.In(title[comma:]) { // most titles
		return false
	}
	first, last, _ := strings.Cut(strings.Trim(text.NormalDashes(title[comma+1:]), " ."), "-")
	number := strings.Trim(first, "p. []") // 1983, p. 309-323; c2010., [367]-392
	if !text.AllDigits(number) || !text.AllDigits(strings.Trim(last, "[]")) {
		return false
	}
	isShortened := len(last) < len(first) && len(first) != len("1914")
	return isShortened || number != first
}

// holdsPlaceInVolume reports whether a title has a year in brackets after the number of a volume or page, as
// repositories of preprints keep where an article came out: "Weir Letters 13, 2 (2011) 22-30", "Weirs D 78, 135 (2008)".
func holdsPlaceInVolume(title string) bool {
	before, rest, found := strings.Cut(title, "(")
	if !found {
		return false
	}
	year, pages, _ := strings.Cut(rest, ")")
	before = strings.TrimRight(before, " ,")
	number := before[strings.LastIndexAny(before, " .,")+1:]
	return isVolumeYear(year) && text.AllDigits(number) && strings.Trim(pages, "0123456789-–, .") == ""
}
