package bookmarklet_test

import (
	"html"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// repetitions are texts on which a regular expression that tries one way after the other does not end.
var repetitions = []string{
	"10.1000/abc" + strings.Repeat(".", 100_000) + "12", "10.1000/" + strings.Repeat("(", 100_000), "10.1000/" + strings.Repeat("a/full", 20_000) + "!",
	strings.Repeat("10.1000/", 12_500), strings.Repeat("10.1000/a<", 10_000), strings.Repeat("10.", 33_000),
	"ISBN " + strings.Repeat("9 ", 50_000), strings.Repeat("isbn ", 20_000), strings.Repeat("978-", 25_000), strings.Repeat("97897", 20_000),
	strings.Repeat("pmid ", 20_000), strings.Repeat(" ", 100_000) + "x", "2019" + strings.Repeat("-01", 33_000),
	strings.Repeat("user", 25_000), "&" + strings.Repeat("=", 100_000), strings.Repeat("&user", 20_000), strings.Repeat("%25", 33_000), strings.Repeat("rft.", 25_000),
	strings.Repeat("http://", 15_000), strings.Repeat("issn:", 20_000), strings.Repeat("a:b/c#", 16_000), strings.Repeat("chapter book ", 8_000), strings.Repeat("-", 100_000),
}

// Most of these take a tenth of a second on an idle machine, and seconds or hours
// where the time grows with the square of the text or worse.
func TestHostileTextIsReadSoon(t *testing.T) {
	const limit = 10_000 // milliseconds
	base := readPages(t, map[string]string{"page": `<title id=title></title><meta name=dc.identifier><meta name=citation_title><meta name=citation_date><meta name=citation_book_title><meta name=dc.type>
		<meta name=dc.ispartof><meta name=dcterms.bibliographicCitation><meta name=citation_author><span class=Z3988></span><script type="application/ld+json"></script><h1></h1><p id=text>`})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, text := range repetitions {
		tab.Open(base + "/?page=page")
		took := browsertest.Eval[float64](tab, `new Promise(done => {
			const text = new DOMParser().parseFromString("`+html.EscapeString(text)+`", "text/html").documentElement.textContent;
			for (const meta of document.querySelectorAll("meta")) meta.content = text;
			document.querySelector("span").title = "rft.btitle=" + text + "&" + text;
			document.querySelector("script").textContent = JSON.stringify({ "@type": "Chapter", name: text, identifier: text, datePublished: text, author: text, isbn: text, [text]: text });
			for (const element of document.querySelectorAll("title, h1, p")) element.textContent = text;
			window.open = () => ({ document: { body: { append(link) { link.click = () => 0; } } } });
			let slowest = 0;
			for (const select of [false, true]) {
				if (select) getSelection().selectAllChildren(document.querySelector("p"));
				const begun = performance.now();
				`+script(t, library)+`
				slowest = Math.max(slowest, performance.now() - begun);
				document.querySelector("#lendlink-ask")?.remove();
			}
			done(slowest);
		})`)
		if took > limit {
			t.Errorf("%.30q…: %.0f ms, want less than %d", text, took, limit)
		}
	}
}
