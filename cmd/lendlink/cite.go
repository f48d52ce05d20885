package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"lendlink/resolver/reference"
)

func cite() command {
	return command{
		name: "cite", args: "TEXT",
		brief: "Prints as JSON the item that a reference names",
		text: `TEXT is a reference from a bibliography, in any style, in single quotes. With - in
its place, references are read from standard input, one a line; each line is
answered with one line of CSL-JSON, {} where nothing can be read.
`,
		define: func(*flag.FlagSet) action {
			return func(_ context.Context, args []string, std streams) error {
				if len(args) != 1 {
					return &usageError{err: errors.New("one reference is needed, in single quotes, or -")}
				}
				year := time.Now().Year()
				out := json.NewEncoder(std.out)
				out.SetEscapeHTML(false)
				if args[0] == "-" {
					return citeLines(std.in, out, year)
				}
				out.SetIndent("", "  ")
				return citeOne(args[0], out, year)
			}
		},
	}
}

func citeOne(text string, out *json.Encoder, year int) error {
	item, ok := reference.ReadLine(text, year)
	if !ok {
		return out.Encode(struct{}{})
	}
	return out.Encode(item)
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
		if err := citeOne(strings.TrimRight(line, "\r\n"), out, year); err != nil {
			return err
		}
	}
}
