package requestform_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

const fieldTable = "testdata/forms/fields.md"

// takenByNone are the fields that no request form takes, with the reason. A library's settings can
// put each of them under a key.
var takenByNone = map[string]string{
	"LCCN":    "no form has a field for it",
	"arXiv":   "no form has a field for it",
	"bibcode": "no form has a field for it",
	"handle":  "no form has a field for it",
	"MMS":     "it names a record of the library's own catalogue",
}

// TestFormsTakeFields: which form takes which field is in testdata/forms/fields.md, which -update
// writes. A field that no form takes is one of takenByNone; else its row was forgotten.
func TestFormsTakeFields(t *testing.T) {
	if *update {
		if err := os.WriteFile(fieldTable, []byte(fieldsByForm()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(fieldTable)
	if err != nil {
		t.Fatal(err)
	}
	if diff := diffLines(string(want), fieldsByForm()); diff != "" {
		t.Errorf("%s differs (-want +got)\n%s", fieldTable, diff)
	}
	for _, problem := range wrongInTakenByNone() {
		t.Error(problem)
	}
}

// A field that is new and that nobody has given to a form is noticed.
func TestMadeUpFieldIsMissed(t *testing.T) {
	saved := slices.Clone(citation.Fields)
	t.Cleanup(func() { citation.Fields = saved })
	f := citation.FieldNamed("bibcode") // its place in a citation is lent to the new one
	*f = citation.Field{Name: "made-up", Kind: citation.Identifier, Custom: true, Placeholder: "invented", At: f.At, Clean: f.Clean}
	if problems := wrongInTakenByNone(); !slices.Contains(problems, "no form takes made-up: give it a row, or a reason in takenByNone") {
		t.Errorf("noticed is only %q", problems)
	}
	if table := fieldsByForm(); !strings.Contains(table, "\n| made-up ") {
		t.Errorf("not in the table:\n%s", table)
	}
}

// wrongInTakenByNone returns where takenByNone is not what the forms do.
func wrongInTakenByNone() []string {
	var problems []string
	left := map[string]bool{}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		takes := func(s requestform.Service) bool { return len(typesTaken(s, f)) > 0 }
		switch taken, reason := slices.ContainsFunc(requestform.Services(), takes), takenByNone[f.Name]; {
		case !taken && reason == "":
			problems = append(problems, "no form takes "+f.Name+": give it a row, or a reason in takenByNone")
		case taken && reason != "":
			problems = append(problems, f.Name+" is taken by a form: it is none of takenByNone")
		}
		left[f.Name] = true
	}
	for name := range takenByNone {
		if !left[name] {
			problems = append(problems, name+" in takenByNone is no field")
		}
	}
	return problems
}

// fieldsByForm returns the table of fields and forms: "yes" where a form takes a field, "no", or
// "some", with the types of item for which it does not below.
func fieldsByForm() string {
	var table, some strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 1, ' ', 0)
	var forms []requestform.Service
	for _, s := range requestform.Services() {
		if !s.NeedsKeys() { // such a form takes what settings say
			forms = append(forms, s)
		}
	}
	fmt.Fprint(w, "| field\t")
	for _, s := range forms {
		fmt.Fprintf(w, "| %s\t", s)
	}
	fmt.Fprintf(w, "|\n%s|\n", strings.Repeat("| ---\t", len(forms)+1))
	for i := range citation.Fields {
		f := &citation.Fields[i]
		fmt.Fprintf(w, "| %s\t", f.Name)
		for _, s := range forms {
			taken := typesTaken(s, f)
			lacking := slices.DeleteFunc(slices.Clone(typesOf(f)), func(t citation.Type) bool { return slices.Contains(taken, t) })
			switch {
			case len(taken) == 0:
				fmt.Fprint(w, "| no\t")
			case len(lacking) == 0:
				fmt.Fprint(w, "| yes\t")
			default:
				fmt.Fprint(w, "| some\t")
				fmt.Fprintf(&some, "- %s of %s: not for %v\n", f.Name, s, lacking)
			}
		}
		fmt.Fprint(w, "|\n")
	}
	w.Flush()
	return "Which fields of a citation each request form takes, as TestFormsTakeFields found.\n\n" + table.String() +
		"\n\"some\" is for some of the types of item that have the field:\n\n" + some.String()
}

// typesOf returns the types of item that have a field.
func typesOf(f *citation.Field) []citation.Type {
	if f.Types == nil {
		return citation.Types[:]
	}
	return f.Types
}

// typesTaken returns the types of item of which a form receives a field, alone or in a container.
func typesTaken(s requestform.Service, f *citation.Field) []citation.Type {
	value := "Arrakis"
	if f.Kind == citation.Day {
		value = "1965"
	}
	form := requestform.Form{Service: s, URL: s.Example()}
	var taken []citation.Type
	for _, itemType := range typesOf(f) {
		for _, container := range []string{"", "Sands"} {
			c := citation.Citation{Type: itemType, Title: "Dune", ContainerTitle: container}
			f.SetLines(&c, value, 2026)
			holds := func(p requestform.Param) bool { return strings.Contains(p.Value, value) }
			if slices.ContainsFunc(form.Fill(&c, requestform.Provenance{}).Params, holds) && !slices.Contains(taken, itemType) {
				taken = append(taken, itemType)
			}
		}
	}
	return taken
}
