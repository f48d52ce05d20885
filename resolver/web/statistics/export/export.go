// Package export writes a summary for other programs, and as plain text: everything that
// was counted as CSV, the same with the sums as JSON.
//
// It is pure.
//
// It imports counts and summary.
package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

// As writes a summary in a format, csv or json, and returns its media type; "" for a
// format that is neither. Whole is false where counts are missing.
func As(format, library string, s *summary.Summary, whole bool) (mediaType string, body []byte) {
	switch format {
	case "csv":
		return "text/csv; charset=utf-8; header=present", CSV(s)
	case "json":
		return "application/json", JSON(library, s, whole)
	}
	return "", nil
}

// FileName is the name of such a file.
func FileName(library string, r summary.Range, format string, whole bool) string {
	name := "lendlink-" + library + "-" + r.First.String() + "-" + r.Last.String()
	if !whole {
		name += "-incomplete"
	}
	return name + "." + format
}

// header is the first line of a file. Between the kind and the count it has each of
// [counts.Labels].
var header = []string{"from", "to", "counted", "type", "source", "outcome", "form", "field", "warning", "action", "count"}

// row is a count as a line: its value by column.
type row map[string]string

// rows lists every count of a summary, by period.
func rows(s *summary.Summary) []row {
	var all []row
	for _, p := range s.Periods {
		for _, name := range sortedNames(p.Counts) {
			kind, labels := counts.Split(name)
			names := counts.Labels[kind]
			if len(labels) != len(names) || len(names) == 0 {
				continue // of another version
			}
			r := row{"from": p.First.String(), "to": p.Last.String(), "counted": string(kind), "count": strconv.FormatUint(p.Counts[name], 10)}
			for i, label := range labels {
				r[names[i]] = label
			}
			all = append(all, r)
		}
	}
	return all
}

// CSV writes every count, one a line.
func CSV(s *summary.Summary) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(header) //nolint:errcheck // a buffer takes everything
	line := make([]string, len(header))
	for _, r := range rows(s) {
		for i, column := range header {
			line[i] = harmless(r[column])
		}
		w.Write(line) //nolint:errcheck // as above
	}
	w.Flush()
	return b.Bytes()
}

// harmless returns a cell that no spreadsheet takes for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// document is a summary as JSON.
type document struct {
	Library      string         `json:"library"`
	From         string         `json:"from"`
	To           string         `json:"to"`
	By           summary.Unit   `json:"by"`
	Incomplete   bool           `json:"incomplete,omitempty"`
	BeforeFrom   string         `json:"before_from"`
	BeforeTo     string         `json:"before_to"`
	Links        number         `json:"links"`
	Doubtful     number         `json:"doubtful"`
	Periods      []period       `json:"periods"`
	Types        []named        `json:"types"`
	Sources      []named        `json:"sources"`
	Outcomes     []named        `json:"outcomes"`
	Forms        []named        `json:"forms"`
	Missing      []named        `json:"missing"`
	Warnings     []named        `json:"warnings"`
	Free         []named        `json:"free_copies"`
	Pages        []named        `json:"pages"`
	Completeness []completeness `json:"completeness"`
	Counts       []row          `json:"counts"`
}

type number struct {
	N      uint64 `json:"count"`
	Before uint64 `json:"before"`
}

type period struct {
	From string `json:"from"`
	To   string `json:"to"`
	number
}

type named struct {
	Name string `json:"name"`
	number
}

type completeness struct {
	Type   string            `json:"type"`
	Source string            `json:"source"`
	Links  uint64            `json:"links"`
	Has    map[string]uint64 `json:"has"`
}

// JSON writes a summary with its sums and every count. Whole is false where some are missing.
func JSON(library string, s *summary.Summary, whole bool) []byte {
	before := s.Range.Before()
	d := document{
		Library: library, From: s.Range.First.String(), To: s.Range.Last.String(), By: s.Range.By, Incomplete: !whole,
		BeforeFrom: before.First.String(), BeforeTo: before.Last.String(), Links: number(s.Links), Doubtful: number(s.Doubtful),
		Types: names(s.Types), Sources: names(s.Sources), Outcomes: names(s.Outcomes), Forms: names(s.Forms), Missing: names(s.Missing),
		Warnings: names(s.Warnings), Free: names(s.Free), Pages: names(s.Pages), Completeness: []completeness{}, Counts: rows(s),
	}
	for _, p := range s.Periods {
		d.Periods = append(d.Periods, period{p.First.String(), p.Last.String(), number(p.Number)})
	}
	for _, c := range s.Complete {
		for _, source := range c.Sources {
			d.Completeness = append(d.Completeness, completeness{c.Type, source.Source, source.Links, source.Has})
		}
	}
	body, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		panic(err) // texts and numbers alone
	}
	return append(body, '\n')
}

func names(rows []summary.Row) []named {
	all := make([]named, len(rows))
	for i, r := range rows {
		all[i] = named{r.Name, number(r.Number)}
	}
	return all
}

func sortedNames(c counts.Counts) []string { return slices.Sorted(maps.Keys(c)) }
