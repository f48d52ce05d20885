package identifier

import (
	"regexp"
	"strings"
)

// handle is a prefix of numbers and a suffix. Those whose prefix begins with 10. are DOIs.
var handle = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)*/[!-~]{1,200}$`)

// ParseHandle returns the handle of a document in a repository: 2027/mdp.39015012345678.
func ParseHandle(s string) (string, bool) {
	s = afterPath(strings.TrimSpace(s), "info:hdl/", "hdl.handle.net/", "hdl:")
	if !handle.MatchString(s) || strings.HasPrefix(s, "10.") {
		return "", false
	}
	return s, true
}
