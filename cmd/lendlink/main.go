// Command lendlink serves the web app, and does on the command line what the app
// does: it resolves links and checks settings, with the same code.
//
// It is thin: [run] finds the command, the command reads its options and calls the
// packages below resolver. Each command has a file of its own, and a row in [commands].
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"lendlink/resolver/library"
)

func main() {
	err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	complain(message(err))
	if _, ok := errors.AsType[*usageError](err); ok {
		os.Exit(2)
	}
	os.Exit(1)
}

// complain writes to standard error. Nobody may be reading it, and that must not keep
// the process.
func complain(text string) {
	written := make(chan struct{})
	go func() {
		defer close(written)
		fmt.Fprintln(os.Stderr, text)
	}()
	select {
	case <-written:
	case <-time.After(logClosing):
	}
}

// message is what a person reads about an error. Problems with settings are printed
// unchanged, so that editors find the places they name.
func message(err error) string {
	if problems, ok := errors.AsType[library.Problems](err); ok {
		return strings.TrimSuffix(problems.Error(), "\n")
	}
	return "lendlink: " + err.Error()
}
