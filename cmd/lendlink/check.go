package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver/library"
)

func checkCommand() *cobra.Command {
	var strict bool
	c := &cobra.Command{
		Use:   "check [OPTIONS] FILE...",
		Short: "Read settings files and report every error in them",
		Long: `FILE is a settings file, a file of one library, or a folder of such files. Each
error is reported with its line, its column and a suggested fix. A warning is about
what can hardly be meant, such as the host name of an example: the server starts with
it, but look at it first.
`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name a settings file, or several")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(c *cobra.Command, args []string) error {
			found := findings{checker: library.NewChecker(time.Now()), strict: strict, faulty: map[string]bool{}}
			return found.check(args, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().BoolVar(&strict, "strict", false, "count warnings as errors")
	return c
}

// findings counts what is wrong in several files.
type findings struct {
	checker  *library.Checker
	strict   bool
	problems int
	faulty   map[string]bool // the files with problems
}

func (f *findings) check(paths []string, out, errOut io.Writer) error {
	for _, path := range paths {
		files, err := f.checker.Files(path)
		if err != nil {
			f.unreadable(path, err, errOut)
		}
		for _, file := range files {
			checked, err := f.checker.Check(file)
			if err != nil {
				f.unreadable(file, err, errOut)
				continue
			}
			f.write(file, checked, out, errOut)
		}
	}
	if f.problems > 0 {
		return errors.New(count(f.problems, "problem", "problems") + " in " + count(len(f.faulty), "file", "files"))
	}
	return nil
}

func (f *findings) unreadable(path string, err error, errOut io.Writer) {
	fmt.Fprintln(errOut, message(err))
	f.problems++
	f.faulty[path] = true
}

func (f *findings) write(file string, checked library.Checked, out, errOut io.Writer) {
	valid := true
	for _, p := range checked.Problems {
		fmt.Fprintln(errOut, p)
		if !p.Warning || f.strict {
			valid = false
			f.problems++
			f.faulty[p.File] = true
		}
	}
	if !valid {
		return
	}
	holds := count(checked.Libraries, "library", "libraries")
	if n := len(checked.Problems); n > 0 {
		holds += ", " + count(n, "warning", "warnings")
	}
	fmt.Fprintf(out, "%s is valid (%s)\n", file, holds)
	if checked.Settings != nil {
		for _, note := range checked.Settings.Notes() {
			fmt.Fprintf(out, "  %s\n", note)
		}
	}
}

// count words a number of things.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
