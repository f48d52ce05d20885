package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
)

// stats runs the command with counts of today in a folder.
func stats(t *testing.T, folder string, args ...string) (string, error) {
	t.Helper()
	t.Setenv(stateVariable, folder)
	t.Setenv(configVariable, "")
	var out bytes.Buffer
	err := run(t.Context(), append([]string{"stats"}, args...), strings.NewReader(""), &out, &out)
	return out.String(), err
}

func TestStatsPrintsWhatIsKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	kept := counts.Days{{Library: "demo", Day: counts.DayOf(time.Now())}: {
		"link chapter ebsco confirm practice": 1234, "missing chapter ebsco page": 7, "has chapter ebsco title": 1234,
	}}
	if err := store.NewFile(folder, func(s string) { t.Log(s) }).Add(kept, 0); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{nil, []string{"Links: 1,234", "EBSCO", "Shown the citation first", "What sources send: Chapter", "100 %"}},
		{[]string{"--format", "csv"}, []string{"from,to,counted", ",missing,chapter,ebsco,,,page,,,7"}},
		{[]string{"--format", "json", "--by", "month"}, []string{`"library": "demo"`, `"count": 1234`}},
	} {
		out, err := stats(t, folder, tt.args...)
		if err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want) {
				t.Errorf("%v: there is no %q in\n%s", tt.args, want, out)
			}
		}
	}
}

func TestStatsSaysWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	for _, tt := range []struct {
		folder string
		args   []string
		want   string
	}{
		{"", nil, "no statistics are kept"},
		{folder, []string{"--from", "yesterday"}, "is not a day such as"},
		{folder, []string{"--format", "xml"}, "must be text, csv or json"},
		{folder, []string{"--library", "nowhere"}, "there is no library"},
	} {
		if out, err := stats(t, tt.folder, tt.args...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q; printed %q", tt.args, err, tt.want, out)
		}
	}
}

func TestStatsSaysThatTheFileIsDamaged(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, store.Name)
	for name, want := range map[string]string{path: store.Name + ": the file is damaged", path + ".damaged-1": "what this damaged file held is missing"} {
		if err := os.WriteFile(name, []byte("not a database"), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := stats(t, folder); err == nil || !strings.HasPrefix(out, "Incomplete: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q; printed %q", name, err, want, out)
		}
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}
