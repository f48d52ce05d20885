// Package markdown turns the texts of a library into HTML that is safe on a page.
//
// It imports nothing of Lendlink.
package markdown

import (
	"bytes"
	"fmt"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// converter: in its default mode goldmark
// leaves raw HTML out and empties addresses that could run something.
var converter = goldmark.New(goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(underPage{}, 100))))

// HTML converts Markdown.
func HTML(source string) (template.HTML, error) {
	if source == "" {
		return "", nil
	}
	var b bytes.Buffer
	if err := converter.Convert([]byte(source), &b); err != nil {
		return "", fmt.Errorf("markdown: %w", err)
	}
	return template.HTML(b.String()), nil
}

// underPage puts the headings of a notice under that of the page.
type underPage struct{}

func (underPage) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	level := 1
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			level = min(h.Level+1, level+1)
			h.Level = level
		}
	}
}
