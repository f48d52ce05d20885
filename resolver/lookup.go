package resolver

import (
	"context"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/warning"
)

// Lookup fills the gaps of a citation, and knows of copies that are free to read.
type Lookup interface {
	// Within returns a context that ends when a patron has waited long enough.
	Within(ctx context.Context) (context.Context, context.CancelFunc)

	// Needed reports whether to ask a service: wanted says that more should be known about the item,
	// searched that it may be searched for where no number identifies it.
	Needed(c *citation.Citation, wanted, searched bool) bool
	// Complete returns the citation with its gaps filled, the source of each field that
	// was filled, and what there is to say about it. Doubtful says that the type may be
	// replaced.
	Complete(ctx context.Context, c citation.Citation, doubtful, searched bool) (citation.Citation, map[string]string, warning.List)

	// AsksForCopies reports whether there is a service to ask for a free copy of an item.
	AsksForCopies(c *citation.Citation) bool
	// Prefetch begins to ask for free copies, for FreeCopy to take.
	Prefetch(ctx context.Context, c *citation.Citation)
	// FreeCopy returns a copy that is free to read, and reports whether one is known.
	// Borrowable says that one which is lent counts as well.
	FreeCopy(ctx context.Context, c *citation.Citation, borrowable bool) (openaccess.Copy, bool)
}

// ask makes a lookup fill gaps and find a free copy, both within the time that a patron waits
// for one. Where the outcome is a redirect, it waits for a copy only if the library always
// wants to show one.
func (r *Resolution) ask(ctx context.Context, lookup Lookup, lib *library.Library, at Circumstances) {
	searched := r.Source == interpret.PlainText || r.Source == interpret.Pasted // a link from a database has the item's numbers if it has any
	gaps := !lib.NoLookup && lookup.Needed(&r.Citation, r.WantsLookup(), searched)
	if !gaps && !(r.showsCopies(lib, at) && lookup.AsksForCopies(&r.Citation)) {
		return
	}
	ctx, cancel := lookup.Within(ctx)
	defer cancel()
	if gaps {
		if r.showsCopiesAnyway(lib, at) {
			lookup.Prefetch(ctx, &r.Citation)
		}
		r.complete(lookup.Complete(ctx, r.Citation, r.Confidence == Low, searched))
		r.decide(lib, at)
	}
	if r.showsCopies(lib, at) {
		r.FreeCopy = FreeCopy(ctx, lookup, lib, &r.Citation)
		r.decide(lib, at)
	}
}

// FreeCopy returns a free copy of an item for a library's page, or nil.
func FreeCopy(ctx context.Context, lookup Lookup, lib *library.Library, c *citation.Citation) *openaccess.Copy {
	if lookup == nil || lib.FreeCopies.Show == library.ShowNever || !lookup.AsksForCopies(c) {
		return nil
	}
	if free, ok := lookup.FreeCopy(ctx, c, lib.FreeCopies.Borrowable); ok {
		return &free
	}
	return nil
}

// showsCopies reports whether a free copy would be shown with the action as it is now.
func (r *Resolution) showsCopies(lib *library.Library, at Circumstances) bool {
	switch {
	case at.NoCopies, lib.FreeCopies.Show == library.ShowNever:
		return false
	case lib.FreeCopies.Show == library.ShowAlways:
		return true
	}
	return r.Action != Redirect
}

// showsCopiesAnyway reports whether a free copy would be shown whatever a lookup finds about
// the item.
func (r *Resolution) showsCopiesAnyway(lib *library.Library, at Circumstances) bool {
	known := *r
	known.Action, _ = decideAction(situation{Circumstances: at, policy: lib.Policy(r.Citation.Type), citation: &r.Citation})
	return known.showsCopies(lib, at)
}

// complete takes over what a lookup found.
func (r *Resolution) complete(c citation.Citation, from map[string]string, warnings warning.List) {
	r.Citation, r.From = c, from
	r.Warnings = append(r.Warnings, warnings...)
	if from["type"] != "" {
		r.Confidence = High
		r.Decision = interpret.Decision{}
	}
}
