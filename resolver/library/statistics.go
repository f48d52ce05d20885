package library

import (
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// fileStats says how long counts are kept.
type fileStats struct {
	Keep string `yaml:"keep" validate:"keep" hint:"a number of months, such as 25 months"`
}

// maxMonths is how many months of counts can be kept: ten years.
const maxMonths = 120

var keepFor = regexp.MustCompile(`^([1-9][0-9]{0,3}) (month|year)s?$`)

// months reads how long counts are kept; 0 for what cannot be read.
func months(keep string) int {
	m := keepFor.FindStringSubmatch(keep)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	if m[2] == "year" {
		n *= 12
	}
	return n
}

func notKept(keep string) violation {
	switch n := months(keep); {
	case n == 0:
		return violation{"is not a number of months or years", ""}
	case n > maxMonths:
		return violation{"is too long", "write 120 months at most"}
	}
	return violation{}
}

// checkDoubtful reports links that are to be kept where everybody could see them.
func (r *reader) checkDoubtful(f *fileSettings) {
	const path = "keep_doubtful"
	if f.KeepDoubtful == 0 || r.HasFailed(path) {
		return
	}
	var open []string
	for i := range f.Libraries {
		everybody := func(n netip.Prefix) bool { return n.Bits() == 0 }
		if networks := f.Libraries[i].StaffPages.Networks; len(networks) == 0 || slices.ContainsFunc(networks, everybody) {
			open = append(open, f.Libraries[i].Code)
		}
	}
	if len(open) > 0 {
		r.Report(path, r.At(path), "`keep_doubtful` shows links to staff alone; name your networks in `staff_pages` of %s, or leave it out",
			strings.Join(open, ", "))
	}
}
