package resolver

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Cause is a repair, a drop or a doubt, with every place in the link that it is about.
type Cause struct {
	Code   warning.Code
	Places []Place
}

// Place is where a link has a cause of warnings.
type Place struct {
	Key    string // as it was sent; the field of the citation where no single key has it; "" for the whole link
	Before string // as it was sent, as far as that can be read
	After  string // what was made of it; "" where that is nothing, or looks the same
}

// Causes returns the warnings by cause, in the order in which they came up.
func (r *Resolution) Causes() []Cause {
	var causes []Cause
	for _, w := range r.Warnings {
		i := slices.IndexFunc(causes, func(c Cause) bool { return c.Code == w.Code })
		if i < 0 {
			causes, i = append(causes, Cause{Code: w.Code}), len(causes)
		}
		if place := r.place(w); place != (Place{}) && !slices.Contains(causes[i].Places, place) {
			causes[i].Places = append(causes[i].Places, place)
		}
	}
	return causes
}

// place returns the place that a warning is about.
func (r *Resolution) place(w warning.Warning) Place {
	i := r.pairOf(w)
	switch {
	case i < 0 && w.Detail == "": // the sentence of the cause says it all
		return Place{}
	case i < 0:
		return Place{Key: w.Field, Before: w.Detail}
	}
	p := &r.Link.Pairs[i]
	place := Place{Key: p.Key, Before: p.Value}
	switch w.Code {
	case warning.EncodingRepaired, warning.AmpersandGlued:
		place.After = p.Value
	case warning.IdentifierMoved:
		place.After = r.valueOf(w.Field)
	}
	if _, sent, ok := strings.Cut(p.Raw, "="); ok && isRepaired(p.Raw, p.Value) {
		place.Before = readable(sent)
	}
	if place.After == place.Before {
		place.After = ""
	}
	return place
}

// pairOf returns the place in the link of the pair that a warning is about, or -1: of the one
// that has the value it names, best under the key it names; else of the one under that key, and
// else of the one that is in the field it names.
func (r *Resolution) pairOf(w warning.Warning) int {
	pairs := r.Link.Pairs
	holds := func(p openurl.Pair) bool { return p.Value == w.Detail && w.Detail != "" }
	named := func(p openurl.Pair) bool { return strings.EqualFold(p.Key, w.Field) }
	for _, about := range []func(openurl.Pair) bool{
		func(p openurl.Pair) bool { return named(p) && holds(p) }, holds, named,
	} {
		if i := slices.IndexFunc(pairs, about); i >= 0 {
			return i
		}
	}
	for _, used := range r.Used {
		if used.Field == w.Field && (w.Detail == "" || w.Code == warning.IdentifierMoved) {
			return used.Pair
		}
	}
	return -1
}

// escapes are bytes in percent-encoding.
var escapes = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)

// readable decodes the percent-encoding of a value where that yields text, and leaves the
// rest of it as it was sent: "M%E9moires de 100%25".
func readable(sent string) string {
	sent = escapes.ReplaceAllStringFunc(strings.ReplaceAll(sent, "+", " "), decodeText)
	return strings.ToValidUTF8(sent, "\uFFFD")
}

// decodeText decodes those of some escapes that are letters and signs in UTF-8.
func decodeText(sent string) string {
	const escape = len("%41")
	text, _ := url.PathUnescape(sent)
	var b strings.Builder
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError || !unicode.IsPrint(c) {
			b.WriteString(sent[escape*i : escape*(i+size)])
		} else {
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}
