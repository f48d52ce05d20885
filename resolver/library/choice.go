package library

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/spelling"
)

// Here stand the settings that YAML may write in more than one shape.

// fileConfirm is a policy, or a policy for each type.
type fileConfirm struct {
	policy Confirm
	byType ByType
}

func (f *fileConfirm) readNode(r *reader, path string, n ast.Node) {
	if _, ok := n.(*ast.MappingNode); !ok {
		f.policy = readPolicy(r, path, n)
		return
	}
	f.byType = ByType{}
	entries, _ := r.entries(path, n)
	for _, e := range entries {
		if c := unknownType(e.name); c.wrong != "" {
			r.report(join(path, e.name), e.at, "`%s` %s; %s", e.name, c.wrong, c.advice)
		}
		if value := r.resolve(path, e.value); value != nil {
			f.byType[citation.Type(e.name)] = readPolicy(r, path, value)
		}
	}
}

func readPolicy(r *reader, path string, n ast.Node) Confirm {
	policies := []string{string(ConfirmNever), string(ConfirmIncomplete), string(ConfirmAlways)}
	text, ok := r.text(path, n)
	if ok && !slices.Contains(policies, text) {
		r.report(path, position(n), "`confirm` has an unknown policy; %s", spelling.DidYouMean(text, policies))
	}
	return Confirm(text)
}

// fileStaffPages is on, off, or a list of networks.
type fileStaffPages struct{ StaffPages }

func (f *fileStaffPages) readNode(r *reader, path string, n ast.Node) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		text, ok := r.text(path, n)
		if ok && text != "on" && text != "off" {
			r.unreadable(path, n)
		}
		f.Off = text == "off"
		return
	}
	if len(list.Values) == 0 {
		r.mismatch(path, n, aList)
	}
	for _, item := range list.Values {
		var net network
		item = r.resolve(path, item)
		if item == nil {
			continue
		}
		if text, ok := r.text(path, item); ok && net.UnmarshalText([]byte(text)) != nil {
			r.unreadable(path, item)
		}
		f.Networks = append(f.Networks, net.Prefix)
	}
}

// fileParams are keys and values whose order counts.
type fileParams []requestform.Param

// paramKey is what OpenURL keys look like, and others that a form may read.
var paramKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,63}$`)

func (f *fileParams) readNode(r *reader, path string, n ast.Node) {
	entries, _ := r.entries(path, n)
	for _, e := range entries {
		p := join(path, e.name)
		r.places[p] = place{want: "text of one line, or nothing to remove the key"}
		r.checkKeyName(p, e)
		param := requestform.Param{Key: e.name}
		if value := r.resolve(p, e.value); value != nil && !isNull(value) {
			param.Value, _ = r.text(p, value)
		}
		if strings.ContainsFunc(param.Value, unicode.IsControl) {
			r.report(p, position(e.value), "`%s` has a line break or a control character; write %s", e.name, r.wanted(p))
		}
		*f = append(*f, param)
	}
}
