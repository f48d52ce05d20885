package web

import "slices"

// place is a staff page that the others lead to.
type place struct {
	Path, Name string
	About      string // what the overview says of a step; "" for what is not a step
}

// places are the staff pages. Those of the guide come first, in the order in which a
// library is set up.
var places = []place{
	{"/setup", "Overview", ""},
	{"/setup/tipasa", "Request form", "The address that patrons are sent to, how to find it, and the lines for the settings file."},
	{"/setup/alma", "Alma", "One General Electronic Service takes records of every type. About fifteen minutes."},
	{"/setup/primo", "Primo", "Where the link appears, a note on interlibrary loans in My Account, and requests in place."},
	{"/setup/test", "Test list", "Ten links to open one by one, and what you should find on the form."},
	{"/setup/sources", "Databases", "EBSCO, ProQuest, WorldCat Discovery, Web of Science, Scopus, PubMed, Google Scholar."},
	{"/setup/pages", "Your web pages", "A link builder with QR codes, a search form to paste, and a script for reading lists."},
	{"/setup/tools", "Staff tools", "A bookmarklet that requests the item on any page, and what to do when a link goes wrong."},
	{"/inspect", "Inspect a link", ""},
	{"/stats", "Statistics", ""},
}

// firstStep is the index of the guide's first step, steps the number of those that every
// library needs.
const firstStep, steps = 1, 4

// Places lists the staff pages.
func (staffFrame) Places() []place { return places }

// Steps lists what every library needs, in order.
func (staffFrame) Steps() []place { return places[firstStep : firstStep+steps] }

// Further lists the guide's pages for whoever wants more.
func (staffFrame) Further() []place {
	further := places[firstStep+steps:]
	return further[:slices.IndexFunc(further, func(p place) bool { return p.About == "" })]
}

// Previous returns the page of the guide before the current one, or nil.
func (f staffFrame) Previous() *place { return f.neighbour(-1) }

// Next returns the page of the guide after the current one, or nil.
func (f staffFrame) Next() *place { return f.neighbour(+1) }

func (f staffFrame) neighbour(by int) *place {
	i := slices.IndexFunc(places, func(p place) bool { return p.Path == f.Current }) + by
	if i < 0 || i > len(places)-1 || (i > 0 && places[i].About == "") {
		return nil
	}
	return &places[i]
}

// Query is what links between pages of the guide take along: nothing, unless the page has
// a query of its own.
func (staffFrame) Query() string { return "" }
