package web_test

import (
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
	"lendlink/resolver/reference"
	"lendlink/resolver/web/bookmarklet"
	"lendlink/static"
)

// sameText are queries, each with a text that people paste for the same, if there is one.
var sameText = []struct{ name, query, pasted string }{
	{"chapter", "rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem&rft.atitle=Pilots,+Tugs+and+the+Duty+of+Care&rft.btitle=Handbook+of+Harbour+Law" +
		"&rft.au=Quill,+Bo&rft.date=2019&rft.isbn=9781786439154&rft.pages=12-30&rft.pub=Quayside", ""},
	{"article", "rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Slack+water&rft.jtitle=Journal+of+Shore+Studies&rft.aulast=Oduya" +
		"&rft.aufirst=Esi&rft.date=1998-04&rft.volume=7&rft.issue=2&rft.spage=77&rft.epage=90&rft_id=info:doi/10.5555/jss.1998.77", ""},
	{"OpenURL 0.1", "genre=article&atitle=Slack+water&title=Journal+of+Shore+Studies&aulast=Oduya&date=1998&volume=7&spage=77&id=doi:10.5555/jss.1998.77", ""},
	{"book", "rft.genre=book&rft.btitle=Marées+%26+m%C3%A9moire&rft.au=Vale,+J%C3%B6rg&rft.date=Apr+22,+2019&rft.isbn=0-306-40615-2", ""},
	{"reference under the key of the volume", "genre=article&atitle=Slack+water&title=Shore+Studies&aulast=Oduya&date=1998&volume=27(3):211%E2%80%93229", ""},
	{"two people, container after the title", "genre=article&atitle=Slack+water.+Shore+Studies&title=Shore+Studies&au=Edith+A.+Marlowe,+Rosalind+Vale" +
		"&date=1998&volume=7&pages=77%3F90", ""},
	{"titles under one another's keys, letters lost", "genre=article&title=Slack+water+f%3Fr+tides&jtitle=Shore+Studies&aulast=Oduya&date=1998&volume=7", ""},
	{"encoded twice by itself", "rft.genre=book&rft.btitle=Weirs%252C%2Band%2Bmills&rft.aulast=M%25C3%25BCller&rft.date=1998", ""},
	{"DOI with a publisher's view", "rft_id=info:doi/10.5555/jss.1998.77/full", "10.5555/jss.1998.77/full"},
	{"DOI", "rft_id=info:doi/10.5555/harbours.2", "10.5555/harbours.2"},
	{"SICI", "rft_id=info:doi/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2", "doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"},
	{"DOI of a chapter", "rft_id=info:doi/10.1007/978-3-16-148410-0_3", "https://doi.org/10.1007/978-3-16-148410-0_3"},
	{"PMID", "rft_id=info:pmid/123456", "PMID: 123456"},
	{"ISBN", "rft_id=urn:ISBN:9780306406157", "ISBN-13: 978-0-306-40615-7"},
	{"ISSN", "rft_id=urn:ISSN:0378-5955", "ISSN 0378-5955"},
	{"OCLC number", "rft_id=info:oclcnum/251670948", "OCLC 251670948"},
}

// TestEveryEntryPointGivesTheSameCitation takes the same text to the library by a link, by POST,
// by value, pasted, through the bookmarklet and through embed.js.
func TestEveryEntryPointGivesTheSameCitation(t *testing.T) {
	server := httptest.NewServer(newServer(t, func() *library.Settings { return library.New(fullLibrary()) }))
	t.Cleanup(server.Close)
	get := func(query string) map[string]any {
		return citationOf(t)(http.Get(server.URL + "/demo/citation?" + query))
	}
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, test := range sameText {
		t.Run(test.name, func(t *testing.T) {
			want := get(test.query)
			entryPoints := map[string]map[string]any{
				"POST":         citationOf(t)(http.Post(server.URL+"/demo/citation", "application/x-www-form-urlencoded", strings.NewReader(test.query))),
				"by value":     get("url_ver=Z39.88-2004&url_ctx_fmt=info:ofi/fmt:kev:mtx:ctx&url_ctx_val=" + url.QueryEscape("ctx_ver=Z39.88-2004&"+test.query)),
				"XML by value": get("url_ver=Z39.88-2004&url_ctx_fmt=info:ofi/fmt:xml:xsd:ctx&url_ctx_val=" + url.QueryEscape(contextXML(test.query))),
				"pasted link":  pasted(t, "https://resolver.example.edu/openurl?"+test.query),
				"pasted COinS": pasted(t, coinsOf(test.query)),
				"bookmarklet":  get(clicked(t, tab, server.URL, test.query)),
				"embed.js":     get(embedded(t, tab, server.URL, test.query)),
			}
			if test.pasted != "" {
				entryPoints["pasted"] = pasted(t, test.pasted)
			}
			if test.pasted != "" && !strings.HasPrefix(test.pasted, "OCLC") { // which embed.js does not take
				entryPoints["embed.js, identifier"] = get(embedded(t, tab, server.URL, test.pasted))
			}
			for entryPoint, got := range entryPoints {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-link +%s):\n%s", entryPoint, entryPoint, diff)
				}
			}
		})
	}
}

