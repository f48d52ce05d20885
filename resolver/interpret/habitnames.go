package interpret

import (
	"strings"
	"unicode/utf8"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// familyFirstAuthor returns the author of a link whose source puts the family name first and no
// comma after it, and takes the last word for the family name where it sends the parts: MEDLINE's
// "Tanaka Yumi" comes as aulast=Yumi&aufirst=Tanaka, "Roelants J M" as
// aulast=M&aufirst=Roelants&auinitm=J.
func (r *reader) familyFirstAuthor() (name.Name, bool) {
	whole := ""
	for _, v := range r.co.All(openurl.Pid) {
		whole, _ = tagged(v, "authfull")
	}
	if whole == "" {
		whole = r.co.Get(openurl.Au)
	}
	if whole == "" {
		words := []string{r.co.Get(openurl.AuFirst), r.co.Get(openurl.AuInitM), r.co.Get(openurl.AuLast)}
		if words[0] == "" {
			words[0] = r.co.Get(openurl.AuInit)
		}
		whole = strings.Join(words, " ")
	}
	n, ok := name.FamilyFirst(whole)
	if !ok {
		return name.Name{}, false
	}
	for _, f := range [...]openurl.Field{
		openurl.Pid, openurl.Au, openurl.AuLast, openurl.AuFirst, openurl.AuInit, openurl.AuInit1, openurl.AuInitM,
	} {
		if i := r.co.Index(f); i >= 0 {
			r.used(i, "author")
		}
	}
	return n, true
}

// withoutInitial returns the initials of auinitm without that of the first name, where the source
// has the initials of all given names there: auinitm=RM with aufirst=Ruth.
func (r *reader) withoutInitial(initials, given string) string {
	_, size := utf8.DecodeRuneInString(given)
	rest := strings.TrimPrefix(initials, given[:size])
	isOther := rest == "" || rest != strings.ToUpper(rest)
	if !r.quirks.has(wholeInitials) || isOther {
		return initials
	}
	return rest
}

// splitByInitial splits a whole name in aulast that begins with the family name, where auinit and au
// say so: aulast=Tanaka Yumi&auinit=Y&au=Tanaka, Y.
func (r *reader) splitByInitial(n *name.Name) {
	family, given, _ := strings.Cut(n.Family, " ")
	initial := strings.TrimRight(r.co.Get(openurl.AuInit), ".")
	if n.Given != "" || !strings.HasPrefix(given, initial) {
		return
	}
	if strings.TrimRight(r.co.Get(openurl.Au), ".") == family+", "+initial {
		n.Family, n.Given = family, given
	}
}

// isJournalsEditor reports whether the person in aulast is the editor of a journal, as a catalogue
// has it, "Ann Mary," or "Ann Mary.": Umlaut adds what it finds of the journal to the link, and
// leaves the author in au.
func (r *reader) isJournalsEditor() bool {
	if parseGenre(r.co.Get(openurl.Genre)) != articleGenre {
		return false
	}
	given, hasMark := text.Tidy(r.co.Get(openurl.AuFirst)), false
	if given, hasMark = strings.CutSuffix(given, ","); hasMark {
		return true
	}
	given, hasMark = strings.CutSuffix(given, ".")
	return hasMark && len(given)-strings.LastIndexAny(given, " .-") > 3
}
