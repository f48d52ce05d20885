package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"lendlink/resolver/library"
)

func checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Read a settings file and report every error in it",
		Long:  "Each error is reported with its line, its column and a suggested fix.\n",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one settings file")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(c *cobra.Command, args []string) error {
			settings, err := library.Load(args[0])
			if err != nil {
				return err
			}
			count := fmt.Sprintf("%d libraries", len(settings.Libraries))
			if len(settings.Libraries) == 1 {
				count = "1 library"
			}
			out := c.OutOrStdout()
			if _, err = fmt.Fprintf(out, "%s is valid (%s)\n", args[0], count); err != nil {
				return err
			}
			for _, note := range settings.Notes() {
				if _, err = fmt.Fprintf(out, "  %s\n", note); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
