package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"

	"lendlink/resolver"
	"lendlink/resolver/web/practice"
)

// check is a link of the test list, with which staff try out a new setup.
type check struct {
	Name  string `json:"name"`
	About string `json:"about"` // what to look at
	Type  string `json:"type"`  // what it must be taken for, as in CSL
	Link  string `json:"link"`  // the query string
}

//go:embed checklist.json
var checklistJSON []byte

func loadChecklist() ([]check, error) {
	var all []check
	if err := json.Unmarshal(checklistJSON, &all); err != nil {
		return nil, fmt.Errorf("checklist.json: %w", err)
	}
	return all, nil
}

// expected is a check with what the library's settings make of it.
type expected struct {
	check
	Resolution *resolver.Resolution
	Form       practice.Form
}

// testPage is the setup guide's test list.
type testPage struct {
	staffFrame
	Checks []expected
}

func (s *Server) setupTest(v *visit) error {
	p := testPage{staffFrame: s.staffFrame(v, "/setup/test")}
	for _, c := range s.checklist {
		r := resolver.Resolve(v.library, c.Link, s.Now().Year())
		p.Checks = append(p.Checks, expected{c, r, practice.Read(filled(r.Location, v.library.Form))})
	}
	return s.render(v, http.StatusOK, "setup-test", p)
}
