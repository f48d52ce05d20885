package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver/reference"
)

func citeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "cite 'TEXT'",
		Short: "Print as JSON the item that a reference names",
		Long: `TEXT is a reference from a bibliography, in any style, or whatever the paste box
takes: RIS, BibTeX, CSL-JSON, a DOI or ISBN, the address of a page, an OpenURL.
Put it in single quotes. If it is -, references are read from standard input, one
per line; each is answered with one line of CSL-JSON, {} where nothing can be read.
`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("give one reference, in single quotes, or -")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			year := time.Now().Year()
			out := newEncoder(c.OutOrStdout())
			if args[0] == "-" {
				return citeLines(c.InOrStdin(), out, year)
			}
			out.SetIndent("", "  ")
			return citeText(args[0], out, c.ErrOrStderr(), year)
		},
	}
}

// maxProblems is how many problems of a text are written.
const maxProblems = 20

// citeText writes every item of a text, and says what could not be read.
func citeText(text string, out *json.Encoder, problemsTo io.Writer, year int) error {
	items, problems := reference.Read(text, year)
	for i, p := range problems {
		if i == maxProblems {
			fmt.Fprintf(problemsTo, "and %d more\n", len(problems)-i)
			break
		}
		if p.Line > 0 {
			fmt.Fprintf(problemsTo, "line %d: ", p.Line)
		}
		fmt.Fprintln(problemsTo, p.Code.Sentence())
	}
	for _, item := range items {
		if err := out.Encode(item); err != nil {
			return err
		}
	}
	if len(items) == 0 {
		return out.Encode(struct{}{})
	}
	return nil
}

// citeLine writes the item of a line.
func citeLine(line string, out *json.Encoder, year int) error {
	items, _ := reference.Read(line, year)
	if len(items) == 0 {
		return out.Encode(struct{}{})
	}
	return out.Encode(items[0])
}

// citeLines answers every line with one line of JSON, in order.
func citeLines(in io.Reader, out *json.Encoder, year int) error {
	lines := bufio.NewReaderSize(in, maxLink+len("\r\n"))
	for {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("read references: %w", err)
		}
		if line == "" {
			return nil
		}
		if err := citeLine(strings.TrimRight(line, "\r\n"), out, year); err != nil {
			return err
		}
	}
}
