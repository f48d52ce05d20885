package library

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// entry is a name and its value in a YAML mapping.
type entry struct {
	name  string
	at    *token.Position // of the name
	value ast.Node
}

// entries gives what a mapping holds, in order. What "<<" brings in from an
// anchor comes last, and only where the mapping does not say otherwise.
func (r *reader) entries(path string, n ast.Node) ([]entry, bool) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		r.mismatch(path, n, aMapping)
		return nil, false
	}
	var own, merged []entry
	seen := map[string]bool{}
	for _, v := range m.Values {
		if v.Key.IsMergeKey() {
			if from := r.resolve(path, v.Value); from != nil {
				more, _ := r.entries(path, from)
				merged = append(merged, more...)
			}
			continue
		}
		key := v.Key.GetToken()
		if k, complex := v.Key.(*ast.MappingKeyNode); complex {
			key = k.Value.GetToken()
		}
		if seen[key.Value] {
			r.report(join(path, key.Value), key.Position, "`%s` appears twice; remove one", key.Value)
			continue
		}
		seen[key.Value] = true
		own = append(own, entry{key.Value, key.Position, v.Value})
	}
	for _, e := range merged {
		if !seen[e.name] {
			seen[e.name] = true
			own = append(own, e)
		}
	}
	return own, true
}

// resolve looks through anchors, aliases and tags to the value itself. It is nil
// for an alias without an anchor before it, which is then reported.
func (r *reader) resolve(path string, n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.AnchorNode:
		value := r.resolve(path, n.Value)
		r.anchors[n.Name.GetToken().Value] = value
		return value
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		value, known := r.anchors[name]
		if !known {
			r.report(path, position(n), "`*%s` has no anchor before it; write `&%s` where the value first appears", name, name)
			return nil
		}
		return value
	case *ast.TagNode:
		return r.resolve(path, n.Value)
	}
	return n
}

func isNull(n ast.Node) bool {
	_, null := n.(*ast.NullNode)
	return null
}

func isEmpty(n ast.Node) bool {
	list, isList := n.(*ast.SequenceNode)
	return isNull(n) || isList && len(list.Values) == 0
}

// position is where a value begins. goccy names the colon for a block mapping,
// which is the second thing in it.
func position(n ast.Node) *token.Position {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		return m.Values[0].Key.GetToken().Position
	}
	return n.GetToken().Position
}
