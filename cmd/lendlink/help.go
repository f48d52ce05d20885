package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"text/tabwriter"
)

func help() command {
	return command{
		name: "help", args: "[COMMAND]",
		brief: "Tells what there is, or how a command is used",
		define: func(*flag.FlagSet) action {
			return func(_ context.Context, args []string, std streams) error {
				if len(args) == 0 {
					return overview(std.out)
				}
				c, _, err := choose(args[:1])
				if err != nil {
					return err
				}
				return explain(std.out, c)
			}
		},
	}
}

// overview prints what lendlink is and its commands.
func overview(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(`Lendlink takes the link that a library's search makes for an item, and sends
the patron to the interlibrary-loan form, filled in.

Usage: lendlink [COMMAND] [OPTIONS]

`)
	t := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for i, c := range commands() {
		if i == 0 {
			c.brief += "; needs no word"
		}
		fmt.Fprintf(t, "  %s\t%s\n", c.name, c.brief)
	}
	t.Flush()
	b.WriteString("\nMore about one of them: lendlink help COMMAND\n")
	_, err := w.Write(b.Bytes())
	return err
}

// explain prints how a command is used.
func explain(w io.Writer, c command) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Usage: lendlink %s", c.name)
	if c.args != "" {
		b.WriteString(" " + c.args)
	}
	fmt.Fprintf(&b, "\n\n%s.\n", c.brief)
	if c.text != "" {
		b.WriteString("\n" + c.text)
	}
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.define(flags)
	t := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	heading := "\nOptions:\n"
	flags.VisitAll(func(f *flag.Flag) {
		b.WriteString(heading)
		heading = ""
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(t, "  --%s %s\t%s\n", f.Name, value, usage)
	})
	t.Flush()
	_, err := w.Write(b.Bytes())
	return err
}