// citationOf reads an answer as CSL-JSON, without its id.
func citationOf(t *testing.T) func(*http.Response, error) map[string]any {
	return func(response *http.Response, err error) map[string]any {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		var c map[string]any
		if err := json.Unmarshal(body, &c); err != nil {
			t.Fatalf("%s: %v", body, err)
		}
		delete(c, "id")
		return c
	}
}

// pasted returns what the paste box makes of a text.
func pasted(t *testing.T, text string) map[string]any {
	t.Helper()
	items, problems := reference.Read(text, time.Now().Year())
	if len(items) != 1 {
		t.Fatalf("%q: %d items, problems %v", text, len(items), problems)
	}
	b, err := json.Marshal(items[0].Citation)
	if err != nil {
		t.Fatal(err)
	}
	var c map[string]any
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	delete(c, "id")
	return c
}

func coinsOf(query string) string {
	return `<span class="Z3988" title="` + html.EscapeString(query) + `"></span>`
}

// contextXML is a ContextObject with the query's pairs.
func contextXML(query string) string {
	var ids, metadata strings.Builder
	format := "book"
	for pair := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		value, _ = url.QueryUnescape(value)
		switch key = strings.TrimPrefix(key, "rft."); key {
		case "rft_val_fmt":
			format = value[strings.LastIndexByte(value, ':')+1:]
		case "rft_id":
			ids.WriteString("<ctx:identifier>" + html.EscapeString(value) + "</ctx:identifier>")
		case "id":
			ids.WriteString("<ctx:identifier>info:" + html.EscapeString(strings.Replace(value, ":", "/", 1)) + "</ctx:identifier>")
		default:
			metadata.WriteString("<rft:" + key + ">" + html.EscapeString(value) + "</rft:" + key + ">")
		}
	}
	if strings.Contains(query, "genre=article") {
		format = "journal"
	}
	byValue := ""
	if metadata.Len() > 0 {
		byValue = `<ctx:metadata-by-val><ctx:format>info:ofi/fmt:xml:xsd:` + format + `</ctx:format><ctx:metadata><rft:` + format +
			` xmlns:rft="info:ofi/fmt:xml:xsd:` + format + `">` + metadata.String() + `</rft:` + format + `></ctx:metadata></ctx:metadata-by-val>`
	}
	return `<?xml version="1.0" encoding="UTF-8"?><ctx:context-objects xmlns:ctx="info:ofi/fmt:xml:xsd:ctx"><ctx:context-object version="Z39.88-2004"><ctx:referent>` +
		ids.String() + byValue + `</ctx:referent></ctx:context-object></ctx:context-objects>`
}

// clicked returns the query that the bookmarklet opens on a page with the query as COinS.
func clicked(t *testing.T, tab *browsertest.Tab, origin, query string) string {
	t.Helper()
	source, err := static.Files.ReadFile("bookmarklet.js")
	if err != nil {
		t.Fatal(err)
	}
	href, err := bookmarklet.Href(string(source), origin+"/demo", []bookmarklet.Texts{{Language: "en"}})
	if err != nil {
		t.Fatal(err)
	}
	address, _ := strings.CutPrefix(html.UnescapeString(strings.TrimSuffix(strings.TrimPrefix(string(href), `href="`), `"`)), "javascript:")
	script, err := url.PathUnescape(address)
	if err != nil {
		t.Fatal(err)
	}
	tab.Open("data:text/html;charset=utf-8," + url.PathEscape("<!doctype html><title>Page</title>"+coinsOf(query)))
	opened := browsertest.Eval[string](tab, `(() => {
		let opened = "";
		window.open = () => ({ document: { body: { append(link) { link.click = () => opened = link.href; } } } });
		`+script+`
		return opened;
	})()`)
	_, opened, _ = strings.Cut(opened, "?")
	return opened
}

// embedded returns the query of the link that embed.js makes of a value.
func embedded(t *testing.T, tab *browsertest.Tab, origin, value string) string {
	t.Helper()
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<!doctype html><title>Page</title><p data-lendlink="`+html.EscapeString(value)+`"></p><script src="`+origin+`/static/embed.js"></script>`)
	}))
	defer page.Close()
	tab.Open(page.URL)
	_, query, _ := strings.Cut(browsertest.Eval[string](tab, `document.querySelector("a.lendlink")?.href ?? ""`), "?")
	return query
}
