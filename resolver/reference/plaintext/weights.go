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
var separators = []string{"nothing", ",", ".", "colon", ";", "(", "\"", "?", "gap"}

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

// weightTable is what weights.txt says.
type weightTable struct {
	feature [64][labels]int
	step    [labels][labels][9]int
}

//go:embed weights.txt
var weightList string

var weights = parseWeights(weightList)

func parseWeights(text string) *weightTable {
	w := &weightTable{}
	for line := range strings.Lines(text) {
		name, list, found := strings.Cut(line, ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(list)
		before, after, isStep := strings.Cut(name, " > ")
		for i := 0; i+1 < len(words); i += 2 {
			weight := integer(words[i+1])
			if isStep {
				w.step[labelNamed(before)][labelNamed(after)][indexOf(separators, words[i])] = weight
			} else {
				w.feature[indexOf(featureNames, name)][labelNamed(words[i])] = weight
			}
		}
	}
	return w
}

// indexOf returns where a name is in a list; a name that is not is a mistake in weights.txt.
func indexOf(names []string, name string) int {
	i := slices.Index(names, name)
	if i < 0 {
		panic("plaintext: no " + name)
	}
	return i
}

func labelNamed(name string) label {
	return label(indexOf(labelNames[:], name))
}

func integer(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}
