package strictyaml

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Entry is a name and its value in a mapping.
type Entry struct {
	Name  string
	At    *token.Position // of the name
	Value ast.Node
}

// Entries returns what a mapping holds, in order. What "<<" adds from an
// anchor comes last, and only where the mapping does not say otherwise.
func (r *Reader) Entries(path string, n ast.Node) ([]Entry, bool) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		r.Mismatch(path, n, Mapping)
		return nil, false
	}
	var own, merged []Entry
	seen := map[string]bool{}
	for _, v := range m.Values {
		if v.Key.IsMergeKey() {
			if from := r.Resolve(path, v.Value); from != nil {
				more, _ := r.Entries(path, from)
				merged = append(merged, more...)
			}
			continue
		}
		key := v.Key.GetToken()
		if k, complex := v.Key.(*ast.MappingKeyNode); complex {
			key = k.Value.GetToken()
		}
		if seen[key.Value] {
			r.Report(Join(path, key.Value), key.Position, "`%s` appears twice; remove one", key.Value)
			continue
		}
		seen[key.Value] = true
		own = append(own, Entry{key.Value, key.Position, v.Value})
	}
	for _, e := range merged {
		if !seen[e.Name] {
			seen[e.Name] = true
			own = append(own, e)
		}
	}
	return own, true
}

// Resolve looks through anchors, aliases and tags to the value itself. It is nil
// for an alias without an anchor before it, which is then reported.
func (r *Reader) Resolve(path string, n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.AnchorNode:
		value := r.Resolve(path, n.Value)
		r.anchors[n.Name.GetToken().Value] = value
		return value
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		value, known := r.anchors[name]
		if !known {
			r.Report(path, Position(n), "`*%s` has no anchor before it; write `&%s` where the value first appears", name, name)
			return nil
		}
		return value
	case *ast.TagNode:
		return r.Resolve(path, n.Value)
	}
	return n
}

// IsNull reports whether a value is left out.
func IsNull(n ast.Node) bool {
	_, null := n.(*ast.NullNode)
	return null
}

func isEmpty(n ast.Node) bool {
	list, isList := n.(*ast.SequenceNode)
	return IsNull(n) || isList && len(list.Values) == 0
}

// Position is where a value begins. goccy names the colon for a block mapping,
// which is the second thing in it.
func Position(n ast.Node) *token.Position {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		return m.Values[0].Key.GetToken().Position
	}
	return n.GetToken().Position
}
