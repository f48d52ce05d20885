// Package counts holds what is counted of links and pages: numbers under names, by day.
//
// A name is a kind and its labels, each from a closed list: "link book primo redirect
// tipasa". So a day cannot grow without end, and no count says anything of a
// title or a person. Names that this version does not know are kept as they are: a newer
// one may have counted them.
//
// It imports nothing of Lendlink.
package counts

import "strings"

// Kind is what a count is of.
type Kind string

// The kinds.
const (
	Link     Kind = "link"     // a link
	Missing  Kind = "missing"  // a field that a request needs and the link lacks
	Has      Kind = "has"      // a field that the link itself has
	Doubtful Kind = "doubtful" // a link that was read with low confidence
	Warning  Kind = "warning"  // a warning, by its code
	Free     Kind = "free"     // a free copy that was shown or taken
	Page     Kind = "page"     // what was done on a page
)

// Labels are what the labels of each kind name, in their order. Form is the service of the
// request form. A count with another number of labels is of another version.
var Labels = map[Kind][]string{
	Link:     {"type", "source", "outcome", "form"},
	Missing:  {"type", "source", "field"},
	Has:      {"type", "source", "field"},
	Doubtful: {"type", "source"},
	Warning:  {"warning", "source"},
	Free:     {"action"},
	Page:     {"action"},
}

// The outcomes of links.
const (
	Redirected = "redirect"       // straight to the form
	Confirmed  = "confirm"        // shown the citation first
	Queried    = "ask"            // shown a page that asks what the item is
	Unusable   = "nothing-usable" // no item: such links have no type, and nothing that could be complete
)

// What was done with forms on pages.
const (
	SentOn     = "redirect" // to the request form
	Incomplete = "confirm"  // what is missing was asked for
	Invalid    = "invalid"  // a field could not be read
	Pasted     = "read"     // the form was filled in with what was pasted
	Closed     = "closed"   // the library takes no requests now
)

// What happened with free copies.
const (
	CopyShown = "shown" // on a page
	CopyTaken = "taken" // instead of a request
)

// Elements are the fields whose presence in links is counted by source and type, as NISO's
// IOTA work (RP-21-2013, "Improving OpenURLs Through Analytics") compares what vendors
// send. Its completeness index weighs the fields by what one resolver made of articles;
// here each field is shown by itself, for every type.
var Elements = [...]string{"title", "container-title", "author", "issued", "volume", "issue", "page", "DOI", "PMID", "ISSN", "ISBN"}

// Name writes the name of a count.
func Name(k Kind, labels ...string) string { return string(k) + " " + strings.Join(labels, " ") }

// Split returns the kind and the labels of a name.
func Split(name string) (Kind, []string) {
	all := strings.Split(name, " ")
	return Kind(all[0]), all[1:]
}

// Counts are numbers under their names.
type Counts map[string]uint64

// Add adds other counts.
func (c Counts) Add(others Counts) {
	for name, n := range others {
		c[name] += n
	}
}

// Total returns the sum of all numbers.
func (c Counts) Total() uint64 {
	sum := uint64(0)
	for _, n := range c {
		sum += n
	}
	return sum
}

// Slot is one day of one library.
type Slot struct {
	Library string
	Day     Day
}

// Days are the counts of some days.
type Days map[Slot]Counts

// Add adds other days' counts.
func (d Days) Add(others Days) {
	for slot, more := range others {
		if d[slot] == nil {
			d[slot] = make(Counts, len(more))
		}
		d[slot].Add(more)
	}
}
