package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/lookup"
	"lendlink/resolver/openurl"
	"lendlink/resolver/report"
)

// maxLink is how long a link may be, in bytes: as long as one that is posted to
// the server.
const maxLink = 64 << 10

var errTooLong = fmt.Errorf("the link is longer than %d bytes", maxLink)

func resolve() command {
	return command{
		name: "resolve", args: "[OPTIONS] 'LINK'",
		brief: "Prints as JSON what a link becomes: the citation, the address of the request form",
		text: `LINK is a whole address, what follows its question mark, or a COinS span or page.
Put it in single quotes. With - in its place, links are read from standard input,
one a line; each line is answered with one line of JSON.
`,
		define: func(flags *flag.FlagSet) action {
			var from setup
			from.configFlag(flags)
			code := flags.String("library", "", "the `CODE` of the library; can be left out when there is only one")
			inWords := flags.Bool("explain", false, "print a table instead: every pair as sent, what it became, and why")
			ask := flags.Bool("lookup", false, "ask open services for what a link leaves out, as the settings say; without settings, all of them")
			return func(ctx context.Context, args []string, std streams) error {
				if len(args) != 1 {
					return &usageError{err: errors.New("one link is needed, in single quotes, or -")}
				}
				if *inWords && args[0] == "-" {
					return &usageError{err: errors.New("--explain is for one link; without it, links are read from standard input")}
				}
				lib, settings, err := from.library(*code)
				if err != nil {
					return err
				}
				var service *lookup.Service
				if *ask {
					if service, err = newLookup(settings.Lookup, nil); err != nil {
						return err
					}
					defer service.Close()
				}
				year := time.Now().Year()
				resolve := func(query string) *resolver.Resolution {
					r := resolver.Resolve(lib, query, year)
					if lib.NoLookup || !service.Needed(&r.Citation, r.WantsLookup()) {
						return r
					}
					found := service.Fill(ctx, r.Citation, r.Confidence == resolver.Low)
					return r.Filled(lib, found.Citation, found.Filled, found.Warnings)
				}
				out := json.NewEncoder(std.out)
				out.SetEscapeHTML(false) // & in addresses stays legible
				if args[0] == "-" {
					return resolveLines(resolve, std.in, out)
				}
				if len(args[0]) > maxLink {
					return errTooLong
				}
				out.SetIndent("", "  ")
				for _, query := range openurl.Queries(args[0]) {
					r := resolve(query)
					if *inWords {
						err = report.Write(std.out, r)
					} else {
						err = out.Encode(r)
					}
					if err != nil {
						return err
					}
				}
				return nil
			}
		},
	}
}

// resolveLines answers every line with one line of JSON, in order: a Resolution,
// or {"error": "…"} for a line that is too long to be a link.
func resolveLines(resolve func(query string) *resolver.Resolution, in io.Reader, out *json.Encoder) error {
	lines := bufio.NewReaderSize(in, maxLink+len("\r\n"))
	for {
		line, err := lines.ReadSlice('\n')
		tooLong := errors.Is(err, bufio.ErrBufferFull)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = lines.ReadSlice('\n')
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("read links: %w", err)
		}
		if len(line) == 0 {
			return nil
		}
		var answer any
		if link := bytes.TrimRight(line, "\r\n"); tooLong || len(link) > maxLink {
			answer = map[string]string{"error": errTooLong.Error()}
		} else {
			answer = resolve(string(link))
		}
		if err := out.Encode(answer); err != nil {
			return err
		}
	}
}
