package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/export"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/summary"
	"lendlink/resolver/web/statistics/view"
	"lendlink/templates"
)

func statsCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "stats [OPTIONS]",
		Short: "Print the statistics of a library",
		Long: `What the statistics page shows, for reports and programs. A server on this machine is
asked, in the folder that state_dir or ` + stateVariable + ` names; where none answers, the file there is
read. Without --from and --to it is the last 30 days.
`,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	first := c.Flags().String("from", "", "the first `DAY` or month, such as 2026-09-15 or 2026-09")
	last := c.Flags().String("to", "", "the last `DAY` or month")
	by := c.Flags().String("by", "", "the `UNIT`: day or month")
	format := c.Flags().String("format", "text", "the `FORMAT`: text, csv or json")
	incomplete := c.Flags().Bool("incomplete", false, "print CSV and JSON also where counts are missing; the exit status is 1 then")
	_ = c.RegisterFlagCompletionFunc("by", cobra.FixedCompletions([]string{"day", "month"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	c.RunE = func(c *cobra.Command, _ []string) error {
		if !slices.Contains(formats, *format) {
			return usagef("--format must be text, csv or json, not %q", *format)
		}
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
		if folder := stateDir(settings); sum.Links == (summary.Number{}) && unread == nil && !store.Exists(folder) {
			fmt.Fprintf(c.ErrOrStderr(), "%s: nothing is kept there yet; is it the folder that the server uses?\n", folder)
		}
		if errors.Is(unread, fs.ErrPermission) {
			unread = fmt.Errorf("%w; use sudo, or be the user that the server runs as", unread)
		}
		if unread != nil && !*incomplete && *format != "text" { // a file in a format would look complete
			return fmt.Errorf("%w\n--incomplete prints what can be read", unread)
		}
		if *format != "text" {
			_, body := export.As(*format, lib.Code, sum, unread == nil)
			_, err := c.OutOrStdout().Write(body)
			return errors.Join(unread, err)
		}
		texts, err := locale.Load(templates.Files)
		if err != nil {
			return err
		}
		page := view.New(sum, view.TextsFrom(func(key string) string { return texts[locale.Default].T(key) }))
		if unread != nil {
			fmt.Fprint(c.OutOrStdout(), "Incomplete: what is kept cannot all be read.\n\n") //nolint:errcheck // as below
		}
		return errors.Join(unread, page.WriteText(c.OutOrStdout()))
	}
	return c
}

// formats are those that statistics are printed in.
var formats = []string{"text", "csv", "json"}

var errNothingKept = errors.New("no statistics are kept: set state_dir in the settings, or " + stateVariable +
	" to the folder that the server uses")
