// Package links reads the links that the resolver is tested with, to make load with
// the shapes that sources really send.
package links

import (
	"slices"
	"strings"

	"lendlink/resolver/interpret/readable"
)

// Folder is where the links are, from the root of the repository.
const Folder = "resolver/interpret/testdata/cases"

// Read returns the query strings of the readable cases in a folder and below it, those of
// sources first. Links with bytes that no request line holds are left out.
func Read(folder string) ([]string, error) {
	cases, err := readable.Read(folder)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(cases, func(a, b readable.Case) int { return rank(a) - rank(b) })
	var links []string
	for _, c := range cases {
		if !strings.ContainsFunc(c.Link, func(r rune) bool { return r <= ' ' || r > '~' }) {
			links = append(links, c.Link)
		}
	}
	return links, nil
}

func rank(c readable.Case) int {
	if strings.HasPrefix(c.Group, "sources/") {
		return 0
	}
	return 1
}
