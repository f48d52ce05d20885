package library

import (
	"fmt"
	"slices"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/requestform"
)

// checkForms reports what does not fit the service that a form names.
func (r *reader) checkForms(f any) {
	switch f := f.(type) {
	case *fileSettings:
		for i := range f.Libraries {
			r.checkLibraryForms(fmt.Sprintf("libraries[%d].form", i), f.Libraries[i].Form)
		}
	case *fileLibrary:
		r.checkLibraryForms("form", f.Form)
	}
}

func (r *reader) checkLibraryForms(path string, forms fileForms) {
	forms.checkTypes(r, path)
	for i := range forms {
		r.checkForm(fmt.Sprintf("%s[%d]", path, i), &forms[i])
	}
}

func (r *reader) checkForm(path string, f *fileForm) {
	service := requestform.Service(f.Service)
	if !slices.Contains(requestform.Services(), service) {
		return // nothing can be said of an unknown one
	}
	if f.URL != "" {
		r.report(strictyaml.Join(path, "url"), notFormAddress(service, f.URL), "the form's address, such as "+service.Example())
	}
	keys := len(f.Keys)
	for itemType, as := range f.Types {
		keys += len(as.Keys)
		if as.Genre != "" {
			p := fmt.Sprintf("%s.types[%s].genre", path, itemType)
			r.report(p, unknownGenre(service, as.Genre), r.Hint(p))
		}
	}
	if p := strictyaml.Join(path, "keys"); service.NeedsKeys() && keys == 0 {
		r.report(p, violation{"is missing", ""}, r.Hint(p))
	}
}

// report reports what is wrong with the value at a path, once.
func (r *reader) report(path string, c violation, wanted string) {
	if c == (violation{}) || r.HasFailed(path) {
		return
	}
	if c.advice == "" {
		c.advice = "write " + wanted
	}
	r.Report(path, r.At(path), "`%s` %s; %s", strictyaml.FieldName(path), c.wrong, c.advice)
}
