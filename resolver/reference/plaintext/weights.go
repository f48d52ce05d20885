package plaintext

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

// labelNames name the labels in weights.txt.
var labelNames = [labels]string{"start", "title", "container", "series", "editor", "publisher", "place", "genre", "note"}

// separators name what is between two parts in weights.txt: gap is a part that is recognised.
var separators = []string{"", ",", ".", ":", ";", "(", "\"", "?", "gap"}

const gap = 8

// separatorOf returns the index of the sign that says most.
func separatorOf(c class) int {
	for _, s := range [...]struct {
		sign  class
		index int
	}{{quote, 6}, {open | closing, 5}, {period, 2}, {query, 7}, {semicolon, 4}, {colon, 3}, {comma, 1}} {
		if c&s.sign != 0 {
			return s.index
		}
	}
	return 0
}

// weighing is what weights.txt says.
type weighing struct {
	feature [64][labels]int
	step    [labels][labels][9]int
}

//go:embed weights.txt
var weightList string

var weights = parseWeights(weightList)

func parseWeights(text string) *weighing {
	w := &weighing{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, list, isFeature := strings.Cut(line, ": "); isFeature && !strings.HasPrefix(line, "#") && slices.Contains(featureNames, name) {
			words := strings.Fields(list)
			for i := 0; i+1 < len(words); i += 2 {
				w.feature[slices.Index(featureNames, name)][labelNamed(words[i])] = integer(words[i+1])
			}
			continue
		}
		words := strings.Fields(line)
		if len(words) != 4 || words[0] == "#" {
			continue
		}
		steps := &w.step[labelNamed(words[0])][labelNamed(words[1])]
		for i := range steps {
			if words[2] == "*" || separators[i] == words[2] {
				steps[i] = integer(words[3])
			}
		}
	}
	return w
}

func labelNamed(name string) label {
	i := slices.Index(labelNames[:], name)
	if i < 0 {
		panic("plaintext: no label " + name)
	}
	return label(i)
}

func integer(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}
