package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"lendlink/resolver/library"
)

// printError writes to standard error. That may have no reader, which must not keep
// the process.
func printError(text string) {
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
	return "lendlink: " + inWords(err)
}

// operations are those on files, as Go names them and as people do.
var operations = map[string]string{"open": "cannot open", "read": "cannot read", "write": "cannot write", "mkdir": "cannot make the folder",
	"stat": "cannot find"}

// inWords returns the text of an error, with what failed on a file in words.
func inWords(err error) string {
	text := err.Error()
	e, ok := errors.AsType[*fs.PathError](err)
	if !ok || operations[e.Op] == "" {
		return text
	}
	return strings.Replace(text, e.Error(), fmt.Sprintf("%s %s: %v", operations[e.Op], e.Path, e.Err), 1)
}
