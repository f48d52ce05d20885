package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lendlink/resolver/ges"
)

func gesCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "ges [OPTIONS]",
		Short: "Print what to type into Alma's General Electronic Services",
		Long: `The first service is the one that a library needs. The others replace it where
each type of item should have a link of its own. With --type, only that URL
template is printed. The setup page of the web app shows the same, with copy
buttons.
`,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	from.baseFlag(c)
	itemType := c.Flags().String("type", "", "one `TYPE` of item (book, chapter, article-journal, thesis), or all")
	c.RunE = func(c *cobra.Command, _ []string) error {
		lib, address, err := from.libraryAt()
		if err != nil {
			return err
		}
		return writeServices(c.OutOrStdout(), lib.Code, address+"/openurl?", *itemType)
	}
	return c
}

// writeServices writes all services for a library and its address, or the template of one.
func writeServices(w io.Writer, library, address, itemType string) error {
	services := append([]ges.Service{ges.Universal(library, address)}, ges.ByType(library, address)...)
	var b bytes.Buffer
	if itemType != "" {
		s, err := pick(services, itemType)
		if err != nil {
			return &usageError{err: err}
		}
		fmt.Fprintln(&b, s.Template)
	} else {
		for _, s := range services {
			writeService(&b, s)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// allTypes names the service that takes every type.
const allTypes = "all"

func pick(services []ges.Service, itemType string) (ges.Service, error) {
	var words []string
	for _, s := range services {
		word := cmp.Or(string(s.Type), allTypes)
		if word == itemType {
			return s, nil
		}
		words = append(words, word)
	}
	return ges.Service{}, fmt.Errorf("--type must be one of %s, not %q", strings.Join(words, ", "), itemType)
}

// writeService writes the fields of the form in the order in which Alma has them.
func writeService(b *bytes.Buffer, s ges.Service) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "%s\n", s.Name)
	fmt.Fprintf(b, "  Service Code         %s\n", s.Code)
	fmt.Fprintf(b, "  Service Name         %s\n", s.Name)
	fmt.Fprintf(b, "  Service Description  %s\n", s.Description)
	fmt.Fprintf(b, "  Public Name          %s\n", s.PublicName)
	fmt.Fprintf(b, "  URL Template         %s\n", s.Template)
	for i, r := range s.Rules {
		name := ""
		if i == 0 {
			name = "Availability Rules"
		}
		fmt.Fprintf(b, "  %-19s  %s\n", name, r)
	}
}
