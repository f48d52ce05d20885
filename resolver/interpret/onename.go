package interpret

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// hasGivenOfAnother reports whether the given name sent with a person who has only one name is another
// person's: the source fills it in from the next heading.
func (r *reader) hasGivenOfAnother(n name.Name) bool {
	if !r.quirks.has(givenOfAnother) {
		return false
	}
	return name.IsSingle(n.Family) || isBynamed(r.title(openurl.Title), n.Family) || isBynamed(r.title(openurl.BTitle), n.Family)
}

// beforeBynames are the words between a name and the place or quality that distinguishes its bearer.
var beforeBynames = []string{"of", "the", "de", "von", "da", "di", "van"}

// isBynamed reports whether a title has the name with a byname after it, so that it is not a family
// name: The visions of Adela of Lund. After an article it is not a name: The King of Lund.
func isBynamed(title, who string) bool {
	before, after, _ := strings.Cut(title, who+" ")
	link, byname, _ := strings.Cut(after, " ")
	if first, _ := utf8.DecodeRuneInString(byname); !unicode.IsUpper(first) {
		return false
	}
	isNoun := strings.HasSuffix(before, "The ") || strings.HasSuffix(before, "the ")
	return !isNoun && slices.Contains(beforeBynames, link)
}

// dropGiven removes the given name, which is another person's.
func (r *reader) dropGiven(n *name.Name) {
	if n.Given == "" {
		return
	}
	r.warn(warning.ContributorDropped, "author", n.Given)
	r.dropUses(func(f From) bool { return r.co.Pairs[f.Pair].Field == openurl.AuFirst })
	*n = name.Name{Family: n.Family}
}
