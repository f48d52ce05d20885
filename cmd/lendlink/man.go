package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write a man page for each command into a folder",
		Long: `For packages, and for a machine without one:

    lendlink man /usr/local/share/man/man1
`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("one folder is needed")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
				return fmt.Errorf("%s is not a folder: make it first", args[0])
			}
			root := c.Root()
			root.DisableAutoGenTag = true
			header := doc.GenManHeader{Section: "1", Source: "Lendlink " + built(), Manual: "Lendlink", Date: sourceDate()}
			return doc.GenManTree(root, &header, args[0])
		},
	}
}

// sourceDate is when the source was committed, so that the same source gives the same
// pages; nil when that is not known.
func sourceDate() *time.Time {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return nil
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
				return &t
			}
		}
	}
	return nil
}
