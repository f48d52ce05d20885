package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/export"
	"lendlink/resolver/web/statistics/summary"
	"lendlink/resolver/web/statistics/view"
	"lendlink/templates"
)

func statsCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "stats [OPTIONS]",
		Short: "Print the statistics of a library",
		Long: `What the statistics page shows, for reports and programs. It is read from the folder
that state_dir or ` + stateVariable + ` names, beside a server or without one; a server's last half
minute may not be in it yet. Without --from and --to it is the last 30 days.
`,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	first := c.Flags().String("from", "", "the first `DAY` or month, such as 2026-09-15 or 2026-09")
	last := c.Flags().String("to", "", "the last `DAY` or month")
	by := c.Flags().String("by", "", "the `UNIT`: day or month")
	format := c.Flags().String("format", "text", "the `FORMAT`: text, csv or json")
	_ = c.RegisterFlagCompletionFunc("by", cobra.FixedCompletions([]string{"day", "month"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "csv", "json"}, cobra.ShellCompDirectiveNoFileComp))
	c.RunE = func(c *cobra.Command, _ []string) error {
		lib, settings, err := from.library()
		if err != nil {
			return err
		}
		days, err := summary.ParseRange(*first, *last, *by, counts.DayOf(lib.Local(time.Now())))
		if err != nil {
			return usagef("%v", err)
		}
		kept, closeKept, err := readStatistics(settings)
		if err != nil {
			return err
		}
		defer closeKept()
		sum, unread := summary.Sum(kept, lib.Code, days)
		if *format != "text" {
			if unread != nil { // a file in a format would look complete
				return unread
			}
			kind, body := export.As(*format, lib.Code, sum)
			if kind == "" {
				return usagef("the format must be text, csv or json, not %q", *format)
			}
			_, err := c.OutOrStdout().Write(body)
			return err
		}
		texts, err := locale.Load(templates.Files)
		if err != nil {
			return err
		}
		page := view.New(sum, view.Texts{
			Type:  func(name string) string { return texts[locale.Default].T("type." + name) },
			Field: func(name string) string { return texts[locale.Default].T("field." + name) },
		})
		if unread != nil {
			fmt.Fprint(c.OutOrStdout(), "Incomplete: what is kept cannot all be read.\n\n") //nolint:errcheck // as below
		}
		return errors.Join(unread, page.WriteText(c.OutOrStdout()))
	}
	return c
}

var errNothingKept = errors.New("no statistics are kept: set state_dir in the settings, or " + stateVariable +
	" to the folder that the server uses")
