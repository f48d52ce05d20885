package resolver

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Resolve works a query string out for a library. Year is the current one:
// publication dates after the next year are not believed.
func Resolve(lib *library.Library, query string, year int) *Resolution {
	co := openurl.Parse(query)
	reading := interpret.Read(co, year)
	warnings := append(co.Warnings, reading.Warnings...)
	if warnings == nil {
		warnings = warning.List{} // a list in JSON as well
	}
	r := &Resolution{Library: lib.Code, Source: co.Source, Confidence: High, Link: co, Rule: reading.Decision.Rule(), Decision: reading.Decision, Used: reading.From}
	if reading.Low {
		r.Confidence = Low
	}
	r.finish(lib, reading.Citation, warnings)
	return r
}

// Filled returns the resolution of the same link with a citation whose gaps a
// lookup filled: from says which source each field came from, warnings what the
// lookup has to tell.
func (r *Resolution) Filled(lib *library.Library, c citation.Citation, from map[string]string, warnings warning.List) *Resolution {
	f := *r
	f.From = from
	if source := from["type"]; source != "" { // what the link did not say, the source did
		f.Confidence = High
		f.Rule, f.Decision = source+" says so", interpret.Decision{}
	}
	f.finish(lib, c, append(append(warning.List{}, r.beforeForm...), warnings...))
	return &f
}

// MarkCut adds the warning that the link went on behind what was read of it.
func (r *Resolution) MarkCut() {
	cut := warning.Warning{Code: warning.TooLong}
	r.beforeForm = slices.Insert(slices.Clone(r.beforeForm), 0, cut)
	r.Warnings = slices.Insert(slices.Clone(r.Warnings), 0, cut)
}

// finish takes the citation the rest of the way: what is missing, the request
// form filled in, the decision.
func (r *Resolution) finish(lib *library.Library, c citation.Citation, warnings warning.List) {
	r.Citation = c
	r.Missing = Missing(&c)
	request := lib.Form.Fill(&c, r.Source)
	r.Location, r.Sent = request.Location, request.Params
	r.beforeForm = slices.Clip(warnings)
	r.Warnings = append(r.beforeForm, request.Warnings...)
	r.Action = decide(lib.Policy(c.Type), r)
}

// decide applies the library's policy. Whatever the policy, a link that holds
// nothing leads to the page that asks.
func decide(policy library.Confirm, r *Resolution) Action {
	switch {
	case r.Citation.Empty():
		return Ask
	case policy == library.ConfirmNever:
		return Redirect
	case r.Citation.Type == citation.Document:
		return Ask
	case policy == library.ConfirmAlways, len(r.Missing) > 0, r.Confidence == Low:
		return Confirm
	}
	return Redirect
}
