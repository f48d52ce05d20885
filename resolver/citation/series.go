package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// splitSeries is splitVolume of a volume that may have its series with it: "New Series, Vol. 12,
// No. 3", "12 n.s., no. 3".
func splitSeries(s string) (volume, issue string, ok bool) {
	first, rest, found := strings.Cut(s, ", ")
	if !found {
		return splitVolume(s)
	}
	if namesSeries(first) {
		number := withoutLabel(rest, numberLabels)
		volume, issue, ok = splitVolume(number)
		return first + ", " + rest[:len(rest)-len(number)] + volume, issue, ok
	}
	_, series, _ := strings.Cut(first, " ")
	if issue = withoutLabel(rest, issueLabels); namesSeries(series) && issue != rest {
		return first, issue, true
	}
	return splitVolume(s)
}

// namesSeries reports whether what comes before or after a volume is the series that it counts in:
// 12 (New Series), 4 (N.F.), Ser. 2.
func namesSeries(s string) bool {
	s = text.Fold(s)
	switch s {
	case "ns", "nf", "neuefolge":
		return true
	}
	return strings.Contains(s, "seri") || strings.HasPrefix(s, "ser") || strings.HasSuffix(s, "ser")
}

// seriesEnds are the abbreviations for a new series that keep their last period after a number.
var seriesEnds = []string{" n.s", " N.S", " n.F", " N.F"}

// withSeriesPeriod returns a designation with the period that such an abbreviation ends in.
func withSeriesPeriod(s string) string {
	for _, end := range seriesEnds {
		if strings.HasSuffix(s, end) {
			return s + "."
		}
	}
	return s
}
