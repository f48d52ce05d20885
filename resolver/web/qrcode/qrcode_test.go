package qrcode_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/web/qrcode"
)

const text = "https://ill.example.edu/demo/openurl?rft.genre=book&rft.isbn=9780226458083"

// modules reads an SVG's code back, true for dark.
func modules(t *testing.T, svg []byte) [][]bool {
	t.Helper()
	var doc struct {
		ViewBox string `xml:"viewBox,attr"`
		Paths   []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatal(err)
	}
	var n int
	if _, err := fmt.Sscanf(doc.ViewBox, "0 0 %d", &n); err != nil {
		t.Fatal(err)
	}
	code := make([][]bool, n)
	for y := range code {
		code[y] = make([]bool, n)
	}
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1`).FindAllStringSubmatch(doc.Paths[1].D, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		run, _ := strconv.Atoi(m[3])
		for i := range run {
			code[y][x+i] = true
		}
	}
	return code
}

func TestSVGHasWhatScannersLookFor(t *testing.T) {
	svg, err := qrcode.SVG(text)
	if err != nil {
		t.Fatal(err)
	}
	code := modules(t, svg)
	n := len(code)
	if (n-8-21)%4 != 0 {
		t.Errorf("%d modules is the size of no version", n-8)
	}
	for i := range n {
		for j := range 4 {
			if code[i][j] || code[j][i] || code[i][n-1-j] || code[n-1-j][i] {
				t.Fatal("the quiet zone is not quiet")
			}
		}
	}
	for _, corner := range []image.Point{{4, 4}, {n - 11, 4}, {4, n - 11}} {
		for y, want := range strings.Fields("1111111 1000001 1011101 1011101 1011101 1000001 1111111") {
			for x, c := range want {
				if code[corner.Y+y][corner.X+x] != (c == '1') {
					t.Fatalf("no finder pattern at %v", corner)
				}
			}
		}
	}
}

func TestPNGShowsTheSameCode(t *testing.T) {
	svg, err := qrcode.SVG(text)
	if err != nil {
		t.Fatal(err)
	}
	b, err := qrcode.PNG(text)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	code := modules(t, svg)
	side := picture.Bounds().Dx()
	if side < 1000 || side%len(code) != 0 {
		t.Fatalf("%d pixels for %d modules", side, len(code))
	}
	scale := side / len(code)
	for y, row := range code {
		for x, dark := range row {
			if gray := color.GrayModel.Convert(picture.At(x*scale+scale/2, y*scale+scale/2)).(color.Gray); dark != (gray.Y == 0) {
				t.Fatalf("module %d, %d differs", x, y)
			}
		}
	}
}

func TestTooLongIsRefused(t *testing.T) {
	long := strings.Repeat("x", qrcode.MaxText+1)
	if _, err := qrcode.SVG(long); err == nil {
		t.Error("SVG of a text that is too long")
	}
	if _, err := qrcode.PNG(long); err == nil {
		t.Error("PNG of a text that is too long")
	}
	if _, err := qrcode.SVG(long[1:]); err != nil {
		t.Errorf("the longest text: %v", err)
	}
}
