package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// progress draws a bar on a terminal; anywhere else it draws nothing.
type progress struct {
	w           io.Writer
	total, seen int64
	drawn       int // in hundredths
}

// longWork is the number of bytes from which a bar is shown.
const longWork = 256 << 10

func newProgress(w io.Writer, total int64) *progress {
	f, ok := w.(*os.File)
	if !ok || total < longWork || !term.IsTerminal(int(f.Fd())) {
		w = nil
	}
	return &progress{w: w, total: total, drawn: -1}
}

// add counts bytes that are worked through.
func (p *progress) add(n int) {
	p.seen += int64(n)
	if p.w == nil {
		return
	}
	if percent := int(min(p.seen, p.total) * 100 / p.total); percent != p.drawn {
		p.drawn = percent
		const width = 40
		full := percent * width / 100
		fmt.Fprintf(p.w, "\r[%s%s] %3d %%", strings.Repeat("#", full), strings.Repeat(".", width-full), percent)
	}
}

// done removes the bar.
func (p *progress) done() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
