package static_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

func TestEmbedIsSmall(t *testing.T) {
	const limit = 5000
	info, err := os.Stat("embed.js")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= limit {
		t.Errorf("%d bytes, want less than %d", info.Size(), limit)
	}
}

// site serves the script, and a page in which attributes of its tag may be replaced.
func site(t *testing.T, page, attributes string) string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	body := strings.Replace(string(text), `data-library="demo"`, attributes, 1)
	if !strings.Contains(body, "/static/embed.js") {
		body = strings.Replace(body, "</head>", `<script src="/static/embed.js" `+attributes+` defer></script></head>`, 1)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/static/embed.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "embed.js") })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(body))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// link is a request link: its place, target and text.
type link struct{ In, Href, Text, Name, Lang string }

// links lists the request links of the page; addresses without the host.
func links(tab *browsertest.Tab) []link {
	return browsertest.Eval[[]link](tab, `[...document.querySelectorAll("a.lendlink")].map(a => ({
		In: a.closest("[id]").id, Href: a.href.replace(location.origin, ""),
		Text: a.textContent, Name: a.ariaLabel ?? "", Lang: a.getAttribute("lang") ?? "" }))`)
}

func TestLinks(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	url := site(t, "testdata/list.html", `data-library="demo"`)
	tab.Open(url)
	const (
		english = "Request through interlibrary loan"
		spanish = "Solicitar por préstamo interbibliotecario"
		french  = "Demander par prêt entre bibliothèques"
		german  = "Per Fernleihe bestellen"
		here    = "&rfr_id=info%3Asid%2F127.0.0.1"
	)
	want := []link{
		{"coins", "/demo/openurl?ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=bookitem" +
			"&rft.atitle=Kelp+%26+memory&rft.btitle=Tidal+Ecologies&rfr_id=info%3Asid%2Fspringtide.example", english, english + ": Kelp & memory", "en"},
		{"isbn", "/demo/openurl?rft.genre=book&rft.isbn=9780306406157" + here, english, english + ": Edges of the Sea", "en"},
		{"doi", "/demo/openurl?rft_id=info%3Adoi%2F10.5555%2Fharbours.2" + here, english, english + ": On Harbours", "en"},
		{"query", "/demo/openurl?genre=article&atitle=Slack+water&issn=1234-5679" + here, "Slack water", "", ""},
		{"spanish", "/demo/openurl?rft.genre=book&rft.btitle=Mareas" + here, spanish, spanish + ": Mareas", "es"},
		{"french", "/demo/openurl?rft.genre=book&rft.btitle=Mar%C3%A9es" + here, french, french + ": Marées", "fr"},
		{"german", "/demo/openurl?rft.genre=book&rft.btitle=Gezeiten" + here, german, german + ": Gezeiten", "de"},
		{"dutch", "/demo/openurl?rft.genre=book&rft.btitle=Getijden" + here, english, english + ": Getijden", "en"},
	}
	if diff := cmp.Diff(want, links(tab)); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	for _, v := range tab.Axe() {
		t.Error(v)
	}
	tab.Screenshot("embed/list")
	for _, request := range tab.Requests() {
		if !strings.HasPrefix(request, url) {
			t.Errorf("requested elsewhere: %s", request)
		}
	}
}

func TestTheScriptTagConfigures(t *testing.T) {
	for _, test := range []struct{ name, attributes, prefix, text string }{
		{"the only library", ``, "/openurl?", "Request through interlibrary loan"},
		{"always over the confirmation page", `data-library="demo" data-confirm`, "/demo/confirm?", "Request through interlibrary loan"},
		{"own text", `data-library="demo" data-text="Get it"`, "/demo/openurl?", "Get it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(site(t, "testdata/list.html", test.attributes))
			got := links(tab)
			if len(got) == 0 || !strings.HasPrefix(got[0].Href, test.prefix) || got[0].Text != test.text || got[0].Name != test.text+": Kelp & memory" {
				t.Errorf("links %+v, want to %s with %q", got, test.prefix, test.text)
			}
		})
	}
}

func TestEmbedChangesNothingElse(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(site(t, "../resolver/web/bookmarklet/testdata/article.html", `data-library="demo"`))
	if got := len(links(tab)); got != 40 {
		t.Errorf("%d links, want 40", got)
	}
	// The page as sent, as the parser builds it, against the page without the links.
	same := browsertest.Eval[bool](tab, `(async () => {
		const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
		const now = document.cloneNode(true);
		for (const a of now.querySelectorAll("a.lendlink")) { a.previousSibling.remove(); a.remove(); }
		return now.documentElement.outerHTML === sent.documentElement.outerHTML;
	})()`)
	if !same {
		t.Error("more than the links differs from the page as sent")
	}
	tab.Screenshot("embed/article")
}

// settled returns the number of links after the page has had time for its observers.
const settled = `new Promise(done => setTimeout(() => done(document.querySelectorAll("a.lendlink").length), 50))`

func TestASecondScriptAddsNothing(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(site(t, "testdata/list.html", `data-library="demo"`))
	before := len(links(tab))
	browsertest.Eval[struct{}](tab, `new Promise(done => {
		const again = document.createElement("script");
		again.src = "/static/embed.js";
		again.onload = done;
		document.head.append(again);
	})`)
	if got := browsertest.Eval[int](tab, settled); got != before {
		t.Errorf("%d links, want %d as before", got, before)
	}
}

func TestLaterContentGetsLinks(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(site(t, "testdata/list.html", `data-library="demo"`))
	before := len(links(tab))
	browsertest.Eval[struct{}](tab, `document.querySelector("#later").innerHTML =
		'<p>New: <span class="Z3988" title="rft.genre=book&amp;rft.btitle=New"></span></p><p data-lendlink="9780306406157">Old</p>'`)
	if got := browsertest.Eval[int](tab, settled); got != before+2 {
		t.Errorf("%d links, want two more than %d", got, before)
	}
	later := browsertest.Eval[string](tab, `document.querySelector("#later a.lendlink").ariaLabel`)
	if later != "Request through interlibrary loan: New" {
		t.Errorf("the new link is called %q", later)
	}
}
