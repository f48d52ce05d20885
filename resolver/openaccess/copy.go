// Package openaccess describes a copy of an item that everybody may read: where it is,
// which version, under which licence.
//
// What services say of copies is not believed: an address is kept only if it is an
// https address of an ordinary host, and is shown with that host; versions and licences
// are those of closed lists. Versions follow NISO RP-8-2008 (JAV) in the words that
// Unpaywall and OpenAlex use for it. The package is pure.
//
// It imports nothing of Lendlink.
package openaccess

import "strings"

// Version is what stage of a work a copy has.
type Version string

// The versions.
const (
	Published Version = "published" // as the publisher has it
	Accepted  Version = "accepted"  // the author's manuscript after review
	Submitted Version = "submitted" // before review: a preprint
)

// versions are the words of services for versions.
var versions = map[string]Version{
	"publishedversion": Published, "acceptedversion": Accepted, "submittedversion": Submitted,
	"published": Published, "accepted": Accepted, "submitted": Submitted,
}

// ParseVersion returns the version that a service names, "" for none that we know.
func ParseVersion(s string) Version { return versions[strings.ToLower(strings.TrimSpace(s))] }

// rank orders versions: the lower, the better to read and to cite. An unknown one
// is better than a manuscript: repositories of scanned books do not say.
func (v Version) rank() int {
	switch v {
	case Published:
		return 0
	case Accepted:
		return 2
	case Submitted:
		return 3
	}
	return 1
}

// Copy is a copy of an item that is free to read.
type Copy struct {
	URL     string  `json:"url"`
	Host    string  `json:"host"` // of the URL, in ASCII
	Version Version `json:"version,omitempty"`
	License License `json:"license,omitempty"`
	Borrow  bool    `json:"borrow,omitempty"` // it is lent to one reader at a time, who has to sign in
	Book    bool    `json:"book,omitempty"`   // it is the book that the wanted part is in
	Title   string  `json:"title,omitempty"`  // of what is to be read, as the source has it
	Source  string  `json:"source,omitempty"` // who knows of it, as shown to people: Unpaywall
}

// Clean returns a copy with nothing in it but what can be shown, and reports whether it
// is one. Its title is the caller's to clean.
func Clean(c Copy) (Copy, bool) {
	address, host, ok := ParseAddress(c.URL)
	c.URL, c.Host = address, host
	c.Version, c.License = ParseVersion(string(c.Version)), ParseLicense(string(c.License))
	return c, ok
}

// Better reports whether a copy is to be shown rather than another: what can be kept
// rather than borrowed, the item rather than the book that holds it, the published rather
// than a manuscript, and what says that it may be used.
func (c Copy) Better(other Copy) bool {
	for _, is := range [...][2]int{
		{rank(c.Borrow), rank(other.Borrow)},
		{rank(c.Book), rank(other.Book)},
		{c.Version.rank(), other.Version.rank()},
		{rank(c.License == ""), rank(other.License == "")},
	} {
		if is[0] != is[1] {
			return is[0] < is[1]
		}
	}
	return false
}

// IsPublished reports whether no copy can be better: it is the item itself, as published,
// for everybody to keep.
func (c Copy) IsPublished() bool { return c.Version == Published && !c.Book && !c.Borrow }

func rank(worse bool) int {
	if worse {
		return 1
	}
	return 0
}
