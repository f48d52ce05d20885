package citation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fieldsOfTypes says of each field for each type: f, it is on the form that patrons correct; L, so, under a
// label of the type's own; l, lookups fill it. After that, whether a part has it from its whole, and whether
// printings of one work differ in it.
const fieldsOfTypes = `
                 book chapter article-journal paper-conference periodical thesis report patent document
title            fl   Ll      Ll              Ll               Ll         fl     fl     fl     fl
container-title  -    Ll      Ll              Ll               -          -      -      -      f
collection-title fl   fl      -               fl               -          l      fl     -      f        whole
author           fl   Ll      fl              fl               -          fl     fl     Ll     fl
issued           fl   fl      fl              fl               f          fl     fl     fl     fl       whole
publisher        fl   fl      l               fl               fl         Ll     fl     -      fl       whole printing
publisher-place  fl   fl      l               fl               fl         fl     fl     -      fl       whole printing
edition          fl   fl      -               -                -          -      f      -      f        whole printing
volume           f    f       fl              fl               f          -      f      -      f
issue            -    -       fl              f                f          -      -      -      f
page             -    fl      fl              fl               -          -      -      -      f
medium           -    -       -               -                -          -      -      -      -
ISBN             fl   fl      -               fl               -          fl     fl     -      f        whole printing
ISSN             -    -       fl              f                fl         -      -      -      f        whole
DOI              fl   fl      fl              fl               fl         fl     fl     l      fl
PMID             l    l       fl              l                l          l      l      l      fl
PMCID            -    -       l               l                -          -      -      -      -
OCLC             fl   fl      f               fl               f          fl     fl     -      f        whole printing
LCCN             l    l       -               l                -          l      l      -      -        whole printing
arXiv            -    -       l               l                -          -      -      -      -
bibcode          -    -       -               -                -          -      -      -      -
handle           -    -       -               -                -          -      -      -      -
MMS              -    -       -               -                -          -      -      -      -
`

func TestFieldsOfTypes(t *testing.T) {
	head, rows, _ := strings.Cut(strings.TrimPrefix(fieldsOfTypes, "\n"), "\n")
	if fmt.Sprint(strings.Fields(head)) != fmt.Sprint(Types) {
		t.Fatalf("the types are %v", Types)
	}
	want := strings.Split(strings.TrimSpace(rows), "\n")
	if len(want) != len(Fields) {
		t.Fatalf("%d fields, want %d", len(Fields), len(want))
	}
	for i := range Fields {
		if got := describe(&Fields[i]); got != strings.Join(strings.Fields(want[i]), " ") {
			t.Errorf("is   %s\nwant %s", got, want[i])
		}
	}
}

// describe writes a field as a row of fieldsOfTypes.
func describe(f *Field) string {
	cells := []string{f.Name}
	for _, of := range Types {
		cell := ""
		if f.On(of) {
			cell = "f"
		}
		if slices.Contains(f.Labelled, of) {
			cell = "L"
		}
		if slices.Contains(f.Lookup, of) {
			cell += "l"
		}
		if cell == "" {
			cell = "-"
		}
		cells = append(cells, cell)
	}
	if f.Whole {
		cells = append(cells, "whole")
	}
	if f.Printing {
		cells = append(cells, "printing")
	}
	return strings.Join(cells, " ")
}
