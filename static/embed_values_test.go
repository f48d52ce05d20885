package static_test

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// embedded serves the script and a page with this body, under any tag for the script.
func embedded(t *testing.T, tag, body string) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/static/embed.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "embed.js") })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<!doctype html><html lang=en><title>Page</title><link rel=icon href=data:,>%s<body>%s", tag, body)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

const deferred = `<script>console.warn = (...what) => (window.warned ||= []).push(what.slice(0, 2).join(" "))</script>
	<script src="/static/embed.js" data-library="demo" defer></script>`

const (
	isbn = "rft.genre=book&rft.isbn=9780306406157"
	doi  = "rft_id=info%3Adoi%2F10.5555%2Fharbours.2"
)

func TestValuesInTheirSpellings(t *testing.T) {
	tests := []struct{ value, want string }{
		{"10.5555/harbours.2", doi}, {"DOI: 10.5555/harbours.2", doi}, {"doi:10.5555/harbours.2.", doi}, {"DOI 10.5555/harbours.2", doi}, {"info:doi/10.5555/harbours.2", doi},
		{"https://doi.org/10.5555/harbours.2", doi}, {"http://dx.doi.org/10.5555/harbours.2", doi}, {"https://doi-org.proxy.example.edu/10.5555/harbours.2", doi},
		{"10.1002/(SICI)1(1998)17:15<16::AID>3.0.CO;2-2", "rft_id=info%3Adoi%2F10.1002%2F(SICI)1(1998)17%3A15%3C16%3A%3AAID%3E3.0.CO%3B2-2"},
		{"9780306406157", isbn}, {"978-0-306-40615-7", isbn}, {"ISBN-13: 978 0 306 40615 7", isbn}, {"9780306406157 (pbk.)", isbn}, {"ISBN 978‐0‐306‐40615‐7 : hardback", isbn},
		{"isbn:9780306406157", isbn}, {"urn:isbn:9780306406157", isbn}, {"ISBN13 9780306406157", isbn}, {"ISBN-10: 0-306-40615-2", "rft.genre=book&rft.isbn=0306406152"},
		{"ISBN 1-878067-73-7", "rft.genre=book&rft.isbn=1878067737"}, {"057117678x", "rft.genre=book&rft.isbn=057117678X"},
		{"pmid:123456", "rft_id=info%3Apmid%2F123456"}, {"PMID: 123456", "rft_id=info%3Apmid%2F123456"}, {"info:pmid/123456", "rft_id=info%3Apmid%2F123456"},
		{"ISSN 0378-5955", "rft.issn=0378-5955"}, {"0378-5955", "rft.issn=0378-5955"}, {"issn:2434561x", "rft.issn=2434-561X"}, {"eISSN: 2434-561X", "rft.issn=2434-561X"},
		{"https://resolver.example.edu:8080/a?genre=article&atitle=Slack+water&req_id=jdoe", "genre=article&atitle=Slack+water"},
		{"?rft.btitle=C%23&rft.date=1999", "rft.btitle=C%23&rft.date=1999"},
		// Nothing to request.
		{"9780306406158", ""}, {"0-306-40615-3", ""}, {"0378-5956", ""}, {"ISBN 12345", ""}, {"soon", ""}, {"", ""}, {"10.5555", ""}, {"rft.btitle=", ""}, {"genre=book&rft.au=Quill", ""},
		{"rft_id=info:doi/", ""}, {"pmid:1234567890", ""}, {"https://www.example.edu/", ""},
	}
	var body strings.Builder
	for i, test := range tests {
		fmt.Fprintf(&body, "<p id=p%d data-lendlink=\"%s\">Item</p>", i, html.EscapeString(test.value))
	}
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(embedded(t, deferred, body.String()))
	got := map[string]string{}
	for _, link := range links(tab) {
		got[link.In] = link.Href
	}
	var silent int
	for i, test := range tests {
		want := ""
		if test.want != "" {
			want = "/demo/openurl?" + test.want + "&rfr_id=info%3Asid%2F127.0.0.1"
		} else {
			silent++
		}
		if href := got[fmt.Sprintf("p%d", i)]; href != want {
			t.Errorf("%q: link %q, want %q", test.value, href, want)
		}
	}
	if warned := browsertest.Eval[[]string](tab, "warned"); len(warned) != silent || !strings.HasSuffix(warned[0], " 9780306406158") {
		t.Errorf("console: %d messages, want %d, each with the value: %q", len(warned), silent, warned)
	}
}

