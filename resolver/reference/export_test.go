package reference

import "lendlink/resolver/citation"

// EachTagOut takes one tag or type of the formats out at a time, calls do with its name, and
// puts it back.
func EachTagOut(do func(name string)) {
	for name, format := range map[string]*taggedFormat{"RIS": &ris, ".nbib": &nbib, "EndNote": &endNote} {
		eachOut(format.fields, name+" tag ", do)
		eachOut(format.types, name+" type ", do)
	}
	eachOut(bibFields, "BibTeX field ", do)
	eachOut(bibTypes, "BibTeX type ", do)
	eachOut(cslTypes, "CSL type ", do)
	eachOut(pageFields, "meta tag ", do)
	for i, row := range pageTypes[:len(pageTypes)-1] {
		pageTypes[i].name = "no name of a tag"
		do("type by " + row.name)
		pageTypes[i] = row
	}
	eachOut(onlyWhereNone, "shorter tag ", do)
}

func eachOut[V field | citation.Type | string](table map[string]V, name string, do func(string)) {
	keys := make([]string, 0, len(table))
	for key := range table {
		keys = append(keys, key)
	}
	for _, key := range keys {
		value := table[key]
		delete(table, key)
		do(name + key)
		table[key] = value
	}
}
