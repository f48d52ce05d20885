package requestform

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"

	"lendlink/resolver/placeholder"
)

// Service is the system behind a request form, as settings name it.
type Service string

// services are the request forms, in the order in which they are offered. A new one
// is a file in this package and a name here.
var services = compile(&tipasa, &worldShare, &illiad, &illiadForms, &relais, &reshare, &koha, &custom, &practice)

// spec is what is particular to one request form.
type spec struct {
	service Service
	name    string         // as its makers write it
	short   string         // in a sentence
	signIn  string         // whose sign-in patrons meet; "" for its own
	example string         // of an address, for settings
	pattern *regexp.Regexp // of its addresses; nil for any
	local   bool           // a page of Lendlink's own: its address is a path, no proxy goes in front
	query   bool           // its address can have a query of its own
	pathEnd string         // the end of an address's path that makes the required keys needless

	rows    []row      // what it reads, in the order in which it is sent
	genres  []genreRow // how types are sent, where not by OpenURL's genres
	foreign bool       // OpenURL's genres mean nothing to it
	limits  []limit    // the longest values
}

// row is a key and the template that fills it.
type row struct {
	key, from string
	label     string           // of the field in the form, in the system's own words
	when      func(shape) bool // nil where the row is for every item
	duplicate bool             // another row holds the same field: the first to go
	required  bool             // part of the form's address: added where that lacks it, never removed

	template placeholder.Template
	limit    int
}

// limit is the most characters that some fields of a form take.
type limit struct {
	fields    []string
	maxLength int
}

// compile reads the templates of the forms' rows.
func compile(specs ...*spec) []*spec {
	for _, s := range specs {
		for i := range s.rows {
			r := &s.rows[i]
			r.template = placeholder.MustParse(r.from)
			r.limit = s.limit(r.template)
		}
	}
	return specs
}

func specOf(name Service) *spec {
	for _, s := range services {
		if s.service == name {
			return s
		}
	}
	return &tipasa
}

// Services returns the names of all services.
func Services() []Service {
	names := make([]Service, len(services))
	for i, s := range services {
		names[i] = s.service
	}
	return names
}

// Title returns the name of the system as its makers write it, such as "OCLC Tipasa".
func (s Service) Title() string { return specOf(s).name }

// Name returns what a form is called: the name of its system, or the host of one that
// nothing is known of.
func (f *Form) Name() string {
	u, err := url.Parse(f.URL)
	if f.Service.NeedsKeys() && err == nil && u.Host != "" {
		return u.Host
	}
	return f.Service.Title()
}

// Short returns the name of the system in a sentence, such as "Tipasa".
func (s Service) Short() string { return specOf(s).short }

// SignIn returns whose sign-in patrons meet on the way to the form, such as "OCLC".
func (s Service) SignIn() string { return cmp.Or(specOf(s).signIn, specOf(s).short) }

// Example returns an address of such a form.
func (s Service) Example() string { return specOf(s).example }

// TakesQuery reports whether the form's address can have a query of its own.
func (s Service) TakesQuery() bool { return specOf(s).query }

// Local reports whether the form is a page of Lendlink's own.
func (s Service) Local() bool { return specOf(s).local }

// NeedsKeys reports whether the form receives nothing but what settings put under keys.
func (s Service) NeedsKeys() bool { return len(specOf(s).rows) == 0 }

// Fits reports whether an address has the shape of those of the service.
func (s Service) Fits(address string) bool {
	p := specOf(s).pattern
	return p == nil || p.MatchString(address)
}

// Recognizes reports whether an address has the shape of those of the service, which other
// services do not have; false for a service that has addresses of any shape.
func (s Service) Recognizes(address string) bool {
	p := specOf(s).pattern
	return p != nil && p.MatchString(address)
}

// sends reports whether a key is among those that the service reads.
func (s *spec) sends(name string) bool {
	return slices.ContainsFunc(s.rows, func(r row) bool { return r.key == name })
}

// limit returns the most characters for what a template holds, or 0 for no limit.
func (s *spec) limit(t placeholder.Template) int {
	field := mainField(t)
	for _, l := range s.limits {
		if slices.Contains(l.fields, field) {
			return l.maxLength
		}
	}
	return 0
}

// truncate cuts a value at a word. Of an identifier half would be another one's: that
// goes as a whole.
func (s *spec) truncate(t placeholder.Template, value string, maxLength int) string {
	if slices.Contains(identifiers, mainField(t)) {
		return ""
	}
	return shorten(value, maxLength, runeCount)
}
