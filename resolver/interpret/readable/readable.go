// Package readable reads the readable cases: links with the answers that are right, in text
// files that a librarian can read. The README next to the cases describes their form.
//
// It imports citation. It has nothing of the reading, whose own tests use the links.
package readable

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// Case is a link with the right answer.
type Case struct {
	Name  string
	Place string // file and line
	Group string // the file below the folder, without its ending: "sources/ebsco"
	Link  string
	Want  map[string][]string // by field
	Form  []string            // what the request form receives, "key=value"; nil when the case does not say
}

// Fields returns the names of the fields of a citation, the type first. One that a case
// does not have must be empty.
func Fields() []string {
	names := []string{"type"}
	for _, f := range citation.Fields {
		names = append(names, f.Name)
	}
	return names
}

// Remarks are what every case has besides the citation.
var Remarks = []string{"rule", "confidence", "action", "warnings"}

// optional are what a case may have.
var optional = []string{"source", "unchecked"}

// Read returns the cases in the text files of a folder and below it.
func Read(folder string) ([]Case, error) {
	var cases []Case
	err := filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".txt") {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		group, err := filepath.Rel(folder, strings.TrimSuffix(file, ".txt"))
		if err != nil {
			return err
		}
		more, err := parse(string(text), file, filepath.ToSlash(group))
		cases = append(cases, more...)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("no cases in %s", folder)
	}
	return cases, nil
}

// Links returns the links of the cases in a folder and below it.
func Links(folder string) ([]string, error) {
	cases, err := Read(folder)
	if err != nil {
		return nil, err
	}
	links := make([]string, len(cases))
	for i, c := range cases {
		links[i] = c.Link
	}
	return links, nil
}

// part is a part of a case.
type part int

const (
	head part = iota // what is before the first case
	link
	answer
	form
)

func parse(text, file, group string) ([]Case, error) {
	var cases []Case
	at, names := head, map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		place := fmt.Sprintf("%s:%d", file, i+1)
		if name, ok := strings.CutPrefix(line, "== "); ok {
			if names[name] {
				return nil, fmt.Errorf("%s: a second case of the name %q", place, name)
			}
			names[name] = true
			cases = append(cases, Case{Name: name, Place: place, Group: group, Want: map[string][]string{}})
			at = link
			continue
		}
		if at == head {
			continue
		}
		var err error
		if at, err = cases[len(cases)-1].add(at, line); err != nil {
			return nil, fmt.Errorf("%s: %w", place, err)
		}
	}
	return cases, nil
}

// add adds a line to the part that is being read, and returns the part of the next line.
func (c *Case) add(at part, line string) (part, error) {
	switch {
	case at == link && line == "":
		return answer, nil
	case at == link:
		if raw, ok := strings.CutPrefix(line, "%%"); ok {
			line = url.QueryEscape(strings.TrimPrefix(raw, " ") + "\n")
		}
		c.Link += line
		return link, nil
	case line == "" || strings.HasPrefix(line, "#"):
		return at, nil
	case line == "form:":
		return form, nil
	case at == form:
		c.Form = append(c.Form, line)
		return form, nil
	}
	return answer, c.addAnswer(line)
}

func (c *Case) addAnswer(line string) error {
	field, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return fmt.Errorf("no field and value: %q", line)
	}
	switch {
	case field == "warnings" || field == "unchecked":
		c.Want[field] = strings.Split(value, ", ")
		slices.Sort(c.Want[field])
	case field == "author":
		c.Want[field] = append(c.Want[field], value)
	case !slices.Contains(slices.Concat(Fields(), Remarks, optional), field):
		return fmt.Errorf("no field of the name %q", field)
	case c.Want[field] != nil:
		return fmt.Errorf("a second %s", field)
	default:
		c.Want[field] = []string{value}
	}
	return nil
}
