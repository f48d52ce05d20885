package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"lendlink/resolver/ges"
)

func services() command {
	return command{
		name: "ges", args: "[OPTIONS]",
		brief: "Prints what to type into Alma's General Electronic Services",
		text: `The first service is the one that a library needs. The others take its place
where each type of item should have a link of its own. With --type, only that
URL template is printed. The setup page of the web app shows the same, with
copy buttons.
`,
		define: func(flags *flag.FlagSet) action {
			var from setup
			from.configFlag(flags)
			code := flags.String("library", "", "the `CODE` of the library; can be left out when there is only one")
			base := flags.String("base", "https://lendlink.example.edu", "the `URL` under which patrons reach Lendlink")
			itemType := flags.String("type", "", "one `TYPE` of item (book, chapter, article-journal, thesis), or all")
			return func(_ context.Context, args []string, std streams) error {
				if len(args) > 0 {
					return &usageError{err: fmt.Errorf("%q is one word too many", args[0])}
				}
				if err := checkBase(*base); err != nil {
					return &usageError{err: err}
				}
				lib, _, err := from.library(*code)
				if err != nil {
					return err
				}
				address := strings.TrimSuffix(*base, "/") + "/" + lib.Code + "/openurl?"
				services := append([]ges.Service{ges.Universal(address)}, ges.ByType(address)...)
				var b bytes.Buffer
				if *itemType != "" {
					s, err := pick(services, *itemType)
					if err != nil {
						return &usageError{err: err}
					}
					fmt.Fprintln(&b, s.Template)
				} else {
					for _, s := range services {
						writeService(&b, s)
					}
				}
				_, err = std.out.Write(b.Bytes())
				return err
			}
		},
	}
}

// checkBase refuses what cannot stand in front of a path.
func checkBase(base string) error {
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("--base %q is no address such as https://lendlink.example.edu", base)
	}
	return nil
}

// allTypes is the word for the service that takes every type.
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
	return ges.Service{}, errors.New("there is a service for each of " + strings.Join(words, ", ") + ", but none for " + strconv.Quote(itemType))
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
