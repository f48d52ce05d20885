package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/report"
)

func replayCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "replay --against OLD.jsonl [OPTIONS] LINKS",
		Short: "Show what an upgrade or a new setting changes about many links",
		Long: `LINKS is a file of links, one per line. OLD.jsonl is what "lendlink resolve -" printed
for the same file before. Differences are shown link by link, then counted by field
and by type.
`,
		Args: cobra.ArbitraryArgs,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	against := c.Flags().String("against", "", "the `FILE` of the earlier answers")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 || *against == "" {
			return usagef("name a file of links, and the earlier answers with --against")
		}
		lib, _, err := from.library()
		if err != nil {
			return err
		}
		return replayFile(lib, time.Now().Year(), args[0], *against, c)
	}
	return c
}

// changeCounts counts links and their changes, by field and by type.
type changeCounts struct {
	links, changed  int
	byField, byType map[string]int
}

func replayFile(lib *library.Library, year int, links, against string, c *cobra.Command) error {
	now, err := os.Open(links)
	if err != nil {
		return err
	}
	defer now.Close()
	before, err := os.Open(against)
	if err != nil {
		return err
	}
	defer before.Close()
	info, err := now.Stat()
	if err != nil {
		return err
	}
	bar := newProgress(c.ErrOrStderr(), info.Size())
	count := changeCounts{byField: map[string]int{}, byType: map[string]int{}}
	out := bufio.NewWriter(c.OutOrStdout())
	newLines, oldLines := longLines(now), longLines(before)
	for newLines.Scan() {
		bar.add(len(newLines.Bytes()) + 1)
		count.links++
		if !oldLines.Scan() {
			if err := readError(oldLines, against, count.links); err != nil {
				return err
			}
			return fmt.Errorf("%s ends at line %d, and %s goes on", against, count.links-1, links)
		}
		var was resolver.Resolution
		if err := json.Unmarshal(oldLines.Bytes(), &was); err != nil {
			return fmt.Errorf("%s:%d is not an answer of lendlink resolve -; are the two files swapped?", against, count.links)
		}
		if was.Action == "" { // a line that was too long to be a link
			continue
		}
		is := resolver.Resolve(lib, newLines.Text(), year)
		count.compare(out, &was, is)
	}
	bar.done()
	if err := readError(newLines, links, count.links+1); err != nil {
		return err
	}
	if oldLines.Scan() {
		return fmt.Errorf("%s goes on after line %d, where %s ends", against, count.links, links)
	}
	if err := readError(oldLines, against, count.links+1); err != nil {
		return err
	}
	if count.links == 0 {
		return fmt.Errorf("%s: there is no link in it", links)
	}
	count.write(out)
	return out.Flush()
}

// compare writes what changed about one link, and counts it.
func (t *changeCounts) compare(w io.Writer, was, is *resolver.Resolution) {
	changes := report.Changes(was, is)
	if len(changes) == 0 {
		return
	}
	t.changed++
	t.byType[string(is.Citation.Type)]++
	fmt.Fprintf(w, "line %d, %s\n", t.links, is.Citation.Type)
	for _, c := range changes {
		t.byField[c.Field]++
		fmt.Fprintf(w, "  %s: %q -> %q\n", c.Field, c.Was, c.Is)
	}
}

func (t *changeCounts) write(w io.Writer) {
	fmt.Fprintf(w, "%d of %d links changed\n", t.changed, t.links)
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	for _, group := range []struct {
		name  string
		count map[string]int
	}{{"field", t.byField}, {"type", t.byType}} {
		names := slices.SortedFunc(maps.Keys(group.count), func(a, b string) int {
			return cmp.Or(group.count[b]-group.count[a], cmp.Compare(a, b))
		})
		for _, name := range names {
			fmt.Fprintf(table, "  %s\t%s\t%d\n", group.name, name, group.count[name])
		}
	}
	table.Flush()
}

// longestAnswer is how long a line may be, in bytes: as long as a resolution.
const longestAnswer = 8 * maxLink

// longLines scans lines as long as a resolution may be.
func longLines(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), longestAnswer)
	return s
}

// readError returns why a line of a file could not be read, or nil at its end.
func readError(lines *bufio.Scanner, file string, line int) error {
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%s:%d: this line is longer than %d bytes", file, line, longestAnswer)
	}
	return lines.Err()
}
