// Command lendlink serves the web app, and does on the command line what the app
// does: it resolves links and checks settings, with the same code.
//
// It is thin: [run] finds the command, the command reads its options and calls the
// packages below resolver. Each command has a file of its own, and a row in [commands].
package main

import (
	"context"
	"errors"
	"os"
)

func main() {
	err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	printError(message(err))
	if _, ok := errors.AsType[*usageError](err); ok {
		os.Exit(2)
	}
	os.Exit(1)
}
