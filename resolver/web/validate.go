package web

import (
	"reflect"

	"github.com/go-playground/validator/v10"

	"lendlink/resolver/citation"
)

// readable are the validator's tags that this package adds: what is typed must be
// such that we can read it. Our own reading is the measure, for the validator's
// isbn and issn refuse what people write (blanks, a small x) and take what is no
// book (979-0).
var readable = map[string]func(string, *entry) bool{
	"any_isbn": parses(citation.ParseISBN),
	"any_issn": parses(citation.ParseISSN),
	"any_doi":  parses(citation.ParseDOI),
	"any_pmid": parses(citation.ParsePMID),
	"any_oclc": parses(citation.ParseOCLC),
	"date": func(s string, e *entry) bool {
		_, ok := citation.ParseDate(s, e.latest)
		return ok
	},
	"pages": func(s string, _ *entry) bool {
		c := citation.Citation{Type: citation.Chapter, Page: s}
		citation.Clean(&c, 0)
		return c.Page != ""
	},
}

func parses(parse func(string) (string, bool)) func(string, *entry) bool {
	return func(s string, _ *entry) bool {
		_, ok := parse(s)
		return ok
	}
}

var validate = newValidator()

func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("form") })
	for tag, ok := range readable {
		check := func(fl validator.FieldLevel) bool {
			e := fl.Parent().Interface().(entry)
			return ok(fl.Field().String(), &e)
		}
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(err)
		}
	}
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		e := sl.Current().Interface().(entry)
		if e.Title+e.ContainerTitle+e.ISBN+e.ISSN+e.DOI+e.PMID+e.OCLC == "" {
			sl.ReportError(e.Title, "title", "Title", "names_item", "")
		}
	}, entry{})
	return v
}

// invalid gives the names of the fields that hold what cannot be read, as they
// stand on the form. error.NAME tells the patron what to do about it.
func (e *entry) invalid() []string {
	var names []string
	wrong, _ := validate.Struct(e).(validator.ValidationErrors)
	for i := range fields {
		for _, w := range wrong {
			if w.Field() == fields[i].name {
				names = append(names, fields[i].name)
			}
		}
	}
	return names
}
