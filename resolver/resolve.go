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

// Resolve resolves a query string for a library that is open, without a lookup.
// Year is the current one.
func Resolve(lib *library.Library, query string, year int) *Resolution {
	return ResolveWithLookup(context.Background(), nil, lib, query, Circumstances{Year: year})
}

// ResolveWithLookup resolves a query string for a library. A lookup is made when
// the library allows it and something about the item is missing or doubtful, or the
// patron gets a page anyway; nil is for none.
func ResolveWithLookup(ctx context.Context, lookup Lookup, lib *library.Library, query string, at Circumstances) *Resolution {
	r := read(lib, query, at)
	if lookup != nil {
		r.ask(ctx, lookup, lib, at)
	}
	r.fillForm(lib)
	return r
}

// Submitted resolves what a patron sent with the form. Confirmed says that the
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

// read reads a link, and decides by that alone.
func read(lib *library.Library, query string, at Circumstances) *Resolution {
	co := openurl.Parse(query)
	reading := interpret.Read(co, at.Year)
	if reading.Citation.Custom.MMS != "" && !lib.UsesRecordNumber() {
		reading.Citation.Custom.MMS = ""
		reading.From = slices.DeleteFunc(reading.From, func(f interpret.From) bool { return f.Field == "MMS" })
	}
	warnings := make(warning.List, 0, len(co.Warnings)+len(reading.Warnings)) // a list in JSON, even an empty one
	if at.Cut {
		warnings = append(warnings, warning.Warning{Code: warning.TooLong})
	}
	r := &Resolution{
		Library: lib.Code, Source: co.Source, Citation: reading.Citation, Confidence: High,
		Warnings: append(append(warnings, co.Warnings...), reading.Warnings...), Link: co,
		Decision: reading.Decision, Used: reading.From,
	}
	if reading.Low {
		r.Confidence = Low
	}
	r.decide(lib, at)
	return r
}

func (r *Resolution) decide(lib *library.Library, at Circumstances) {
	r.Missing = Missing(&r.Citation)
	r.Action, r.Reason = decideAction(situation{
		Circumstances: at, policy: lib.Policy(r.Citation.Type), citation: &r.Citation,
		missing: len(r.Missing) > 0, doubtful: r.Confidence == Low,
		submitted: r.submitted, confirmed: r.confirmed, free: r.FreeCopy != nil,
	})
}

func (r *Resolution) fillForm(lib *library.Library) {
	request := lib.Fill(&r.Citation, r.Source, r.changed)
	r.Location, r.Sent = request.Location, request.Params
	r.Warnings = append(r.Warnings, request.Warnings...)
}
