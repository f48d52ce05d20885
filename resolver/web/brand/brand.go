// Package brand turns the one colour that a library names into the colours of its
// pages, in a light and in a dark scheme.
//
// Any colour will do. Where it lacks contrast it is darkened or lightened, by the
// least that gives text in it, and text on it, the contrast of 4.5:1 that WCAG 2.2
// asks for (1.4.3), with luminance and contrast as WCAG defines them. On the pages'
// header it is used as named.
//
// It imports nothing of Lendlink.
package brand

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Contrast is what text and its background must have at least.
const Contrast = 4.5

// Color is a colour in sRGB, its parts from 0 to 1.
type Color struct{ R, G, B float64 }

// Parse reads #rrggbb.
func Parse(s string) (Color, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 6 || err != nil {
		return Color{}, false
	}
	part := func(shift uint) float64 { return float64(n>>shift&0xff) / 255 }
	return Color{part(16), part(8), part(0)}, true
}

// String returns #rrggbb.
func (c Color) String() string {
	part := func(f float64) int { return int(math.Round(f * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.R), part(c.G), part(c.B))
}

// mix goes a share of the way from one colour to another, and returns a colour that
// can be written as #rrggbb.
func (c Color) mix(to Color, share float64) Color {
	part := func(a, b float64) float64 { return math.Round((a+(b-a)*share)*255) / 255 }
	return Color{part(c.R, to.R), part(c.G, to.G), part(c.B, to.B)}
}

// luminance is WCAG's relative luminance, from 0 to 1.
func (c Color) luminance() float64 {
	linear := func(f float64) float64 {
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Ratio is WCAG's contrast ratio of two colours, from 1 to 21.
func Ratio(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

var black, white = Color{}, Color{1, 1, 1}

// scheme is a way in which pages are coloured.
type scheme struct {
	surface Color // what cards and the text of buttons are in
	extreme Color // of all its backgrounds the one nearest to the text
	away    Color // where a colour goes to gain contrast
}

// The schemes, with the colours of the stylesheet.
var (
	light = scheme{surface: white, extreme: must("#f1eee7"), away: black}
	dark  = scheme{surface: must("#1d2325"), extreme: must("#262d30"), away: white}
)

func must(s string) Color {
	c, ok := Parse(s)
	if !ok {
		panic(s)
	}
	return c
}

// tintShare is how much of the brand the background of notices holds.
const tintShare = 0.08

// accents are a scheme's colours made of the brand.
type accents struct {
	accent Color // links, and the background of buttons
	hover  Color // the same with the mouse over it
	tint   Color // the background of notices
}

// accents moves the brand away from the backgrounds until it can be read on each.
func (s scheme) accents(brand Color) accents {
	for share := 0.0; ; share += 0.01 {
		accent := brand.mix(s.away, share)
		tint := s.surface.mix(accent, tintShare)
		if min(Ratio(accent, s.surface), Ratio(accent, s.extreme), Ratio(accent, tint)) >= Contrast {
			return accents{accent, accent.mix(s.away, 0.3), tint}
		}
	}
}

// ink is the colour in which text on the brand itself is read best.
func ink(brand Color) Color {
	if Ratio(brand, white) >= Contrast || Ratio(brand, white) >= Ratio(brand, black) {
		return white
	}
	return black
}

// Stylesheet returns the properties that the pages' stylesheet takes its colours from.
func Stylesheet(c Color) string {
	var b strings.Builder
	write := func(a accents) {
		fmt.Fprintf(&b, "--accent:%v;--accent-hover:%v;--tint:%v", a.accent, a.hover, a.tint)
	}
	fmt.Fprintf(&b, "@media screen{:root{--brand:%v;--brand-ink:%v;", c, ink(c))
	write(light.accents(c))
	b.WriteString("}}@media screen and (prefers-color-scheme:dark){:root{")
	write(dark.accents(c))
	b.WriteString("}}\n")
	return b.String()
}
