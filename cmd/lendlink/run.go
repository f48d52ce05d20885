package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

// command is one thing that lendlink can do.
type command struct {
	name  string
	args  string // what follows the name in the usage line
	brief string // what it does, in one line
	text  string // what else there is to know
	// define adds the command's flags to a set and gives what runs once they are read.
	define func(*flag.FlagSet) action
}

// action runs a command with the arguments that follow the flags.
type action func(ctx context.Context, args []string, std streams) error

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// commands lists every command; the first is the one that needs no name.
func commands() []command {
	return []command{serve(), resolve(), cite(), replay(), check(), services(), healthcheck(), version(), help()}
}

// usageError is a command line that cannot be understood.
type usageError struct {
	command string // "" when it is not known which is meant
	err     error
}

func (e *usageError) Error() string {
	return fmt.Sprintf("%v\nTo see how it is used: %s", e.err, strings.TrimSpace("lendlink help "+e.command))
}

func (e *usageError) Unwrap() error { return e.err }

// run runs the command that the arguments name. The error, when there is one, is
// for the user to read; it is a [*usageError] when the arguments are at fault.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	c, args, err := choose(args)
	if err != nil {
		return err
	}
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors come back, help is printed here
	act := c.define(flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return explain(stdout, c)
	case err != nil:
		return &usageError{c.name, err}
	}
	err = act(ctx, flags.Args(), streams{stdin, stdout, stderr})
	if e, ok := errors.AsType[*usageError](err); ok && e.command == "" {
		e.command = c.name
	}
	return err
}

// choose finds the command that the arguments name, and gives what follows.
func choose(args []string) (command, []string, error) {
	all := commands()
	if len(args) == 0 {
		return all[0], nil, nil
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	if strings.HasPrefix(name, "-") {
		return all[0], args, nil
	}
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, nil, &usageError{"", fmt.Errorf("there is no command %q", name)}
	}
	return all[i], rest, nil
}

// onlyFlags is the error for arguments where none belong.
func onlyFlags(args []string) error {
	if len(args) > 0 {
		return &usageError{err: fmt.Errorf("%q is one word too many", args[0])}
	}
	return nil
}
