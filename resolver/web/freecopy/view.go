// Package freecopy has what the confirmation page says of a copy that is free to read, and
// bounds how many taken copies are counted.
//
// It imports openaccess.
package freecopy

import "lendlink/resolver/openaccess"

// View is a copy as the page shows it.
type View struct {
	openaccess.Copy
	Beacon string // where a browser reports that it was taken
}

// Of returns what a page of a library shows of a copy, nil for none. Titled says that the
// page shows the item's title, which the copy's resembles: then it is not said twice.
func Of(c *openaccess.Copy, titled bool, library string) *View {
	if c == nil {
		return nil
	}
	v := &View{*c, "/" + library + Path}
	if titled {
		v.Title = ""
	}
	return v
}