func TestCOinSOfEveryKind(t *testing.T) {
	const (
		coins = `title="rft.genre=book&amp;rft.btitle=Salt"`
		salt  = "rft.genre=book&rft.btitle=Salt"
	)
	tests := []struct{ name, body, want string }{
		{"lower case", `<p id=p><span class=z3988 ` + coins + `></span>`, salt},
		{"any element", `<p id=p><cite class="a Z3988 b" ` + coins + `>Salt</cite>`, salt},
		{"list item", `<ul><li id=p class=Z3988 ` + coins + `>Salt</ul>`, salt},
		{"inside a link", `<p id=p><a href=/x><span class=Z3988 ` + coins + `></span>Salt</a>`, salt},
		{"form that hides its properties", `<div id=p><form class=Z3988 ` + coins + `><input name=matches><input name=title><input name=closest><input name=getAttribute><input name=after><input name=lang><input name=nextElementSibling></form></div>`, salt},
		{"raw ampersand", `<p id=p><span class=Z3988 title="rft.btitle=Salt & Roads&rft.date=1966"></span>`, "rft.btitle=Salt%20%26%20Roads&rft.date=1966"},
		{"sign that ends an address", `<p id=p><span class=Z3988 title="rft.btitle=C# now&rft.date=1966"></span>`, "rft.btitle=C%23%20now&rft.date=1966"},
		{"empty", `<p id=p><span class=Z3988 title=""></span><span class=Z3988></span>`, ""},
		{"nothing to find it by", `<p id=p><span class=Z3988 title="ctx_ver=Z39.88-2004&amp;rft.au=Quill&amp;rft.btitle="></span>`, ""},
		{"source and accession number", `<p id=p><span class=Z3988 title="rft.btitle=Salt&amp;rfr_id=info:sid/x&amp;rfe_dat=<accessionnumber>1</accessionnumber>"></span>`,
			"rft.btitle=Salt&rfr_id=info:sid/x&rfe_dat=%3Caccessionnumber%3E1%3C/accessionnumber%3E"},
		{"the patron", `<p id=p><span class=Z3988 title="rft.btitle=Salt&amp;user_ip=S&amp;pid=S&amp;req_id=S&amp;email=S&amp;session=S&amp;token=S&amp;user=S&amp;rft.user=S&amp;Smith S&amp;us%65r=S&amp;%2575ser_ip=S&amp; user_ip=S&amp;user_ip:S&amp;req_id%3DS&amp;rft.place=X%26user%3DS&amp;rft_id=mailto:S@x.example&amp;rft_dat=S"></span>`,
			"rft.btitle=Salt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(embedded(t, deferred, test.body))
			got := links(tab)
			if test.want == "" {
				if warned := browsertest.Eval[int](tab, "warned.length"); len(got) != 0 || warned == 0 {
					t.Errorf("links %+v and %d messages, want a message only", got, warned)
				}
				return
			}
			if len(got) != 1 || strings.TrimSuffix(got[0].Href, "&rfr_id=info%3Asid%2F127.0.0.1") != "/demo/openurl?"+test.want {
				t.Errorf("links %+v, want one to %s", got, test.want)
			}
			if nested := browsertest.Eval[int](tab, `document.querySelectorAll("a a, ul > a").length`); nested != 0 {
				t.Error("the link stands where none may")
			}
		})
	}
}

func TestWaysToLoadTheScript(t *testing.T) {
	const body = `<img name=currentScript><img name=querySelectorAll><img name=createElement><p id=p data-lendlink=9780306406157>Edges</p>`
	for _, test := range []struct{ name, tag, body string }{
		{"module", `<script type=module src="/static/embed.js" data-library="demo"></script>`, body},
		{"deferred", deferred, body},
		{"async", `<script async src="/static/embed.js" data-library="demo"></script>`, body},
		{"at the end", "", body + `<script src="/static/embed.js" data-library="demo"></script>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(embedded(t, test.tag, test.body))
			if href := browsertest.Eval[string](tab, `document.getElementById("p").querySelector("a.lendlink")?.href ?? ""`); !strings.Contains(href, "/demo/openurl?"+isbn) {
				t.Errorf("link to %q, want the item", href)
			}
		})
	}
}
