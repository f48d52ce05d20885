package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver"
	"lendlink/resolver/lookup"
	"lendlink/resolver/openurl"
	"lendlink/resolver/report"
)

// maxLink is how long a link may be, in bytes: as long as one that is posted to
// the server.
const maxLink = 64 << 10

var errTooLong = fmt.Errorf("the link is longer than %d bytes", maxLink)

func resolveCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "resolve [OPTIONS] 'LINK'",
		Short: "Print as JSON what a link becomes: the citation, the address of the request form",
		Long: `LINK is a whole address, what follows its question mark, or a COinS span or page.
Put it in single quotes. If it is -, links are read from standard input, one per
line, and each is answered with one line of JSON. The exit status is 1 when a link
has nothing in it.
`,
		Args: cobra.ArbitraryArgs,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	explain := c.Flags().Bool("explain", false, "print a table instead: every pair as sent, what it became, and why")
	ask := c.Flags().Bool("lookup", false, "ask open services for what a link leaves out, as the settings say; without settings, all of them")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("give one link, in single quotes, or -")
		}
		if *explain && args[0] == "-" {
			return usagef("--explain is for one link; links from standard input are answered as JSON")
		}
		resolve, closeLookup, err := from.resolver(c.Context(), *ask)
		if err != nil {
			return err
		}
		defer closeLookup()
		if args[0] == "-" {
			return resolveLines(resolve, c.InOrStdin(), newEncoder(c.OutOrStdout()))
		}
		return resolveOne(resolve, args[0], *explain, c.OutOrStdout())
	}
	return c
}

// resolver returns what resolves a link for the library that is meant, asking open
// services if ask is set, and what closes their connections.
func (s *setup) resolver(ctx context.Context, ask bool) (resolve func(string) *resolver.Resolution, closeLookup func(), err error) {
	lib, settings, err := s.library()
	if err != nil {
		return nil, nil, err
	}
	var service *lookup.Service
	if ask {
		if service, err = newLookup(lookupConfigOf(settings), nil); err != nil {
			return nil, nil, err
		}
	}
	at := resolver.At(lib, time.Now())
	return func(query string) *resolver.Resolution {
		return resolver.ResolveWithLookup(ctx, service, lib, query, at)
	}, func() { service.Close() }, nil
}

// resolveOne prints the answer to a link, or to each COinS on a page.
func resolveOne(resolve func(query string) *resolver.Resolution, link string, explain bool, w io.Writer) error {
	if len(link) > maxLink {
		return errTooLong
	}
	out := newEncoder(w)
	out.SetIndent("", "  ")
	empty := true
	for _, query := range openurl.Queries(link) {
		r := resolve(query)
		empty = empty && r.Citation.Empty()
		err := error(nil)
		if explain {
			err = report.Write(w, r, report.Circumstances{})
		} else {
			err = out.Encode(r)
		}
		if err != nil {
			return err
		}
	}
	if empty {
		return errors.New("there is nothing in this link: no title, author, number or identifier")
	}
	return nil
}

func newEncoder(w io.Writer) *json.Encoder {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false) // & in addresses stays legible
	return out
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
