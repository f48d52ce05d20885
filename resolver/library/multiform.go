package library

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/citation"
	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/requestform"
	"lendlink/resolver/spelling"
)

// These are the settings that YAML may write in more than one shape.

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

// fileStaffPages is on, off, or a list of networks.
type fileStaffPages struct{ StaffPages }

func (f *fileStaffPages) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		text, ok := r.Text(path, n)
		if ok && text != "on" && text != "off" {
			r.Unreadable(path, n)
		}
		f.Off = text == "off"
		return
	}
	if len(list.Values) == 0 {
		r.Mismatch(path, n, strictyaml.List)
	}
	for _, item := range list.Values {
		var net network
		item = r.Resolve(path, item)
		if item == nil {
			continue
		}
		if text, ok := r.Text(path, item); ok && net.UnmarshalText([]byte(text)) != nil {
			r.Unreadable(path, item)
		}
		f.Networks = append(f.Networks, net.Prefix)
	}
}

// fileParams are keys and values whose order counts.
type fileParams []requestform.Param

// paramKey is what OpenURL keys look like, and others that a form may read.
var paramKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,63}$`)

func (f *fileParams) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.Want(p, "text of one line, or nothing to remove the key")
		checkKeyName(r, p, e)
		param := requestform.Param{Key: e.Name}
		if value := r.Resolve(p, e.Value); value != nil && !strictyaml.IsNull(value) {
			param.Value, _ = r.Text(p, value)
		}
		if strings.ContainsFunc(param.Value, unicode.IsControl) {
			r.Report(p, strictyaml.Position(e.Value), "`%s` has a line break or a control character; write %s", e.Name, r.Wanted(p))
		}
		*f = append(*f, param)
	}
}
