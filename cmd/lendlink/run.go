package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"
)

// commands returns every command, in the order of the overview. A new one is a file
// with its constructor, and a row here.
func commands() []*cobra.Command {
	return []*cobra.Command{
		serveCommand(),
		resolveCommand(),
		citeCommand(),
		replayCommand(),
		measureCommand(),
		statsCommand(),
		initCommand(),
		checkCommand(),
		gesCommand(),
		primoCommand(),
		healthcheckCommand(),
		completionCommand(),
		manCommand(),
		versionCommand(),
		helpCommand(),
	}
}

// run runs the command that the arguments name. The error, when there is one, is
// for the user to read; it is a [*usageError] when the arguments are at fault.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	c, err := root.ExecuteContextC(ctx)
	if e, ok := errors.AsType[*usageError](err); ok && e.command == "" && c.HasParent() && c.Name() != "help" {
		e.command = c.Name()
	}
	return err
}

// rootCommand returns the whole command line. Without a command's name it does what
// serve does.
func rootCommand() *cobra.Command {
	root := serveCommand()
	root.Use = "lendlink"
	root.Short = "Send patrons from a library's search to its request form, filled in"
	root.Long = overviewText
	root.Args = noSuchCommand
	root.Version = built()
	root.SetVersionTemplate(versionLine())
	root.SilenceErrors, root.SilenceUsage = true, true // errors come back to main
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { printHelp(c) })
	for _, c := range commands() {
		c.DisableFlagsInUseLine = true // Use has them
		if c.Args == nil {
			c.Args = onlyFlags
		}
		if c.Name() == "help" {
			root.SetHelpCommand(c)
		}
		root.AddCommand(c)
	}
	return root
}
