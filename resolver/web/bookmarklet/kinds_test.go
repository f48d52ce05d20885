package bookmarklet_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

// library is the address that the bookmarklet of these tests opens. It is only read.
const library = "http://library.example/demo"

// readPages serves pages at any address, by what pages holds under ?page=NAME.
func readPages(t *testing.T, pages map[string]string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<!doctype html><html lang=en><link rel=icon href=data:,>" + pages[r.URL.Query().Get("page")]))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// opened is an expression for the address that the bookmarklet opens on the page,
// without opening it, or what its dialog offers, a line each.
func opened(t *testing.T) string {
	return `(() => {
		let opened = "";
		window.open = () => ({ document: { body: { append(link) { link.click = () => opened = link.href; } } } });
		` + script(t, library) + `
		const dialog = Document.prototype.querySelector.call(document, "#lendlink-ask");
		if (!dialog) return opened;
		const offered = [...dialog.shadowRoot.querySelectorAll("a")].map(a => a.href).join("\n");
		dialog.remove();
		return offered;
	})()`
}

const (
	sici    = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
	article = `<meta name=citation_title content="Slack water"><meta name=citation_journal_title content="Shore Studies">`
	ofBook  = `<meta name=citation_title content="Edges of the Sea"><meta name=citation_isbn content=9780306406157>`
)

// ld is a page with a JSON-LD script.
func ld(json string) string { return `<script type="application/ld+json">` + json + `</script>` }

// coins is a page with one COinS in a span, its title as written in the attribute.
func coins(title string) string { return `<span class=Z3988 title="` + title + `"></span>` }

var (
	slackWater = []string{journal, "rft.genre=article", "rft.atitle=Slack water", "rft.jtitle=Shore Studies"}
	edges      = []string{book, "rft.genre=book", "rft.btitle=Edges of the Sea", "rft.isbn=9780306406157"}
	harbours   = []string{book, "rft.genre=bookitem", "rft.atitle=On Harbours", "rft.btitle=Edges of the Sea", "rft.au=Quill, Bo",
		"rft.date=2004", "rft.pub=Shore Books", "rft.isbn=9780306406157", "rft.spage=12"}
)

// with returns a list with pairs put in after the first that has the key, or at the end.
func with(list []string, key string, pairs ...string) []string {
	at := len(list)
	for i, pair := range list {
		if strings.HasPrefix(pair, key+"=") {
			at = i + 1
		}
	}
	return append(append(append([]string{}, list[:at]...), pairs...), list[at:]...)
}

func TestPagesOfEveryKind(t *testing.T) {
	tests := []struct {
		name, path, page string
		want             []string
	}{
		// DOIs.
		{"SICI in a tag", "/", article + `<meta name=citation_doi content="doi:` + sici + `">`, with(slackWater, "rft.genre", "rft_id=info:doi/"+sici)},
		{"SICI escaped twice", "/", article + `<meta name=citation_doi content="` + strings.NewReplacer("<", "&amp;lt;", ">", "&amp;gt;").Replace(sici) + `">`,
			with(slackWater, "rft.genre", "rft_id=info:doi/"+sici)},
		{"SICI in the address", "/doi/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2/abstract", "", []string{"rft_id=info:doi/" + sici}},
		{"SICI that ends in #", "/doi/10.1175/1520-0469(1998)055%3C0001:ABC%3E2.0.CO;2-%23/full", "", []string{"rft_id=info:doi/10.1175/1520-0469(1998)055<0001:ABC>2.0.CO;2-#"}},
		{"DOI between brackets, full stop after", "/", article + `<meta name=dc.identifier content="(see doi:10.5555/jss(98)77-2)).">`,
			with(slackWater, "rft.genre", "rft_id=info:doi/10.5555/jss(98)77-2")},
		{"DOI in the address only", "/doi/full/10.5555/jss.77", article, with(slackWater, "rft.jtitle", "rft_id=info:doi/10.5555/jss.77")},
		{"DOI behind a proxy's log-in", "/login?url=https%3A%2F%2Fdoi.org%2F10.5555%2Fjss.77", article, with(slackWater, "rft.jtitle", "rft_id=info:doi/10.5555/jss.77")},
		{"DOI alone as path, as behind doi-org.proxy.example.edu", "/10.5555/jss.77", article, with(slackWater, "rft.jtitle", "rft_id=info:doi/10.5555/jss.77")},
		{"the tags' DOI before the address's", "/doi/10.5555/other", article + `<meta name=citation_doi content=10.5555/jss.77>`,
			with(slackWater, "rft.genre", "rft_id=info:doi/10.5555/jss.77")},
		{"DOI in the address, a record in COinS", "/doi/10.5555/edges", `<title>Edges of the Sea | Shore</title>` + coins("rft.genre=book&amp;rft.btitle=Edges+of+the+Sea"),
			[]string{"rft.genre=book", "rft.btitle=Edges of the Sea", "rft_id=info:doi/10.5555/edges"}},

		// Dates.
		{"date in words", "/", article + `<meta name=citation_publication_date content="Apr 22, 2019">`, with(slackWater, "rft.jtitle", "rft.date=Apr 22, 2019")},
		{"date in long words", "/", article + `<meta name=citation_date content="22 de septiembre de 2019">`, with(slackWater, "rft.jtitle", "rft.date=22 de septiembre de 2019")},
		{"date with slashes", "/", article + `<meta name=citation_date content="2019/04/22">`, with(slackWater, "rft.jtitle", "rft.date=2019-04-22")},
		{"date with time", "/", article + `<meta name=dc.date content="2019-04-22 10:00:00">`, with(slackWater, "rft.jtitle", "rft.date=2019-04-22")},
		{"year and month", "/", article + `<meta name=dcterms.issued content="2019-04">`, with(slackWater, "rft.jtitle", "rft.date=2019-04")},
		{"date in words, JSON-LD", "/", ld(`{"@type":"Book","name":"Edges of the Sea","isbn":"9780306406157","datePublished":"September 22, 2019"}`),
			with(edges, "rft.btitle", "rft.date=September 22, 2019")},
		{"year as number, JSON-LD", "/", ld(`{"@type":"Book","name":"Edges of the Sea","isbn":9780306406157,"copyrightYear":2019}`), with(edges, "rft.btitle", "rft.date=2019")},

		// JSON-LD.
		{"prefixed keys", "/", ld(`{"@context":{"schema":"http://schema.org/"},"@type":"schema:Chapter","schema:name":"On Harbours","schema:pageStart":12,
			"schema:author":{"@type":"schema:Person","schema:familyName":"Quill","schema:givenName":"Bo"},"schema:isPartOf":{"@type":"schema:Book","schema:name":"Edges of the Sea",
			"schema:isbn":"9780306406157","schema:datePublished":"2004","schema:publisher":{"schema:name":"Shore Books"}}}`), harbours},
		{"full addresses, expanded", "/", ld(`[{"@type":["http://schema.org/Chapter"],"http://schema.org/name":[{"@value":"On Harbours","@language":"en"}],"https://schema.org/pageStart":[{"@value":12}],
			"http://schema.org/author":[{"@list":[{"http://schema.org/name":[{"@value":"Quill, Bo"}]}]}],"http://schema.org/isPartOf":[{"@id":"http://x.example/book"}]},
			{"@id":"http://x.example/book","@type":["http://schema.org/Book"],"http://schema.org/name":[{"@value":"Edges of the Sea"}],
			"http://schema.org/isbn":[{"@value":"9780306406157"}],"http://schema.org/datePublished":[{"@value":"2004"}],"http://schema.org/publisher":[{"http://schema.org/name":[{"@value":"Shore Books"}]}]}]`), harbours},
		{"graph with nulls, id and type", "/", ld(`{"@graph":[null,{"type":"Chapter","name":"On Harbours","author":[null,{"name":null},"Quill, Bo"],"pageStart":"12","isPartOf":[null,{"id":"#b"}],"about":null},
			{"id":"#b","type":["Book",null],"name":"Edges of the Sea","isbn":[null,"9780306406157"],"datePublished":"2004","publisher":[null,{"name":"Shore Books"}],"constructor":"x","__proto__":{"name":"y"}}]}`), harbours},
		{"line break in a string", "/", ld("{\"@type\":\"Book\",\"name\":\"Edges of\nthe Sea\",\"isbn\":\"9780306406157\"}"), edges},
		{"article of an issue of a volume, journal apart", "/", ld(`{"@type":"ScholarlyArticle","name":"Slack water","isPartOf":[{"@type":"PublicationIssue","issueNumber":2},{"@type":"PublicationVolume","volumeNumber":7},
			{"@type":"Periodical","name":"Shore Studies"},{"@type":"WebSite","name":"shore.example"}],"identifier":[{"@type":"PropertyValue","propertyID":"doi","value":"10.5555/jss.77"},{"propertyID":"pmid","value":123456}]}`),
			with(with(slackWater, "rft.genre", "rft_id=info:doi/10.5555/jss.77", "rft_id=info:pmid/123456"), "rft.jtitle", "rft.volume=7", "rft.issue=2")},
		{"edited book", "/", ld(`{"@type":"Book","name":"Edges of the Sea","isbn":"9780306406157","editor":[{"name":"Bo Quill"},{"name":"Esi Oduya"}]}`),
			with(edges, "rft.btitle", "rft.au=Bo Quill", "rft.au=Esi Oduya")},
		{"book's editor is not a chapter's author", "/", ld(`{"@type":"Chapter","name":"On Harbours","editor":"Bo Quill","isPartOf":{"@type":"Book","name":"Edges of the Sea"}}`),
			[]string{book, "rft.genre=bookitem", "rft.atitle=On Harbours", "rft.btitle=Edges of the Sea"}},
		{"no title and no number", "/book/9780306406157", ld(`{"@type":"Book","author":"Bo Quill"}`), []string{book, "rft.genre=book", "rft.isbn=9780306406157"}},
		{"product", "/", ld(`{"@type":"Product","name":"Edges of the Sea","sku":"9780306406157","offers":{"price":9}}`), edges},

		// Microdata and RDFa.
		{"microdata", "/", `<div itemscope itemtype="https://schema.org/Chapter"><h1 itemprop=name>On Harbours</h1><a itemprop="author" href=/quill>Quill, Bo</a> <meta itemprop=pageStart content=12>
			<span itemprop=isPartOf itemscope itemtype="http://schema.org/Book"><i itemprop=name>Edges of the Sea</i> <b itemprop="isbn">9780306406157</b> <time itemprop=datePublished datetime=2004>in 2004</time>
			<span itemprop=publisher itemscope itemtype=http://schema.org/Organization><span itemprop=name>Shore Books</span></span></span></div>`, harbours},
		{"RDFa", "/", `<div vocab="http://schema.org/" typeof=Chapter><h1 property=name>On Harbours</h1><span property=author typeof=Person><b property=familyName>Quill</b>, <b property=givenName>Bo</b></span>
			<span property="schema:pageStart" content=12></span><a property=isPartOf href="#b">In: Edges</a></div>
			<div resource="#b" typeof="schema:Book"><i property=schema:name>Edges of the Sea</i> <i property="isbn">9780306406157</i> <i property=http://schema.org/datePublished>2004</i>
			<p property=publisher>Shore Books</p></div>`, harbours},

		// Tags.
		{"identifier with scheme", "/", article + `<meta name=dc.Identifier scheme=doi content="10.5555/jss.77"><meta name=dc.Identifier scheme=pmid content=123456><meta name=dc.Identifier scheme=coden content=JSSX>`,
			with(slackWater, "rft.genre", "rft_id=info:doi/10.5555/jss.77", "rft_id=info:pmid/123456")},
		{"ISBN by scheme", "/", `<meta name=DC.Title content="Edges of the Sea"><meta name=DC.Identifier scheme=ISBN content="9780306406157">`, edges},
		{"ISBN without scheme", "/", `<meta name=DC.Title content="Edges of the Sea"><meta name=DC.Identifier content="9780306406157">`, edges},
		{"contributor where there is no creator", "/", ofBook + `<meta name=dc.contributor content="Quill, Bo"><meta name=dc.contributor content="Oduya, Esi">`,
			with(edges, "rft.btitle", "rft.au=Quill, Bo", "rft.au=Oduya, Esi")},
		{"contributor next to a creator", "/", ofBook + `<meta name=dc.creator content="Vale, Jo"><meta name=dc.contributor content="Quill, Bo">`, with(edges, "rft.btitle", "rft.au=Vale, Jo")},
		{"editors of an edited book", "/", ofBook + `<meta name=citation_editor content="Quill, Bo"><meta name=dc.contributor content="Shore Trust">`, with(edges, "rft.btitle", "rft.au=Quill, Bo")},
		{"citation in KEV", "/", `<meta name=DC.title content="Slack water"><meta name="DCTERMS.bibliographicCitation" scheme="info:ofi/fmt:kev:mtx:ctx"
			content="&amp;ctx_ver=Z39.88-2004&amp;rft_val_fmt=info:ofi/fmt:kev:mtx:journal&amp;rft.jtitle=Shore+Studies&amp;rft.volume=7&amp;rft.spage=77&amp;req_id=mailto:jdoe">`,
			append(append([]string{}, slackWater[:3]...), "ctx_ver=Z39.88-2004", "rft.jtitle=Shore Studies", "rft.volume=7", "rft.spage=77")},
		{"citation in words", "/", article + `<meta name=dcterms.bibliographicCitation content="Shore Studies 7 (2), 77">`, slackWater},
		{"first and last page", "/", article + `<meta name=citation_startpage content=77><meta name=citation_endpage content=90>`, with(slackWater, "rft.jtitle", "rft.spage=77", "rft.epage=90")},
		{"ISBN with a first page", "/", `<meta name=citation_title content="On Harbours"><meta name=citation_isbn content=9780306406157><meta name=citation_firstpage content=12>`,
			[]string{book, "rft.genre=bookitem", "rft.atitle=On Harbours", "rft.isbn=9780306406157", "rft.spage=12"}},
		{"book's title without subtitle", "/", `<meta name=citation_title content="Edges: Of the Sea"><meta name=citation_book_title content="Edges"><meta name=citation_isbn content=9780306406157>`,
			[]string{book, "rft.genre=book", "rft.btitle=Edges: Of the Sea", "rft.isbn=9780306406157"}},
		{"title of a chapter that begins with the book's", "/", `<meta name=citation_title content="Edges: a map"><meta name=citation_book_title content="Edges"><meta name=citation_firstpage content=12>`,
			[]string{book, "rft.genre=bookitem", "rft.atitle=Edges: a map", "rft.btitle=Edges", "rft.spage=12"}},
		{"chapter that begins with a word of the book's title", "/", `<meta name=citation_title content="Edges and Ends"><meta name=citation_book_title content="Edges">`,
			[]string{book, "rft.genre=bookitem", "rft.atitle=Edges and Ends", "rft.btitle=Edges"}},
		{"names of objects' properties", "/", ofBook + `<meta name=dc.constructor content=x><meta name=dc.__proto__ content=x><meta name=citation_hasOwnProperty content=x><meta name=prism.toString content=x>`, edges},
		{"journal's title as source", "/", `<meta name=DC.Title content="Slack water"><meta name=DC.Source content="Shore Studies"><meta name=DC.Source.ISSN content="1234-5679"><meta name=DC.Source.Volume content=7>
			<meta name=DC.Creator.PersonalName content="Bo Quill"><meta name=DC.Identifier.DOI content="10.5555/jss.77"><meta name=DC.Type content=Text.Serial.Journal>`,
			[]string{journal, "rft.genre=article", "rft_id=info:doi/10.5555/jss.77", "rft.atitle=Slack water", "rft.jtitle=Shore Studies", "rft.au=Bo Quill", "rft.issn=1234-5679", "rft.volume=7"}},
		{"EPrints", "/", `<meta name=eprints.title content="Slack water"><meta name=eprints.creators_name content="Quill, Bo"><meta name=eprints.type content=article><meta name=eprints.publication content="Shore Studies">
			<meta name=eprints.number content=2><meta name=eprints.pagerange content="77-90"><meta name=eprints.id_number content="doi:10.5555/jss.77">`,
			[]string{journal, "rft.genre=article", "rft_id=info:doi/10.5555/jss.77", "rft.atitle=Slack water", "rft.jtitle=Shore Studies", "rft.au=Quill, Bo", "rft.issue=2", "rft.pages=77-90"}},
		{"two vocabularies, one DOI", "/", article + `<meta name=citation_doi content=10.5555/JSS.77>` + ld(`{"@type":"ScholarlyArticle","name":"Slack water: a study","@id":"https://doi.org/10.5555/jss.77","pagination":"77-90"}`),
			with(with(slackWater, "rft.genre", "rft_id=info:doi/10.5555/JSS.77"), "rft.jtitle", "rft.pages=77-90")},

		// Products.
		{"product's title next to its ISBN", "/", `<title>Edges of the Sea | Shop</title><h1>Edges of the Sea</h1><p>ISBN-13: 978-0-306-40615-7`, edges},
		{"shared title next to the ISBN", "/isbn/9780306406157", `<meta property=og:title content="Edges of the Sea"><title>Shop</title><h1>Shop</h1><h1>Books</h1>`, edges},

		// COinS.
		{"SVG and form elements", "/", `<svg class=Z3988></svg><form class=z3988 title="rft.genre=book&amp;rft.btitle=Edges+of+the+Sea&amp;rft.isbn=9780306406157"><input name=title><input name=getAttribute></form>`, edges[1:]},
		{"hidden methods of the document", "/", `<img name=querySelectorAll><img name=body><img name=documentElement><img name=createElement><img name=title>` + ofBook, edges},
		{"empty", "/book/9780306406157", coins("") + coins("ctx_ver=Z39.88-2004&amp;rft.genre=book&amp;rft.au=Quill") + coins("rft.btitle=&amp;rft_id=info:doi/"), []string{book, "rft.genre=book", "rft.isbn=9780306406157"}},
		{"raw ampersand", "/", coins("rft.genre=book&rft.btitle=Salt &amp; Roads&rft.pub=Dune & Co Sons&rft.date=1966"), []string{"rft.genre=book", "rft.btitle=Salt & Roads", "rft.pub=Dune & Co Sons", "rft.date=1966"}},
		{"OpenURL 0.1", "/", coins("sid=x:y&amp;genre=article&amp;atitle=Slack+water&amp;title=Shore+Studies&amp;id=doi:10.5555/jss.77&amp;id=12345&amp;pid=jdoe"),
			[]string{"genre=article", "atitle=Slack water", "title=Shore Studies", "id=doi:10.5555/jss.77"}},
		{"declared encoding", "/", coins("ctx_enc=info:ofi/enc:ISO-8859-1&amp;rft.btitle=M%E9xico"), []string{"ctx_enc=info:ofi/enc:ISO-8859-1", "rft.btitle=México"}},
	}
	pages := map[string]string{}
	for _, test := range tests {
		pages[test.name] = test.page
	}
	base := readPages(t, pages)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			join := "?"
			if strings.Contains(test.path, "?") {
				join = "&"
			}
			tab.Open(base + test.path + join + "page=" + url.QueryEscape(test.name))
			if diff := cmp.Diff(test.want, pairs(t, strings.TrimSuffix(library, "/demo"), browsertest.Eval[string](tab, opened(t)))); diff != "" {
				t.Errorf("OpenURL (-want +got):\n%s", diff)
			}
		})
	}
}
