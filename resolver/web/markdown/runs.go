package markdown

import (
	"bufio"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	render "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Run is a piece of a text that looks the same all through. A run of [LineBreak] is where
// another line begins.
type Run struct {
	Text    string
	Bold    bool
	Address string // that it is a link to, or ""
}

// LineBreak is the text of a run that ends a line.
const LineBreak = "\n"

// Runs returns Markdown as a list of runs, for what builds a text without HTML: bold and
// links are kept, of all else the words. A link that leads to no page, address or phone
// is its words alone.
func Runs(source string) []Run {
	src := []byte(source)
	r := runs{src: src}
	// The walker returns no error.
	_ = ast.Walk(converter.Parser().Parse(text.NewReader(src)), r.node)
	for len(r.list) > 0 && r.list[len(r.list)-1].Text == LineBreak {
		r.list = r.list[:len(r.list)-1]
	}
	return r.list
}

type runs struct {
	src     []byte
	list    []Run
	bold    int
	address string
}

func (r *runs) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.Text:
		if entering {
			r.add(written(n, n.Segment.Value(r.src)))
			switch {
			case n.HardLineBreak():
				r.breakLine()
			case n.SoftLineBreak():
				r.add(" ")
			}
		}
	case *ast.String:
		if entering {
			r.add(string(n.Value))
		}
	case *ast.Emphasis:
		r.emphasis(n, entering)
	case *ast.Link:
		r.address = ""
		if entering {
			r.address = safeAddress(string(util.URLEscape(n.Destination, true)))
		}
	case *ast.AutoLink:
		if entering {
			r.autoLink(n)
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		if entering {
			r.add(strings.TrimSpace(string(n.Lines().Value(r.src))))
		} else {
			r.breakLine()
		}
	case *ast.RawHTML, *ast.HTMLBlock:
		return ast.WalkSkipChildren, nil
	default:
		if n.Type() == ast.TypeBlock && !entering {
			r.breakLine()
		}
	}
	return ast.WalkContinue, nil
}

// written returns what the source of a text is for readers, where a backslash escapes and
// &amp; is a character. Only the renderer to HTML reads these.
func written(n *ast.Text, source []byte) string {
	if n.IsRaw() {
		return string(source)
	}
	var b strings.Builder
	w := bufio.NewWriter(&b)
	render.DefaultWriter.Write(w, source)
	_ = w.Flush() // a builder takes everything
	return html.UnescapeString(b.String())
}

// emphasis counts what is strong: two marks.
func (r *runs) emphasis(n *ast.Emphasis, entering bool) {
	switch {
	case n.Level < 2:
	case entering:
		r.bold++
	default:
		r.bold--
	}
}

func (r *runs) autoLink(n *ast.AutoLink) {
	address := string(n.URL(r.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	r.address = safeAddress(address)
	r.add(string(n.Label(r.src)))
	r.address = ""
}

// add puts text to the end: into the last run where that looks the same.
func (r *runs) add(s string) {
	last := len(r.list) - 1
	if last >= 0 && r.list[last].Bold == (r.bold > 0) && r.list[last].Address == r.address && r.list[last].Text != LineBreak {
		r.list[last].Text += s
		return
	}
	r.list = append(r.list, Run{s, r.bold > 0, r.address})
}

func (r *runs) breakLine() {
	if len(r.list) > 0 && r.list[len(r.list)-1].Text != LineBreak {
		r.list = append(r.list, Run{Text: LineBreak})
	}
}

// safeAddress returns an address that a link may have, or "".
func safeAddress(address string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return address
		}
	}
	return ""
}
