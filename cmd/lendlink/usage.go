package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lendlink/resolver/spelling"
)

// usageError is a command line that cannot be understood.
type usageError struct {
	command string // "" when it is not known which is meant
	err     error
}

func usagef(format string, args ...any) error { return &usageError{err: fmt.Errorf(format, args...)} }

func (e *usageError) Error() string {
	return fmt.Sprintf("%v\nFor usage: %s", e.err, strings.TrimSpace("lendlink help "+e.command))
}

func (e *usageError) Unwrap() error { return e.err }

// onlyFlags is the error for arguments where none belong.
func onlyFlags(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("unexpected argument %q", args[0])
	}
	return nil
}

// noSuchCommand is the error for a first argument that is not a command.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, other := range c.Root().Commands() {
		names = append(names, other.Name())
	}
	if meant := spelling.Nearest(args[0], names); meant != "" {
		return usagef("unknown command %q; did you mean %s?", args[0], meant)
	}
	return usagef("unknown command %q", args[0])
}

// flagError words what the library of the command line says about an option.
func flagError(c *cobra.Command, err error) error {
	command := c.Name()
	if !c.HasParent() {
		command = "serve" // the options belong to it
	}
	return &usageError{command, describe(c.Flags(), err)}
}

func describe(flags *pflag.FlagSet, err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name, written := e.GetSpecifiedName(), "--"+e.GetSpecifiedName()
		if short := e.GetSpecifiedShortnames(); short != "" { // one hyphen
			name, written = short, "-"+short
		}
		if meant := spelling.Nearest(name, flagNames(flags)); meant != "" {
			return fmt.Errorf("unknown option %s; did you mean --%s?", written, meant)
		}
		return fmt.Errorf("unknown option %s", written)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		value, _ := pflag.UnquoteUsage(e.GetFlag())
		return fmt.Errorf("option --%s needs a value: --%s %s", e.GetFlag().Name, e.GetFlag().Name, value)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		if e.GetFlag().Value.Type() == "bool" {
			return fmt.Errorf("option --%s takes no value: leave out %q", e.GetFlag().Name, e.GetValue())
		}
		return fmt.Errorf("option --%s cannot be %q", e.GetFlag().Name, e.GetValue())
	}
	if e, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return fmt.Errorf("invalid option %s", e.GetSpecifiedFlag())
	}
	return err
}

// flagNames returns the names of a command's options.
func flagNames(flags *pflag.FlagSet) []string {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}
