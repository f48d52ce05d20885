package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"lendlink/resolver/library"
)

func check() command {
	return command{
		name: "check", args: "FILE",
		brief: "Reads a settings file and tells everything that is wrong in it",
		text:  "Each fault is told with its place and what to write there.\n",
		define: func(*flag.FlagSet) action {
			return func(_ context.Context, args []string, std streams) error {
				if len(args) != 1 {
					return &usageError{err: errors.New("one settings file is needed")}
				}
				settings, err := library.Load(args[0])
				if err != nil {
					return err
				}
				count := fmt.Sprintf("%d libraries", len(settings.Libraries))
				if len(settings.Libraries) == 1 {
					count = "1 library"
				}
				if _, err = fmt.Fprintf(std.out, "%s: fine: %s\n", args[0], count); err != nil {
					return err
				}
				for _, note := range settings.Notes() {
					if _, err = fmt.Fprintf(std.out, "  %s\n", note); err != nil {
						return err
					}
				}
				return nil
			}
		},
	}
}
