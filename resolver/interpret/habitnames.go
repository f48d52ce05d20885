package interpret

import (
	"strings"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// familyFirstAuthor returns the author of a link whose source puts the family name first and no
// comma behind it, and takes the last word for the family name where it sends the parts: MEDLINE's
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

// addWholeInitials adds to a first name what auinit and auinitm have behind its initial, where the
// source sends the initials of all given names there, or the initial and the next name: auinitm=RM
// and auinit=RMary beside aufirst=Ruth. Initials in auinit are those of what aufirst shortens, and
// are left out. It reports whether it added any.
func (r *reader) addWholeInitials(n *name.Name) bool {
	first := strings.TrimRight(n.Given, ".")
	if !r.quirks.has(wholeInitials) || first == "" || strings.ContainsAny(first, " .-") {
		return false
	}
	for _, f := range [...]openurl.Field{openurl.AuInit, openurl.AuInitM} {
		rest, ok := strings.CutPrefix(r.co.Get(f), first[:1])
		isOnlyInitials := f == openurl.AuInit && rest == strings.ToUpper(rest)
		if !ok || isOnlyInitials || !startsWithCapital(rest) {
			continue
		}
		n.Given += " " + rest
		r.take(f, "author")
		return true
	}
	return false
}

func startsWithCapital(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }

// isJournalsEditor reports whether the person in aulast is the editor of a journal, as a catalogue
// has it, "Ann Mary," or "Ann Mary.": Umlaut adds what it finds of the journal to the link, and
// leaves the author in au.
func (r *reader) isJournalsEditor() bool {
	if parseGenre(r.co.Get(openurl.Genre)) != articleGenre || r.co.Get(openurl.Au) == "" {
		return false
	}
	given, hasMark := text.Tidy(r.co.Get(openurl.AuFirst)), false
	if given, hasMark = strings.CutSuffix(given, ","); hasMark {
		return true
	}
	given, hasMark = strings.CutSuffix(given, ".")
	return hasMark && len(given)-strings.LastIndexAny(given, " .-") > 3
}
