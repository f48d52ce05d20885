package library

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/citation"
	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/requestform"
)

// FormFor is a form for some types of items.
type FormFor struct {
	Types []citation.Type
	requestform.Form
}

// FormOf returns the form that items of a type are sent to.
func (l *Library) FormOf(t citation.Type) *requestform.Form {
	for i := range l.FormsFor {
		if slices.Contains(l.FormsFor[i].Types, t) {
			return &l.FormsFor[i].Form
		}
	}
	return &l.Form
}

// AllForms returns every form of the library, the one for all other types last.
func (l *Library) AllForms() []*requestform.Form {
	var all []*requestform.Form
	for i := range l.FormsFor {
		all = append(all, &l.FormsFor[i].Form)
	}
	return append(all, &l.Form)
}

// Fill writes an item into the form for its type. Source is who made the link, changed
// which fields the patron typed or changed.
func (l *Library) Fill(c *citation.Citation, source, changed string) requestform.Request {
	return l.FormOf(c.Type).Fill(c, requestform.Provenance{Source: source, Record: l.Record(c), Changed: changed})
}

// fileForms are the forms of a library: one, or a list.
type fileForms []fileForm

func (f *fileForms) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	if list, ok := n.(*ast.SequenceNode); ok {
		r.ReadList(path, list, reflect.ValueOf(f).Elem())
		return
	}
	p := path + "[0]"
	r.PlaceValue(p, n, r.Hint(path))
	*f = make(fileForms, 1)
	r.Read(p, n, reflect.ValueOf(&(*f)[0]).Elem())
}

// checkTypes reports forms that no item, or more than one of them, would be for.
func (f fileForms) checkTypes(r *reader, path string) {
	taken := map[citation.Type]bool{}
	for i, form := range f {
		p := fmt.Sprintf("%s[%d].for", path, i)
		switch last := i == len(f)-1; {
		case last && len(form.For) > 0:
			r.report(p, violation{"is set in the last form, which is for all other types", "leave it out, or add a form without it"}, "")
		case !last && len(form.For) == 0:
			r.report(p, violation{"is missing", ""}, r.Hint(p))
		}
		for j, t := range form.For {
			if taken[t] {
				r.report(fmt.Sprintf("%s[%d]", p, j), violation{"has a type that another form is for", "name each type once"}, "")
			}
			taken[t] = true
		}
	}
}
