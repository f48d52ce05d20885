package requestform_test

import (
	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
)

// key returns a key of the settings.
func key(name string, templates ...string) requestform.Key {
	k := requestform.Key{Name: name}
	for _, t := range templates {
		k.From = append(k.From, placeholder.MustParse(t))
	}
	return k
}

// everyField are the keys of a form that is set up from scratch.
var everyField = []requestform.Key{
	key("book", "{main-title}"), key("article", "{part-title}"), key("who", "{authors}"), key("when", "{date}"),
	key("where", "{volume}{({issue})}{, {pages}}"), key("from", "{place}{: {publisher}}"), key("ids", "{doi}", "{issn}", "{isbn}", "{oclc}"),
}
