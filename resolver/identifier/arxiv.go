package identifier

import (
	"regexp"
	"strings"
)

// arXivNumber is a number of arXiv: YYMM.NNNNN since 2007, archive/YYMMNNN before,
// either with a version.
var arXivNumber = regexp.MustCompile(`^(?i:(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(v\d{1,2})?)$`)

// arXivDOI begins the DOIs that arXiv registers.
const arXivDOI = "10.48550/arXiv."

// ArXivDOI returns the DOI of an e-print at arXiv by its number.
func ArXivDOI(number string) string { return arXivDOI + number }

// IsArXivDOI reports whether a DOI is that of an e-print at arXiv.
func IsArXivDOI(doi string) bool {
	return len(doi) > len(arXivDOI) && strings.EqualFold(doi[:len(arXivDOI)], arXivDOI)
}

// ParseArXiv returns the number of an e-print at arXiv, without its version.
func ParseArXiv(s string) (string, bool) {
	s = afterPath(strings.TrimSpace(s), "info:arxiv/", "arxiv.org/abs/", "arxiv.org/pdf/", "oai:arxiv.org:", "arxiv:")
	s = strings.TrimSuffix(s, ".pdf")
	m := arXivNumber.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return m[1], true
}
