package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
)

// choicePage is the page on which a patron chooses among the items that a pasted text
// names.
type choicePage struct {
	frame
	Items []choice
	unread
}

// choice is one item and the address of its confirmation page.
type choice struct {
	Citation citation.Citation
	Href     string
	Left     leftText
	query    string // the item as a link
}

// choiceItem is the part of the address of a choice that holds an item as a link.
const choiceItem = "item"

// choose lets the patron choose among items. The page has an address, to which patrons come
// back after a choice, unless there are more items than fit into one.
func (s *Server) choose(v *requestContext, items []reference.Item, problems []reference.Problem) error {
	p := choicePage{unread: newUnread(problems)}
	address := p.unread.values()
	for i := range items {
		c := entry{latest: s.Now().Year() + 1}.with(&items[i])
		p.Items = append(p.Items, s.choiceOf(v, c, sourceOf(&items[i]), s.leftovers.Seal(items[i].Note)))
		address.Add(choiceItem, p.Items[i].query)
	}
	if v.requestedLanguage != "" {
		address.Set("lang", v.requestedLanguage)
	}
	if query := address.Encode(); len(query) <= maxAddress {
		return v.seeOther("/" + v.library.Code + "/request?" + query)
	}
	return s.renderChoice(v, p)
}

// showChoicePage shows a choice at its address.
func (s *Server) showChoicePage(v *requestContext, form url.Values) error {
	p := choicePage{unread: readUnread(form)}
	p.More = p.More || len(form[choiceItem]) > reference.MaxItems
	for _, item := range s.linkedItems(form) {
		p.Items = append(p.Items, s.choiceOf(v, item.citation, item.source, item.sealed))
	}
	if len(p.Items) == 0 {
		return v.seeOther("/" + v.library.Code + "/")
	}
	return s.renderChoice(v, p)
}

// linkedItem is an item that an address holds as a link.
type linkedItem struct {
	citation citation.Citation
	source   string
	sealed   string // what of a pasted text has no field
}

// linkedItems reads the items of an address.
func (s *Server) linkedItems(form url.Values) []linkedItem {
	var items []linkedItem
	queries := form[choiceItem]
	for _, query := range queries[:min(len(queries), reference.MaxItems)] {
		link := openurl.Parse(query)
		if c := interpret.Read(link, s.Now().Year()).Citation; !c.Empty() {
			items = append(items, linkedItem{c, link.Source, s.sealed(sealedIn(query))})
		}
	}
	return items
}

func (s *Server) choiceOf(v *requestContext, c citation.Citation, source, sealed string) choice {
	return choice{c, v.confirmAddress(&c, source, sealed), s.leftText(sealed), withLeftover(itemQuery(&c, source), sealed)}
}

// sealedIn returns the part of a pasted text that the link of an item carries sealed.
func sealedIn(query string) string {
	values, err := url.ParseQuery(query)
	if err != nil {
		return ""
	}
	return values.Get(leftoverKey)
}

func (s *Server) renderChoice(v *requestContext, p choicePage) error {
	p.frame = v.frame()
	return s.render(v, http.StatusOK, "choose", p)
}

// unread is what of a pasted text could not be read.
type unread struct {
	Count  int                 // of its parts
	Parts  []reference.Problem // the first of them
	More   bool                // there are more items than are taken
	Longer bool                // the text goes on after what is taken
}

// maxUnread is the number of unread parts that a page lists.
const maxUnread = 10

// The parts of an address for unread: how many parts, and LINE:CODE of the first ones.
const (
	unreadCount = "unread"
	unreadWhy   = "why"
	unreadMore  = "more"
	unreadLong  = "longer"
)

func newUnread(problems []reference.Problem) unread {
	var u unread
	for _, p := range problems {
		switch p.Code {
		case reference.TooLong:
			u.Longer = true
		case reference.TooMany:
			u.More = true
		default:
			if u.Count++; u.Count <= maxUnread {
				u.Parts = append(u.Parts, p)
			}
		}
	}
	return u
}

// Rest is how many parts there are after those that are listed.
func (u unread) Rest() int { return max(0, u.Count-len(u.Parts)) }

// Explained reports whether there is more to say than that nothing was read.
func (u unread) Explained() bool {
	plain := func(p reference.Problem) bool {
		return p.Line == 1 && (p.Code == reference.Unreadable || p.Code == reference.NoReference)
	}
	return u.Count > 1 || slices.ContainsFunc(u.Parts, func(p reference.Problem) bool { return !plain(p) && p.Code != reference.BadNumber })
}

func (u unread) values() url.Values {
	values := url.Values{}
	if u.Count > 0 {
		values.Set(unreadCount, strconv.Itoa(u.Count))
	}
	for _, p := range u.Parts {
		values.Add(unreadWhy, fmt.Sprintf("%d:%s", p.Line, p.Code))
	}
	if u.More {
		values.Set(unreadMore, "1")
	}
	if u.Longer {
		values.Set(unreadLong, "1")
	}
	return values
}

// readUnread reads it from an address, which anybody can have made.
func readUnread(form url.Values) unread {
	u := unread{More: form.Has(unreadMore), Longer: form.Has(unreadLong)}
	count, err := strconv.Atoi(form.Get(unreadCount))
	if err == nil {
		u.Count = max(0, min(count, reference.MaxBytes))
	}
	for _, why := range form[unreadWhy][:min(len(form[unreadWhy]), maxUnread, u.Count)] {
		line, code, _ := strings.Cut(why, ":")
		n, err := strconv.Atoi(line)
		isLine := err == nil && 0 <= n && n <= reference.MaxBytes
		if c := reference.Code(code); isLine && c.IsPart() && slices.Contains(reference.Codes(), c) {
			u.Parts = append(u.Parts, reference.Problem{Line: n, Code: c})
		}
	}
	return u
}
