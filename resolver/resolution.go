// Package resolver resolves a link: from the query string that came in
// to the address of the request form, and the decision whether the patron sees a
// page in between. It is pure: no HTTP, no clock, no state.
//
// It imports citation, interpret, library, openaccess, openurl, requestform and warning.
package resolver

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/openurl"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
)

// Action is what happens to the patron who followed the link.
type Action string

// The actions.
const (
	Redirect Action = "redirect" // straight to the request form
	Confirm  Action = "confirm"  // over the confirmation page
	Ask      Action = "ask"      // nothing usable, or the type is not known: the page asks
)

// Confidence reports whether the type found can be relied on.
type Confidence string

// The degrees of confidence.
const (
	High Confidence = "high"
	Low  Confidence = "low"
)

// Resolution is the result for a link. Its JSON is what scripts and staff get.
type Resolution struct {
	Library    string            `json:"library"`
	Source     string            `json:"source,omitempty"`
	Citation   citation.Citation `json:"citation"`
	Confidence Confidence        `json:"confidence"`
	Missing    []string          `json:"missing"` // fields that a request needs and the link lacks; names as in CSL
	Warnings   warning.List      `json:"warnings"`
	Action     Action            `json:"action"`
	Reason     Reason            `json:"reason"`         // why this action
	Location   string            `json:"location"`       // the request form, filled in
	From       map[string]string `json:"from,omitempty"` // the fields that a lookup filled, with its source
	FreeCopy   *openaccess.Copy  `json:"free_copy,omitempty"`

	Link *openurl.ContextObject `json:"-"` // what was sent
	// Decision is how the link decided the type, unless a lookup did.
	Decision interpret.Decision  `json:"-"`
	Used     []interpret.From    `json:"-"` // which pair of the link each field came from
	Sent     []requestform.Param `json:"-"` // what the form receives

	submitted bool // by a patron, with the form
	confirmed bool
	changed   string // which fields the patron typed or changed
}

// Rule returns how the type was decided, in words for staff.
func (r *Resolution) Rule() string {
	if source := r.From["type"]; source != "" { // the lookup decided it
		return source + " says so"
	}
	return r.Decision.Rule()
}

// Origin is where a value of the citation came from. One of its fields is set, or
// none for a value that was inferred.
type Origin struct {
	Pairs  []int  // of the link, by their places in it
	Lookup string // the source that was asked
	Patron bool   // typed into the form
}

// Origin returns where a field's value came from, by its CSL name.
func (r *Resolution) Origin(field string) Origin {
	var o Origin
	switch {
	case r.submitted:
		o.Patron = true
	case r.From[field] != "":
		o.Lookup = r.From[field]
	default:
		for _, used := range r.Used {
			if used.Field == field {
				o.Pairs = append(o.Pairs, used.Pair)
			}
		}
	}
	return o
}
