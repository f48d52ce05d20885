package resolver

import (
	"context"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Lookup fills the gaps of a citation.
type Lookup interface {
	// Needed reports whether to ask: wanted says that more should be known about the item,
	// searched that it may be searched for where no number identifies it.
	Needed(c *citation.Citation, wanted, searched bool) bool
	// Complete returns the citation with its gaps filled, the source of each field that
	// was filled, and what there is to say about it. Doubtful says that the type may be
	// replaced.
	Complete(ctx context.Context, c citation.Citation, doubtful, searched bool) (citation.Citation, map[string]string, warning.List)
}

// Resolve works a query string out for a library that is open, without a lookup.
// Year is the current one.
func Resolve(lib *library.Library, query string, year int) *Resolution {
	return ResolveWithLookup(context.Background(), nil, lib, query, Circumstances{Year: year})
}

// ResolveWithLookup works a query string out for a library. A lookup is made when
// the library allows it and something about the item is missing or doubtful, or the
// patron gets a page anyway; nil is for none.
func ResolveWithLookup(ctx context.Context, lookup Lookup, lib *library.Library, query string, at Circumstances) *Resolution {
	r := read(lib, query, at)
	searched := r.Source == interpret.PlainText // a link's maker knows the item's numbers
	if lookup != nil && !lib.NoLookup && lookup.Needed(&r.Citation, r.WantsLookup(), searched) {
		r.complete(lookup.Complete(ctx, r.Citation, r.Confidence == Low, searched))
		r.decide(lib, at)
	}
	r.fillForm(lib)
	return r
}

// Submitted works out what a patron sent with the form. AskedBefore says that the
// page has asked for what is missing: patrons who do not know it may go on. Changed says
// which fields they typed or changed.
func Submitted(lib *library.Library, c citation.Citation, source, changed string, at Circumstances, confirmed bool) *Resolution {
	r := &Resolution{
		Library: lib.Code, Source: source, Citation: c, Confidence: High, Warnings: warning.List{}, Link: &openurl.ContextObject{},
		submitted: true, confirmed: confirmed, changed: changed,
	}
	r.decide(lib, at)
	r.fillForm(lib)
	return r
}

// read works out what a link means, and decides by that alone.
func read(lib *library.Library, query string, at Circumstances) *Resolution {
	co := openurl.Parse(query)
	reading := interpret.Read(co, at.Year)
	if !lib.UsesRecordNumber() {
		reading.Citation.Custom.MMS = ""
		reading.From = slices.DeleteFunc(reading.From, func(f interpret.From) bool { return f.Field == "MMS" })
	}
	warnings := warning.List{} // a list in JSON, even an empty one
	if at.Cut {
		warnings = append(warnings, warning.Warning{Code: warning.TooLong})
	}
	r := &Resolution{
		Library: lib.Code, Source: co.Source, Citation: reading.Citation, Confidence: High,
		Warnings: append(append(warnings, co.Warnings...), reading.Warnings...), Link: co,
		Rule: reading.Decision.Rule(), Decision: reading.Decision, Used: reading.From,
	}
	if reading.Low {
		r.Confidence = Low
	}
	r.decide(lib, at)
	return r
}

// complete takes what a lookup found.
func (r *Resolution) complete(c citation.Citation, from map[string]string, warnings warning.List) {
	r.Citation, r.From = c, from
	r.Warnings = append(r.Warnings, warnings...)
	if source := from["type"]; source != "" { // what the link did not say, the source did
		r.Confidence = High
		r.Rule, r.Decision = source+" says so", interpret.Decision{}
	}
}

func (r *Resolution) decide(lib *library.Library, at Circumstances) {
	r.Missing = Missing(&r.Citation)
	r.Action, r.Reason = decide(&situation{
		Circumstances: at, policy: lib.Policy(r.Citation.Type), citation: &r.Citation,
		missing: len(r.Missing) > 0, doubtful: r.Confidence == Low,
		submitted: r.submitted, confirmed: r.confirmed,
	})
}

func (r *Resolution) fillForm(lib *library.Library) {
	request := lib.Fill(&r.Citation, r.Source, r.changed)
	r.Location, r.Sent = request.Location, request.Params
	r.Warnings = append(r.Warnings, request.Warnings...)
}
