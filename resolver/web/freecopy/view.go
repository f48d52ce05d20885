// Package freecopy is what the confirmation page says of a copy that is free to read, and
// how often patrons take one. It imports openaccess alone.
package freecopy

import (
	"strings"

	"lendlink/resolver/openaccess"
)

// View is a copy as the page shows it. Its texts are keys of the locale.
type View struct {
	Heading, Button string
	Facts           []string // which version it is, and what may be done with it
	Title           string   // of what is to be read, where the page shows no title; "" else
	Address, Host   string
	Source          string // who knows of the copy
	Beacon          string // where a browser tells that it was taken
}

// Of returns what a page shows of a copy, nil for none. Titled says that the page shows
// the item's title, which the copy's resembles.
func Of(c *openaccess.Copy, titled bool, library string) *View {
	if c == nil {
		return nil
	}
	v := &View{Address: c.URL, Host: c.Host, Source: c.Source, Beacon: "/" + library + Path}
	of := []string{"free", "item"}
	if c.Book {
		of[1] = "book"
	}
	if c.Borrow {
		of = append(of, "lent")
	}
	v.Heading = strings.Join(of, ".")
	v.Button = "free.read"
	if c.Borrow {
		v.Button = "free.borrow"
	}
	if c.Version != "" {
		v.Facts = append(v.Facts, "free.version."+string(c.Version))
	}
	if c.License != "" {
		v.Facts = append(v.Facts, "free.license."+string(c.License))
	}
	if !titled {
		v.Title = c.Title
	}
	return v
}
