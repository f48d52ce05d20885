package text

import (
	"strings"
)

// markupTags are the elements that come in titles and names: of HTML, MathML and JATS,
// in lower case and without a prefix. What else is in angle brackets is text: "Univer-
// sität <Wien>" in German catalogues.
var markupTags = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(`a abbr b bdi bdo big blockquote body br caption center cite code dd del dfn div dl dt em font
		h1 h2 h3 h4 h5 h6 head hr html i img ins kbd li mark nobr ol p pre q s samp script small span strike strong
		style sub sup svg table tbody td th tr tt u ul var
		math annotation maction menclose mfenced mfrac mglyph mi mmultiscripts mn mo mover mpadded mphantom mroot
		mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none mprescripts
		semantics
		alternatives bold break ext-link inf inline-formula italic monospace named-content overline roman sans-serif
		sc scp tex-math title underline xref`) {
		m[name] = true
	}
	return m
}()

// nonFiling are the marks around words that catalogues leave out in sorting: <<Die>>,
// ¬Das¬.
var nonFiling = strings.NewReplacer("<<", "", ">>", "", "¬", "", "\u0098", "", "\u009C", "")

// stripMarkup removes tags (<i>, </sub>, <mml:mi>) and keeps what they hold.
// A "<" that begins no tag is a sign: "p < 0.05". A sanitiser of HTML, such as bluemonday or
// the tokenizer of golang.org/x/net/html, would take "a<b and b>c" and <Wien> for tags too, and
// all after a <title> for its text. It is not for safety: pages escape what they show.
func stripMarkup(s string) string {
	s = nonFiling.Replace(s)
	if strings.IndexByte(s, '<') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		name, end := tag(s[i:])
		if end < 0 {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		if lineTags[name] {
			b.WriteByte(' ')
		}
		s = s[i+end:]
	}
	b.WriteString(s)
	return b.String()
}

// lineTags are the tags between which words do not hang together.
var lineTags = map[string]bool{"br": true, "break": true, "p": true, "div": true, "li": true}

// tag returns the name and the length of the tag that s begins with; -1 for none.
func tag(s string) (name string, end int) {
	from := 1
	if strings.HasPrefix(s, "</") {
		from = 2
	}
	n := strings.IndexAny(s[from:], "<>")
	if n < 0 || s[from+n] != '>' || n > 200 {
		return "", -1
	}
	end = from + n + 1
	name = s[from : end-1]
	if i := strings.IndexAny(name, " /\t\r\n"); i >= 0 {
		if rest := strings.Trim(name[i:], " /\t\r\n"); rest != "" && !strings.Contains(rest, "=") { // a<b and b>c
			return "", -1
		}
		name = name[:i]
	}
	name = strings.ToLower(name[strings.LastIndexByte(name, ':')+1:])
	if !markupTags[name] {
		return "", -1
	}
	return name, end
}
