package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is the version, set by the build with -ldflags "-X main.release=…".
var release string

func version() command {
	return command{
		name:  "version",
		brief: "Prints the version",
		define: func(*flag.FlagSet) action {
			return func(_ context.Context, args []string, std streams) error {
				if err := onlyFlags(args); err != nil {
					return err
				}
				_, err := fmt.Fprintf(std.out, "lendlink %s (%s %s/%s)\n", built(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
				return err
			}
		},
	}
}

// built is the version: the release, or else what Go knows about the build.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return cmp.Or(release, "unknown")
	}
	return cmp.Or(release, info.Main.Version, "unknown")
}
