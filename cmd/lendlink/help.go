package main

import (
	"bytes"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// overviewText says what lendlink is.
const overviewText = `Lendlink takes the link that a library's search makes for an item, and sends
the patron to the interlibrary-loan form, filled in.
`

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "List the commands, or show how one is used",
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			named, rest, _ := c.Root().Find(args)
			switch {
			case len(rest) == 0:
			case named.HasParent(): // a command was found, and there is more
				return onlyFlags(c, rest)
			default:
				return noSuchCommand(c, rest)
			}
			return named.Help()
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, other := range c.Root().Commands() {
				if len(args) == 0 {
					names = append(names, cobra.CompletionWithDesc(other.Name(), other.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// printHelp prints how a command is used, or the overview for the root.
func printHelp(c *cobra.Command) {
	if c.HasParent() {
		c.Print(explanation(c))
	} else {
		c.Print(overview())
	}
}

// overview returns what lendlink is and its commands.
func overview() string {
	var b bytes.Buffer
	b.WriteString(overviewText + "\nUsage: lendlink [COMMAND] [OPTIONS]\n\n")
	t := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for i, c := range commands() {
		brief := c.Short
		if i == 0 {
			brief += " (the default)"
		}
		fmt.Fprintf(t, "  %s\t%s\n", c.Name(), brief)
	}
	t.Flush()
	b.WriteString("\nFor more about a command: lendlink help COMMAND\n")
	return b.String()
}

// explanation returns how a command is used.
func explanation(c *cobra.Command) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Usage: lendlink %s\n\n%s.\n", c.Use, c.Short)
	if c.Long != "" {
		b.WriteString("\n" + c.Long)
	}
	t := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	heading := "\nOptions:\n"
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		b.WriteString(heading)
		heading = ""
		value, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			value = ""
		}
		fmt.Fprintf(t, "  %s\t%s\n", strings.TrimSpace("--"+f.Name+" "+value), usage)
	})
	t.Flush()
	return b.String()
}
