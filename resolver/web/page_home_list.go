package web

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"lendlink/resolver/library"
)

// librariesPerPage is how many libraries the first page lists at once. A consortium may
// have thousands.
const librariesPerPage = 50

// libraryPages is what the list says about the part of it that is shown.
type libraryPages struct {
	Search       bool // there are more libraries than one page holds
	Query        string
	Found        string
	Before, Next string // their addresses; "" for none
}

// pageOf returns the libraries of one page of the list, of those whose name or code
// holds a text. A page that is none is the first.
func pageOf(all []*library.Library, query, number string) ([]*library.Library, libraryPages) {
	query = strings.TrimSpace(query)
	p := libraryPages{Search: len(all) > librariesPerPage, Query: query}
	found := all
	if query != "" {
		found = nil
		for _, l := range all {
			if holdsFold(l.Name, query) || holdsFold(l.Code, query) {
				found = append(found, l)
			}
		}
	}
	n, err := strconv.Atoi(number)
	from := (n - 1) * librariesPerPage
	if err != nil || n < 1 || n > len(all) || from >= len(found) {
		n, from = 1, 0
	}
	to := min(from+librariesPerPage, len(found))
	switch {
	case len(found) == 0:
		p.Found = "No library has this name."
	default:
		p.Found = fmt.Sprintf("%d to %d of %d libraries", from+1, to, len(found))
	}
	if n > 1 {
		p.Before = pageAddress(query, n-1)
	}
	if to < len(found) {
		p.Next = pageAddress(query, n+1)
	}
	return found[from:to], p
}

func pageAddress(query string, n int) string {
	address := url.Values{"page": {strconv.Itoa(n)}}
	if query != "" {
		address.Set("q", query)
	}
	return "/?" + address.Encode()
}

func holdsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
