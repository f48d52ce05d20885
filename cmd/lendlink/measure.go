package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/measure"
)

func measureCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "measure [OPTIONS] LABELLED.jsonl",
		Short: "Count how many labelled links are read right, and how many silently wrong",
		Long: `LABELLED.jsonl has a JSON object a line: "query", the link; "expect", the citation that
it should become (CSL-JSON; {"any": [...]} where more than one value is right); and, if
wanted, "absent", fields that must be absent; "confidence"; "action"; "keep", words of
which one of each list must reach the citation or the form. Counted, in all, by type and
by field: right; silent, which is wrong in a field that matters with confidence high; and
how often a page is shown before the form.
`,
		Args: cobra.ArbitraryArgs,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	differences := c.Flags().Bool("differences", false, "print first what differs, link by link")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("name one file of labelled links")
		}
		lib, _, err := from.library()
		if err != nil {
			return err
		}
		return measureFile(lib, time.Now().Year(), args[0], *differences, c.OutOrStdout())
	}
	return c
}

func measureFile(lib *library.Library, year int, name string, differences bool, w io.Writer) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	links, err := measure.ReadLinks(name, f)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	report := measure.NewReport()
	for i := range links {
		l := &links[i]
		r := resolver.Resolve(lib, l.Query, year)
		different := report.Add(l, r)
		if !differences || len(different) == 0 {
			continue
		}
		fmt.Fprintf(out, "%s, confidence %s: %s\n", cmp.Or(l.ID, fmt.Sprintf("link %d", i+1)), r.Confidence, l.Query)
		fmt.Fprintf(out, "  %s\n", r.Sentence())
		for _, d := range different {
			fmt.Fprintf(out, "  %s\n", d)
		}
	}
	if err := report.Write(out); err != nil {
		return err
	}
	return out.Flush()
}
