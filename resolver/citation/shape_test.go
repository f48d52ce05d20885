package citation_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lendlink/resolver/citation"
)

// alone makes a call of a function of one text.
func alone(f func(string) string) func(string, string) string {
	return func(in, _ string) string { return f(in) }
}

// both joins two texts as cases write them.
func both(a, b string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(a+" + "+b), "+"))
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// calls are the functions that the headings in testdata/shapes name.
var calls = map[string]func(in, beside string) string{
	"CleanArticleNumber":   alone(citation.CleanArticleNumber),
	"CleanEdition":         alone(citation.CleanEdition),
	"CleanNumber":          alone(citation.CleanNumber),
	"CleanPages":           alone(citation.CleanPages),
	"CleanPlace":           alone(citation.CleanPlace),
	"CleanPublisher":       alone(citation.CleanPublisher),
	"CleanSeries":          alone(citation.CleanSeries),
	"CleanTitle":           func(in, _ string) string { return citation.CleanTitle(in, citation.WholeTitle) },
	"CleanTitle of a part": func(in, _ string) string { return citation.CleanTitle(in, citation.PartTitle) },
	"CutContainer":         citation.CutContainer,
	"CutMonth 1989-12": func(in, _ string) string {
		return citation.CutMonth(in, citation.Date{Year: 1989, Month: 12})
	},
	"CutReference": alone(citation.CutReference),
	"CutRepeated":  alone(citation.CutRepeated),
	"CutRotated":   alone(citation.CutRotated),
	"CutYear 2014": func(in, _ string) string { return citation.CutYear(in, 2014) },
	"EndsInPages":  func(in, _ string) string { return yes(citation.EndsInPages(in)) },
	"FirstPage":    func(in, _ string) string { return fmt.Sprint(citation.FirstPage(in)) },
	"IsBackwards":  func(in, _ string) string { return yes(citation.IsBackwards(in)) },
	"IsPageCount":  func(in, _ string) string { return yes(citation.IsPageCount(in)) },
	"IsRun":        func(in, volume string) string { return yes(citation.IsRun(in, volume != "")) },
	"PageRange":    citation.PageRange,
	"ParseDate": func(in, _ string) string {
		d, ok := citation.ParseDate(in, year+1)
		if ok == d.IsZero() {
			return "a date that is none"
		}
		return d.String()
	},
	"ParseMonth": func(in, _ string) string { return fmt.Sprint(citation.ParseMonth(in)) },
	"SameTitle": func(in, other string) string {
		if citation.SameTitle(in, other) {
			return "same"
		}
		return ""
	},
	"Season": alone(citation.Season),
	"SplitImprint": func(in, _ string) string {
		place, publisher, ok := citation.SplitImprint(in)
		if !ok {
			return ""
		}
		return both(place, publisher)
	},
	"SplitNumbers": func(in, issue string) string { return both(citation.SplitNumbers(in, issue)) },
	"SplitPages": func(in, _ string) string {
		number, pages, _ := citation.SplitPages(in)
		return both(number, pages)
	},
}

// TestShapes has texts that differ in one thing by which values are distinguished: a line each in testdata/shapes, in
// quotation marks where blanks at its ends count, and what comes out after an arrow. What is after a plus is another
// value: the issue beside a volume.
func TestShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txt")
	if err != nil || files == nil {
		t.Fatal("no shapes", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		heading := ""
		for i, line := range strings.Split(string(text), "\n") {
			if call, ok := strings.CutPrefix(line, "== "); ok {
				heading, _, _ = strings.Cut(call, ":")
				continue
			}
			shape, _, _ := strings.Cut(line, "   # ")
			in, want, ok := strings.Cut(shape, " →")
			if !ok {
				continue
			}
			in, beside, _ := strings.Cut(in, " + ")
			if got := calls[heading](unquoted(in), unquoted(beside)); got != strings.TrimSpace(want) {
				t.Errorf("%s:%d: %s is %q", file, i+1, shape, got)
			}
		}
	}
}

func unquoted(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

// What is longer than any date or number is not read: cleaning goes over it again and again.
func TestTooLong(t *testing.T) {
	for call, begin := range map[string]string{
		"ParseDate": "2010", "CleanNumber": "7 ", "CleanPages": "7, ", "Season": "Spring",
	} {
		if got := calls[call](begin+strings.Repeat(".x", 300), ""); got != "" {
			t.Errorf("%s of something too long is %q", call, got)
		}
	}
}
