package library

import (
	"time"

	"lendlink/resolver/requestform"
	"lendlink/templates"
)

// Library is one institution served.
type Library struct {
	Code         string   // the path segment
	Name         string   // as patrons know it
	Languages    []string // of the pages, the preferred one first; from [Languages]
	Form         requestform.Form
	FormsFor     []FormFor      // other forms for some types; Form is for the rest
	RecordURL    string         // of a record in the library's search, with {mms_id}; "" for none
	Confirm      Confirm        // when the confirmation page is shown, where ConfirmTypes has nothing else
	ConfirmTypes ByType         // the same by type; may be nil
	CheckFirst   []CheckLink    // places where the item might be had at once
	Notice       Text           // Markdown for the pages, not yet sanitised
	Closed       *Closed        // nil when no closing is announced
	TimeZone     *time.Location // of its days; nil for the server's
	Contact      string         // an e-mail address or an https address; "" for none
	Brand        Brand
	EmbedOrigins []string // the origins that may show the pages in a frame
	Primo        *Primo   // what is done on the pages of Primo; nil for nothing
	StaffPages   StaffPages
	NoLookup     bool // no service is asked for what this library's links leave out
	FreeCopies   FreeCopies

	Warnings Problems // what can hardly be meant in its settings; also among those of all
}

// Brand is how the pages show whose they are.
type Brand struct {
	Color string // #rrggbb, or "" for Lendlink's own
	Logo  string // the https address of a picture, or ""
}

// Languages lists the languages that the pages exist in, as BCP 47 tags: those that have a
// file of texts.
var Languages = templates.Languages()

// Local returns a moment by the library's clock. Without one of its own, that is the
// clock that the moment was read from.
func (l *Library) Local(t time.Time) time.Time {
	if l.TimeZone == nil {
		return t
	}
	return t.In(l.TimeZone)
}

// ClosedAt reports whether the library is closed at a moment.
func (l *Library) ClosedAt(t time.Time) bool { return l.Closed.On(l.Local(t)) }
