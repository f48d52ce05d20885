package web

import (
	"net/http"
	"net/url"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
)

// choicePage is the page on which a patron chooses among the items that a pasted text
// names.
type choicePage struct {
	frame
	Items  []choice
	Unread bool // some of the text could not be read
	More   bool // there is more than is shown
}

// choice is one item and the address of its confirmation page.
type choice struct {
	Citation citation.Citation
	Href     string
	Left     leftText
	query    string // the item as a link
}

// The parts of the address of a choice: an item as a link, and what else the page says.
const (
	choiceItem   = "item"
	choiceUnread = "unread"
	choiceMore   = "more"
)

// choose lets the patron choose among items. The page has an address, to which patrons come
// back after a choice, unless there are more items than fit into one.
func (s *Server) choose(v *requestContext, items []reference.Item, problems []reference.Problem) error {
	p := choicePage{}
	address := url.Values{}
	for i := range items {
		c := entry{latest: s.Now().Year() + 1}.with(&items[i])
		p.Items = append(p.Items, s.choiceOf(v, c, sourceOf(&items[i]), s.leftovers.Seal(items[i].Note)))
		address.Add(choiceItem, p.Items[i].query)
	}
	for _, problem := range problems {
		switch problem.Code {
		case reference.TooLong, reference.TooMany:
			p.More = true
			address.Set(choiceMore, "1")
		default:
			p.Unread = true
			address.Set(choiceUnread, "1")
		}
	}
	if v.requestedLanguage != "" {
		address.Set("lang", v.requestedLanguage)
	}
	if query := address.Encode(); len(query) <= maxAddress {
		return v.seeOther("/" + v.library.Code + "/request?" + query)
	}
	return s.renderChoice(v, p)
}

// chooseAgain shows a choice at its address.
func (s *Server) chooseAgain(v *requestContext, form url.Values) error {
	p := choicePage{Unread: form.Has(choiceUnread), More: form.Has(choiceMore)}
	queries := form[choiceItem]
	if len(queries) > reference.MaxItems {
		queries, p.More = queries[:reference.MaxItems], true
	}
	for _, query := range queries {
		link := openurl.Parse(query)
		if c := interpret.Read(link, s.Now().Year()).Citation; !c.Empty() {
			p.Items = append(p.Items, s.choiceOf(v, c, link.Source, sealedIn(query)))
		}
	}
	if len(p.Items) == 0 {
		return v.seeOther("/" + v.library.Code + "/")
	}
	return s.renderChoice(v, p)
}

func (s *Server) choiceOf(v *requestContext, c citation.Citation, source, sealed string) choice {
	return choice{c, v.confirmAddress(&c, source, sealed), s.leftText(sealed), withLeftover(itemQuery(&c, source), sealed)}
}

// sealedIn returns what the link of an item has beside it of a pasted text.
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
