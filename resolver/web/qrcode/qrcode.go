// Package qrcode draws QR codes (ISO/IEC 18004) for shelves and paper: as SVG, which
// stays sharp at any size, and as PNG for programs that do not read it.
//
// The error correction is M, which tolerates a scratch or a fold, and the quiet zone
// is the four modules that the standard asks for.
//
// It imports nothing of Lendlink.
package qrcode

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"
)

const (
	quiet = 4    // modules around the code
	width = 1000 // of a PNG, in pixels, at least
)

// MaxText is how long a text may be, in bytes. A longer one would make modules too
// small for a phone to read from paper.
const MaxText = 1000

// SVG returns the code of a text as an SVG picture.
func SVG(text string) ([]byte, error) {
	code, err := encode(text)
	if err != nil {
		return nil, err
	}
	n := code.Bounds().Dx()
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d" shape-rendering="crispEdges">`+
		`<path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/><path d="`, n+2*quiet)
	for y := range n {
		for x := 0; x < n; x++ {
			run := 0
			for x+run < n && dark(code, x+run, y) {
				run++
			}
			if run > 0 {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%[3]dz", x+quiet, y+quiet, run)
				x += run
			}
		}
	}
	b.WriteString(`"/></svg>`)
	return b.Bytes(), nil
}

// PNG returns the code of a text as a picture in black and white.
func PNG(text string) ([]byte, error) {
	code, err := encode(text)
	if err != nil {
		return nil, err
	}
	n := code.Bounds().Dx()
	scale := (width + n + 2*quiet - 1) / (n + 2*quiet)
	side := scale * (n + 2*quiet)
	picture := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		for x := range side {
			if dark(code, x/scale-quiet, y/scale-quiet) {
				picture.SetColorIndex(x, y, 1)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil, fmt.Errorf("qr code: %w", err)
	}
	return b.Bytes(), nil
}

func encode(text string) (barcode.Barcode, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("qr code: a text of %d bytes is too long", len(text))
	}
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, fmt.Errorf("qr code: %w", err)
	}
	return code, nil
}

// dark reports whether a module is dark; outside of the code it is light.
func dark(code barcode.Barcode, x, y int) bool {
	if !image.Pt(x, y).In(code.Bounds()) {
		return false
	}
	r, _, _, _ := code.At(x, y).RGBA()
	return r == 0
}
