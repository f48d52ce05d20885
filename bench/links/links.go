// Package links reads the links that the resolver is tested with, to make load of
// the shapes that sources really send.
package links

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Read returns the query strings of all links under a folder of test data: those of
// links.jsonl, then those of the cases.
func Read(folder string) ([]string, error) {
	links, err := readLines(filepath.Join(folder, "links.jsonl"))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(folder, "cases", "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		links = append(links, inCases(string(text))...)
	}
	if len(links) == 0 {
		return nil, errors.New("no links in " + folder)
	}
	return links, nil
}

func readLines(file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var links []string
	for line := range strings.Lines(string(text)) {
		var entry struct{ Query string }
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			return nil, err
		}
		links = append(links, entry.Query)
	}
	return links, nil
}

// inCases returns the links in a file of cases. Those that are not written there as
// they travel (in percent signs, or in bytes that no request line holds) are left out.
func inCases(text string) []string {
	var links []string
	for _, part := range strings.Split("\n"+text, "\n== ")[1:] {
		_, rest, _ := strings.Cut(part, "\n")
		link, _, _ := strings.Cut(rest, "\n\n")
		if strings.Contains(link, "%% ") || strings.ContainsFunc(link, func(r rune) bool { return r == ' ' || r > '~' }) {
			continue
		}
		links = append(links, strings.ReplaceAll(link, "\n", ""))
	}
	return links
}
