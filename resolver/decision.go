package resolver

import (
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
)

// Circumstances are what the outcome depends on besides the link and the settings.
type Circumstances struct {
	Year   int             // the current one: publication dates after the next year are not believed
	Closed *library.Closed // the closure that is on; nil for none
	Page   bool            // the confirmation page was asked for
	Cut    bool            // the link went on after what was read of it

	NoCopies bool // a free copy would not be shown
}

// At returns the circumstances of a library at a time, without those of a request.
func At(lib *library.Library, now time.Time) Circumstances {
	at := Circumstances{Year: now.Year()}
	if lib.ClosedAt(now) {
		at.Closed = lib.Closed
	}
	return at
}

// Reason is why an action was taken.
type Reason string

// The reasons.
const (
	NothingUsable     Reason = "nothing-usable"     // the link describes no item
	TypeUnknown       Reason = "type-unknown"       // the link leaves open what the item is
	RequestsSuspended Reason = "requests-suspended" // the library is closed and takes no requests
	PageRequested     Reason = "page-requested"     // the link asks for the confirmation page
	LibraryClosed     Reason = "library-closed"     // requests will wait, which patrons are to read
	NeverConfirm      Reason = "never-confirm"      // the library's policy
	AlwaysConfirm     Reason = "always-confirm"     // the library's policy
	FieldsMissing     Reason = "fields-missing"     // a request needs more than is known
	Doubtful          Reason = "doubtful"           // confidence is low: the type or a value may be another
	FreeToRead        Reason = "free-to-read"       // there is a free copy, and the library always wants to show it
	Complete          Reason = "complete"           // nothing speaks against the redirect
)

// situation is what decides about an item.
type situation struct {
	Circumstances
	policy   library.Confirm
	citation *citation.Citation
	missing  bool
	doubtful bool // confidence is low; never of what a patron sent

	submitted bool // a patron has sent the form, so has seen the page
	confirmed bool // the page has asked for what is missing
	free      bool // a free copy is known: it is asked for only where it would be shown
}

// decisions are tried in order; the first that holds is taken.
var decisions = []struct {
	reason Reason
	action Action
	holds  func(situation) bool
}{
	{NothingUsable, Ask, func(s situation) bool { return !s.submitted && s.citation.Empty() }},
	{TypeUnknown, Ask, func(s situation) bool { return s.mayConfirm() && s.unknown() }},
	{RequestsSuspended, Confirm, func(s situation) bool { return s.Closed != nil && !s.Closed.Accept }},
	{PageRequested, Confirm, func(s situation) bool { return s.Page }},
	{LibraryClosed, Confirm, func(s situation) bool { return !s.submitted && s.mayConfirm() && s.Closed != nil }},
	{NeverConfirm, Redirect, func(s situation) bool { return !s.mayConfirm() && !s.free }},
	{AlwaysConfirm, Confirm, func(s situation) bool { return !s.submitted && s.policy == library.ConfirmAlways }},
	{FieldsMissing, Confirm, func(s situation) bool { return s.missing && !s.confirmed }},
	{Doubtful, Confirm, func(s situation) bool { return s.doubtful }},
	{FreeToRead, Confirm, func(s situation) bool { return s.free }},
	{Complete, Redirect, func(situation) bool { return true }},
}

// mayConfirm reports whether the library's policy allows a page that was not
// asked for.
func (s situation) mayConfirm() bool { return s.policy != library.ConfirmNever }

// decideAction returns the action, and why. It is the only place that
// decides it.
func decideAction(s situation) (Action, Reason) {
	for i := range decisions {
		if d := &decisions[i]; d.holds(s) {
			return d.action, d.reason
		}
	}
	panic("resolver: the last decision always holds")
}

// unknown reports whether the link leaves open what the item is. A film or a map is a document too,
// but a known one.
func (s situation) unknown() bool { return s.citation.Type == citation.Document && s.doubtful }
