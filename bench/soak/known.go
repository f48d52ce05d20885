package main

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// answer is what a link leads to. It is learned before the load begins and must
// stay the same under it, whichever form is set.
type answer struct {
	link     string
	status   int    // of /openurl
	values   string // what follows the form's address, of a redirect
	citation string // as JSON
	page     int    // the status of the confirmation page
	inspect  int    // and of the inspection
}

// fetchAnswers asks for every link once, while nothing else happens.
func fetchAnswers(address string, all []string) ([]answer, error) {
	client := &rawClient{address: address}
	defer client.hangUp()
	var known []answer
	for _, link := range all {
		if strings.ContainsFunc(link, func(r rune) bool { return r <= ' ' || r > '~' }) {
			continue // not to be sent in a request line
		}
		a := answer{link: link}
		var to, cite, page, inspect reply
		var errs [4]error
		to, errs[0] = client.get("/demo/openurl?" + link)
		cite, errs[1] = client.get("/demo/citation?" + link)
		page, errs[2] = client.get("/careful/confirm?" + link)
		inspect, errs[3] = client.get("/demo/inspect?" + link)
		if err := errors.Join(errs[:]...); err != nil {
			return nil, fmt.Errorf("%w, for %s", err, link)
		}
		a.status, a.citation, a.page, a.inspect = to.status, cite.body, page.status, inspect.status
		if to.status == http.StatusFound {
			var ok bool
			if a.values, ok = strings.CutPrefix(to.location(), forms[0]); !ok {
				return nil, fmt.Errorf("%s leads to %s", link, to.location())
			}
		}
		known = append(known, a)
	}
	if redirecting(known) == nil {
		return nil, errors.New("no link leads on")
	}
	return known, nil
}

// redirecting returns the first link that leads on to the form.
func redirecting(known []answer) *answer {
	for i := range known {
		if known[i].status == http.StatusFound {
			return &known[i]
		}
	}
	return nil
}

// isFormWith reports whether a location is the request form, with the values given.
func isFormWith(location, values string) bool {
	return location == forms[0]+values || location == forms[1]+values
}
