package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"lendlink/resolver/library"
)

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
