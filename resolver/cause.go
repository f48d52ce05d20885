package resolver

import (
	"net/url"
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
	p := r.pairOf(w)
	switch {
	case p == nil && w.Detail == "": // the sentence of the cause says it all
		return Place{}
	case p == nil:
		return Place{Key: w.Field, Before: w.Detail}
	case p.Personal:
		return Place{Key: p.Key}
	}
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

// pairOf returns the pair that a warning is about, or nil: the one that has the value it
// names, else the one under the key it names, else the one that is in the field it names.
func (r *Resolution) pairOf(w warning.Warning) *openurl.Pair {
	pairs := r.Link.Pairs
	holds := func(p openurl.Pair) bool { return p.Value == w.Detail && w.Detail != "" }
	named := func(p openurl.Pair) bool { return w.Field != "" && strings.EqualFold(p.Key, w.Field) }
	for _, about := range []func(openurl.Pair) bool{
		func(p openurl.Pair) bool { return named(p) && holds(p) }, named, holds,
	} {
		if i := slices.IndexFunc(pairs, about); i >= 0 {
			return &pairs[i]
		}
	}
	for _, used := range r.Used {
		if used.Field == w.Field && w.Detail == "" {
			return &pairs[used.Pair]
		}
	}
	return nil
}

// readable decodes the percent-encoding of a value where that yields text, and leaves the
// rest of it as it was sent: "M%E9moires de 100%25".
func readable(sent string) string {
	const escape = len("%41")
	var b strings.Builder
	for len(sent) > 0 {
		if sent[0] == '+' {
			b.WriteByte(' ')
			sent = sent[1:]
			continue
		}
		letter := 0
		for n := escape; n <= escape*utf8.UTFMax && n <= len(sent) && letter == 0; n += escape {
			text, err := url.PathUnescape(sent[:n])
			if err != nil || len(text) != n/escape {
				break
			}
			if c, size := utf8.DecodeRuneInString(text); size == len(text) && c != utf8.RuneError && unicode.IsPrint(c) {
				b.WriteString(text)
				letter = n
			}
		}
		if letter == 0 {
			b.WriteByte(sent[0])
			letter = 1
		}
		sent = sent[letter:]
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}
