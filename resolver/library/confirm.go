package library

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/citation"
	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/spelling"
)

// Confirm says when a patron sees the confirmation page.
type Confirm string

// The policies.
const (
	ConfirmNever      Confirm = "never"
	ConfirmIncomplete Confirm = "incomplete" // when something required is missing, or confidence is low
	ConfirmAlways     Confirm = "always"
)

// ByType is a policy by type of item.
type ByType map[citation.Type]Confirm

// Policy returns the policy for items of a type. Where the settings say nothing,
// it is [ConfirmIncomplete].
func (l *Library) Policy(t citation.Type) Confirm {
	if c, ok := l.ConfirmTypes[t]; ok {
		return c
	}
	if l.Confirm == "" {
		return ConfirmIncomplete
	}
	return l.Confirm
}

// fileConfirm is a policy, or a policy for each type.
type fileConfirm struct {
	policy Confirm
	byType ByType
}

func (f *fileConfirm) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	if _, ok := n.(*ast.MappingNode); !ok {
		f.policy = readPolicy(r, path, n)
		return
	}
	f.byType = ByType{}
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		if c := unknownType(e.Name); c.wrong != "" {
			r.Report(strictyaml.Join(path, e.Name), e.At, "`%s` %s; %s", e.Name, c.wrong, c.advice)
		}
		if value := r.Resolve(path, e.Value); value != nil {
			f.byType[citation.Type(e.Name)] = readPolicy(r, path, value)
		}
	}
}

func readPolicy(r *strictyaml.Reader, path string, n ast.Node) Confirm {
	policies := []string{string(ConfirmNever), string(ConfirmIncomplete), string(ConfirmAlways)}
	text, ok := r.Text(path, n)
	if ok && !slices.Contains(policies, text) {
		r.Report(path, strictyaml.Position(n), "`confirm` has an unknown policy; %s", spelling.DidYouMean(text, policies))
	}
	return Confirm(text)
}
