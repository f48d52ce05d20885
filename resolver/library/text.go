package library

import (
	"maps"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/spelling"
)

// Text is a text of the library's own for patrons, by language: one for all pages, under
// "", or one for each language. It is empty where there is none.
type Text map[string]string

// OneText returns a text that is shown in every language.
func OneText(s string) Text { return Text{"": s} }

// In returns the text for pages in a language, and the language that it is in. Where that
// has none, it is the text in the first of the library's languages that has one.
func (t Text) In(language string, languages []string) (text, in string) {
	for _, l := range slices.Concat([]string{language}, languages, Languages[:]) {
		if text, ok := t[l]; ok {
			return text, l
		}
	}
	in = language
	if len(languages) > 0 {
		in = languages[0]
	}
	return t[""], in
}

// List returns the text in each language that it is in.
func (t Text) List() []string {
	var all []string
	for _, language := range slices.Sorted(maps.Keys(t)) {
		all = append(all, t[language])
	}
	return all
}

// ReadNode reads a text, or a text by language.
func (t *Text) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	if _, ok := n.(*ast.MappingNode); !ok {
		if text := readText(r, path, n); text != "" {
			*t = OneText(text)
		}
		return
	}
	*t = Text{}
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.SetHint(p, "text in that language")
		if unknownLanguage(e.Name).wrong != "" {
			r.Report(p, e.At, "`%s` is not a language of the pages; %s", e.Name, spelling.DidYouMean(e.Name, Languages[:]))
			continue
		}
		if value := r.Resolve(p, e.Value); value != nil {
			(*t)[e.Name] = readText(r, p, value)
		}
	}
}

func readText(r *strictyaml.Reader, path string, n ast.Node) string {
	if _, isBool := n.(*ast.BoolNode); isBool {
		r.Mismatch(path, n, strictyaml.Text)
		return ""
	}
	text, _ := r.Text(path, n)
	return text
}

// findings returns the text in each language, for the search for what can hardly be meant.
func (t Text) findings(path string) []finding {
	var all []finding
	for _, language := range slices.Sorted(maps.Keys(t)) {
		at := path
		if language != "" {
			at = strictyaml.Join(path, language)
		}
		all = append(all, finding{path: at, value: t[language]})
	}
	return all
}
