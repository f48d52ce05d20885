package requestform_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

var update = flag.Bool("update", false, "write what the form receives into testdata")

// TestFormCases runs the cases in testdata, which a librarian can read and add
// to. A case is its name after "==", settings of the form one a line, the citation
// in CSL-JSON, and after "--" what the form receives: a key a line, then the
// warnings, then the address where the case says "show location".
func TestFormCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, cases, _ := strings.Cut(string(text), "== ")
		out := head
		for _, c := range strings.Split(cases, "\n== ") {
			name, body, _ := strings.Cut(c, "\n")
			given, want, _ := strings.Cut(body, "\n--")
			got := fill(t, name, given)
			out += "== " + name + "\n" + given + "\n--\n" + got + "\n"
			t.Run(name, func(t *testing.T) {
				if diff := diffLines(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" && !*update {
					t.Errorf("%s: what the form receives differs (-want +got)\n%s", file, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimSpace(out)+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// fill reads the first half of a case and returns what its second half should be.
func fill(t *testing.T, name, given string) string {
	t.Helper()
	settings, item, ok := strings.Cut(given, "{")
	if !ok {
		t.Fatalf("%s: no citation", name)
	}
	f := requestform.Form{Service: requestform.Tipasa, URL: "https://12345.account.worldcat.org/profile/route/openurl?"}
	source, show := "primo.exlibrisgroup.com", false
	for line := range strings.Lines(settings) {
		what, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		key, rest, _ := strings.Cut(value, " ")
		switch what {
		case "service":
			f.Service = requestform.Service(value)
		case "url":
			f.URL = value
		case "proxy":
			f.Proxy = value
		case "max_length":
			n, err := strconv.Atoi(value)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			f.MaxLength = n
		case "type":
			f.Types = map[citation.Type]requestform.TypeAs{citation.Type(key): {Genre: rest}}
		case "param":
			f.Params = append(f.Params, requestform.Param{Key: key, Value: rest})
		case "source":
			source = value
		case "show":
			show = true
		default:
			t.Fatalf("%s: unknown setting %q", name, what)
		}
	}
	var c citation.Citation
	if err := json.Unmarshal([]byte("{"+item), &c); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	r := f.Fill(&c, requestform.Provenance{Source: source})
	var b strings.Builder
	for _, p := range r.Params {
		fmt.Fprintf(&b, "%s = %s\n", p.Key, p.Value)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "! %s %s: %s\n", w.Code, w.Field, w.Detail)
	}
	if show {
		fmt.Fprintf(&b, "> %s\n", r.Location)
	}
	return b.String()
}
