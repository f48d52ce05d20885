package requestform

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lendlink/resolver/placeholder"
	"lendlink/resolver/warning"
)

// filling is a form while it is filled in.
type filling struct {
	form     *Form
	spec     *spec
	item     placeholder.Item
	shape    shape
	typeKeys []Key // of the item's type
	entries  []entry
	warnings warning.List
	text     strings.Builder // what rows are filled with is cut from it
	room     [20]entry       // for the entries of most items
}

// entry is a param and where it came from.
type entry struct {
	Param
	from      *placeholder.Template
	origin    origin
	duplicate bool // another key of the service holds the same field
}

// origin is who decides about a key. Later ones win over earlier ones.
type origin uint8

const (
	own      origin = iota // the service
	replaced               // the settings' keys, in place of one of the service's
	added                  // the settings' keys, in addition
	constant               // the settings' params
	required               // what the form's address must have
)

// usualText is the length of most items' fields together, as forms write them.
const usualText = 128

// fill writes the keys: those of the service in their order, each as the settings
// have it, then what the settings add.
func (f *filling) fill() {
	s := f.spec
	f.entries = f.room[:0]
	f.text.Grow(usualText)
	isPlain := len(f.form.Keys)+len(f.typeKeys)+len(f.form.Params) == 0 // no setting can override a key: most libraries' need no look
	for i := range s.rows {
		r := &s.rows[i]
		switch {
		case r.required && f.hasAlready(r.key):
		case isPlain || !f.overridden(r.key):
			f.addRow(r)
		case i == 0 || s.rows[i-1].key != r.key: // rft_id has several rows; a setting of that name replaces them all
			f.addSetting(r.key, replaced)
		}
	}
	for _, k := range f.form.Keys {
		f.addOnce(k.Name)
	}
	for _, k := range f.typeKeys {
		f.addOnce(k.Name)
	}
	for _, p := range f.form.Params {
		f.addOnce(p.Key)
	}
}

// hasAlready reports whether the form's own address has a key that it must have.
func (f *filling) hasAlready(key string) bool {
	path, query, _ := strings.Cut(f.form.URL, "?")
	if end := f.spec.pathEnd; end != "" && strings.HasSuffix(path, end) {
		return true
	}
	for pair := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(pair, "="); strings.EqualFold(name, key) {
			return true
		}
	}
	return false
}

func (f *filling) addRow(r *row) {
	if r.when != nil && !r.when(f.shape) {
		return
	}
	value, ok := r.template.ExpandInto(&f.text, &f.item)
	if !ok { // most keys; add would leave them out later
		return
	}
	e := entry{Param: Param{r.key, value}, from: &r.template, duplicate: r.duplicate}
	if r.required {
		e.origin = required
	}
	f.add(e, r.limit)
}

// overridden reports whether the settings say what a key holds, or that it is not sent.
func (f *filling) overridden(name string) bool {
	return hasKey(f.form.Keys, name) || hasKey(f.typeKeys, name) || hasParam(f.form.Params, name)
}

// addSetting adds what the settings put under a key: the last to say so decides.
func (f *filling) addSetting(name string, as origin) {
	if hasParam(f.form.Params, name) {
		for _, p := range f.form.Params {
			if p.Key == name {
				p.Value = placeholder.Clean(p.Value)
				f.add(entry{Param: p, from: &placeholder.Template{}, origin: constant}, 0)
			}
		}
		return
	}
	keys := f.typeKeys
	if !hasKey(keys, name) {
		keys = f.form.Keys
	}
	for _, k := range keys {
		if k.Name != name {
			continue
		}
		for i := range k.From {
			t := &k.From[i]
			value, _ := t.Expand(&f.item, nil)
			f.add(entry{Param: Param{name, placeholder.Clean(value)}, from: t, origin: as}, f.spec.limit(*t))
		}
	}
}

// addOnce adds a key of the settings that is neither the service's nor there already.
func (f *filling) addOnce(name string) {
	if f.spec.sends(name) || slices.ContainsFunc(f.entries, func(e entry) bool { return e.Key == name }) {
		return
	}
	f.addSetting(name, added)
}

// add appends an entry that has a value, cut to the form's limit in characters.
func (f *filling) add(e entry, limit int) {
	if e.Key == "" || e.Value == "" {
		return
	}
	if limit > 0 && utf8.RuneCountInString(e.Value) > limit {
		whole := e.Value
		if e.Value = f.spec.truncate(*e.from, whole, limit); e.Value == "" {
			f.warnings.Add(warning.LimitDropped, e.Key, shorten(whole, longestDetail, encodedLen))
			return
		}
		f.warnings.Add(warning.LimitShortened, e.Key, shorten(whole, longestDetail, encodedLen))
	}
	f.entries = append(f.entries, e)
}

func (f *filling) params() []Param {
	params := make([]Param, len(f.entries))
	for i := range f.entries {
		params[i] = f.entries[i].Param
	}
	return params
}

func hasKey(keys []Key, name string) bool {
	return slices.ContainsFunc(keys, func(k Key) bool { return k.Name == name })
}

func hasParam(params []Param, name string) bool {
	return slices.ContainsFunc(params, func(p Param) bool { return p.Key == name })
}
