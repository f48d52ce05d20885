package resolver

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Resolve works a query string out for a library. Year is the current one:
// publication dates after the next year are not believed.
func Resolve(lib *library.Library, query string, year int) *Resolution {
	co := openurl.Parse(query)
	reading := citation.Read(co, year)
	r := &Resolution{
		Library:    lib.Code,
		Source:     co.Source,
		Citation:   reading.Citation,
		Confidence: High,
		Missing:    Missing(&reading.Citation),
		Link:       co,
		Reading:    reading,
	}
	if reading.Low {
		r.Confidence = Low
	}
	request := lib.Form.Fill(&r.Citation, co.Source)
	r.Location, r.Sent = request.Location, request.Params
	r.Warnings = make(warning.List, 0, len(co.Warnings)+len(reading.Warnings)+len(request.Warnings))
	r.Warnings = append(append(append(r.Warnings, co.Warnings...), reading.Warnings...), request.Warnings...)
	r.Action = decide(lib.Policy(r.Citation.Type), r)
	return r
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
