package web

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
	"lendlink/resolver/requestform"
)

// inspection is what is to be inspected, and under which settings.
//
// The page's own parameters are format=json or format=text, and those that begin
// with lendlink., which no source sends. None of them is read as part of the link.
type inspection struct {
	links   []string // never empty
	pasted  string   // the text that they were looked for in
	wrong   string   // what is wrong with the text, if nothing was read of it, as pasteError names it
	Unread  unread   // of the text
	format  string
	As      map[citation.Type]string // lendlink.as.TYPE: the genre that a type is sent under
	Confirm library.Confirm          // lendlink.confirm: the policy; "" is the library's
}

const (
	ownPrefix     = "lendlink."
	pastedName    = ownPrefix + "link" // a text that holds links
	asPrefix      = ownPrefix + "as."
	confirmName   = ownPrefix + "confirm"
	formatAsJSON  = "format=json"
	formatAsText  = "format=text"
	maxInspection = 20 // of the links in a pasted text
)

// isGenre reports whether a request form knows a genre.
func isGenre(name string) bool {
	return slices.ContainsFunc(requestform.Services(), func(s requestform.Service) bool {
		return slices.Contains(requestform.Genres(s), name)
	})
}

// readInspection separates the page's own parameters from the link, and leaves the
// link as it was sent.
func readInspection(query string, year int) inspection {
	in := inspection{As: map[citation.Type]string{}}
	var link []string
	for piece := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(piece, "=")
		switch {
		case piece == formatAsJSON, piece == formatAsText:
			_, in.format, _ = strings.Cut(piece, "=")
		case !strings.HasPrefix(name, ownPrefix):
			link = append(link, piece)
		default:
			if text, err := url.QueryUnescape(value); err == nil {
				in.set(name, text)
			}
		}
	}
	if in.findLinks(year); len(in.links) == 0 {
		in.links = []string{strings.Join(link, "&")}
	}
	return in
}

func (in *inspection) set(name, value string) {
	switch {
	case name == pastedName:
		in.pasted = strings.TrimSpace(value)
	case name == confirmName:
		switch c := library.Confirm(value); c {
		case library.ConfirmNever, library.ConfirmIncomplete, library.ConfirmAlways:
			in.Confirm = c
		}
	case strings.HasPrefix(name, asPrefix):
		t := citation.Type(strings.TrimPrefix(name, asPrefix))
		if slices.Contains(citation.Types[:], t) && isGenre(value) {
			in.As[t] = value
		}
	}
}

// findLinks finds the links in a pasted text: those of its COinS, or
// the text itself, an address or a query. Mail programs break long addresses into
// lines. Of a reference, a DOI or another text that patrons paste, it takes the links
// that their paste leads to; of any other text, what is wrong with it.
func (in *inspection) findLinks(year int) {
	if in.pasted == "" {
		return
	}
	found := openurl.Queries(textStart(in.pasted))
	if len(found) == 1 {
		found[0] = strings.NewReplacer("\r", "", "\n", "").Replace(found[0])
	}
	if len(found) == 1 && !saysWhat(found[0], year) {
		items, problems := reference.Read(in.pasted, year)
		in.Unread = newUnread(problems)
		if len(items) == 0 {
			in.links, in.wrong = found, pasteError(problems)
			return
		}
		found = found[:0]
		for i := range items {
			found = append(found, interpret.Write(&items[i].Citation, sourceOf(&items[i])))
		}
	}
	in.Unread.More = in.Unread.More || len(found) > maxInspection
	in.links = found[:min(len(found), maxInspection)]
}

// saysWhat reports whether a text is a link that names an item.
func saysWhat(text string, year int) bool {
	i := strings.IndexAny(text, "= ")
	if i < 0 || text[i] == ' ' {
		return false
	}
	c := interpret.Read(openurl.Parse(text), year).Citation
	return !c.Empty()
}

// library returns the library with the settings that were asked for.
func (in *inspection) library(of *library.Library) *library.Library {
	if len(in.As) == 0 && in.Confirm == "" {
		return of
	}
	changed := *of
	if in.Confirm != "" {
		changed.Confirm, changed.ConfirmTypes = in.Confirm, nil
	}
	changed.Form.Types = in.types(of.Form.Types)
	changed.FormsFor = slices.Clone(of.FormsFor)
	for i := range changed.FormsFor {
		changed.FormsFor[i].Form.Types = in.types(of.FormsFor[i].Form.Types)
	}
	return &changed
}

// types returns how types are sent, with what was asked for in its place.
func (in *inspection) types(of map[citation.Type]requestform.TypeAs) map[citation.Type]requestform.TypeAs {
	types := map[citation.Type]requestform.TypeAs{}
	maps.Copy(types, of)
	for t, genre := range in.As {
		as := types[t]
		as.Genre = genre
		types[t] = as
	}
	return types
}

// Switched reports whether other settings than the library's are asked for.
func (in inspection) Switched() bool { return len(in.As) > 0 || in.Confirm != "" }

// switched is the part of a query that asks for the same settings.
func (in *inspection) switched() string {
	var query string
	for _, t := range citation.Types {
		if genre, ok := in.As[t]; ok {
			query = joinQuery(query, asPrefix+string(t)+"="+genre)
		}
	}
	if in.Confirm != "" {
		query = joinQuery(query, confirmName+"="+string(in.Confirm))
	}
	return query
}

// joinQuery puts two queries together, either of which may be empty.
func joinQuery(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "&" + b
}

// addressSafe escapes what cannot be in an address, or ends it there, and
// nothing else: an escape that is broken stays so.
func addressSafe(query string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(query) {
		switch c := query[i]; {
		case c <= ' ', c >= 0x7f, strings.IndexByte("\"#<>`", c) >= 0:
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// cutPiece takes a parameter of our own out of a query, and leaves the rest as it
// was sent.
func cutPiece(query, piece string) (rest string, found bool) {
	pieces := strings.Split(query, "&")
	i := slices.Index(pieces, piece)
	if i < 0 {
		return query, false
	}
	return strings.Join(slices.Delete(pieces, i, i+1), "&"), true
}
