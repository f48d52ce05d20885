// Package warning holds the closed list of what may be repaired, dropped or
// doubted on the way from a link to a request form.
//
// Staff read warnings on the inspection page and on the command line; patrons
// never see one. A warning says what happened; it never stops a request.
//
// It imports nothing of Lendlink.
package warning

// Warning is one repair, drop or doubt.
type Warning struct {
	Code   Code   `json:"code"`
	Field  string `json:"field,omitempty"`  // the key or citation field it is about; empty for the whole link
	Detail string `json:"detail,omitempty"` // the value it is about, as sent; never a personal one
}

// List is the warnings of one link, in the order in which they came up.
type List []Warning

// Add appends a warning.
func (l *List) Add(code Code, field, detail string) {
	*l = append(*l, Warning{code, field, detail})
}

// Has reports whether the list holds a warning with this code.
func (l List) Has(code Code) bool {
	for _, w := range l {
		if w.Code == code {
			return true
		}
	}
	return false
}
