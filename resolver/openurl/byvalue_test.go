package openurl_test

import (
	"strings"
	"testing"

	"lendlink/resolver/openurl"

	"github.com/google/go-cmp/cmp"
)

// chapterXML is a ContextObject as the schema has it.
const chapterXML = `<?xml version="1.0" encoding="UTF-8"?>
<ctx:context-objects xmlns:ctx="info:ofi/fmt:xml:xsd:ctx"><ctx:context-object version="Z39.88-2004" timestamp="2006-05-02T12:13:00Z">
 <ctx:referent>
  <ctx:identifier>urn:ISBN:9781405157995</ctx:identifier>
  <ctx:metadata-by-val><ctx:format>info:ofi/fmt:xml:xsd:book</ctx:format><ctx:metadata>
   <rft:book xmlns:rft="info:ofi/fmt:xml:xsd:book">
    <rft:authors><rft:au>Adeyemi, F.</rft:au><rft:author><rft:aulast>Mehta</rft:aulast><rft:auinit>K</rft:auinit><rft:ausuffix>Jr.</rft:ausuffix></rft:author></rft:authors>
    <rft:btitle>Hearing &amp; Listening</rft:btitle><rft:atitle>Irony</rft:atitle><rft:spage>141</rft:spage><rft:genre>bookitem</rft:genre>
   </rft:book></ctx:metadata></ctx:metadata-by-val>
 </ctx:referent>
 <ctx:referring-entity><ctx:identifier>urn:ISBN:0262531283</ctx:identifier></ctx:referring-entity>
 <ctx:requester><ctx:identifier>mailto:patron@example.edu</ctx:identifier></ctx:requester>
 <ctx:referrer><ctx:identifier>info:sid/example.org:db</ctx:identifier></ctx:referrer>
</ctx:context-object></ctx:context-objects>`

const chapterFields = "genre|bookitem\nrft_val_fmt|info:ofi/fmt:xml:xsd:book\natitle|Irony\nbtitle|Hearing & Listening\nau|Adeyemi, F.|Mehta, K, Jr.\nspage|141\nid|urn:ISBN:9781405157995\n"

func TestXML(t *testing.T) {
	journal := func(inside string) string {
		return `<context-object><referent><metadata-by-val><format>info:ofi/fmt:xml:xsd</format><metadata>` + inside + `</metadata></metadata-by-val></referent></context-object>`
	}
	tests := []struct{ name, document, want string }{
		{"by the schema", chapterXML, chapterFields},
		{"white space before the declaration", "\r\n \ufeff" + chapterXML, chapterFields},
		{"a bare context-object with cut namespaces", strings.NewReplacer("ctx:context-objects", "ctx:x", `xmlns:ctx="info:ofi/fmt:xml:xsd:ctx"`, "").Replace(chapterXML), chapterFields},
		{"elements in another order, format cut", journal(`<rft:journal><issn>0378-5955</issn><jtitle>Hearing</jtitle><aufirst>x</aufirst></rft:journal>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\njtitle|Hearing\naufirst|x\nissn|0378-5955\n"},
		{"authors without an authors element", journal(`<journal><author rank="1"><aufirst>Jo</aufirst><aulast>Doe</aulast></author><author rank="2"><aulast>Roe</aulast></author></journal>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\nau|Doe, Jo|Roe\n"},
		{"empty elements and an empty identifier", journal(`<journal><identifier>info:doi/</identifier><volume/><issue></issue><pages>17/18</pages></journal>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\npages|17/18\n"},
		{"Dublin Core", journal(`<oai_dc:dc><dc:title>A map</dc:title><dc:creator>Doe, Jo</dc:creator></oai_dc:dc>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\ntitle|A map\ncreator|Doe, Jo\n"},
		{"a dissertation", journal(`<dissertation><title>Reeds</title><inst>Example University</inst><degree>PhD</degree></dissertation>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\ntitle|Reeds\ninst|Example University\ndegree|PhD\n"},
		{"the first of two", `<context-objects>` + journal(`<book><btitle>One</btitle></book>`) + journal(`<book><btitle>Two</btitle></book>`) + `</context-objects>`,
			"rft_val_fmt|info:ofi/fmt:xml:xsd\nbtitle|One\n"},
		{"letters of Latin-1", journal("<book><btitle>Cidre et caf\xe9</btitle></book>"),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\nbtitle|Cidre et café\n"},
		{"an address that holds another", journal(`<journal><identifier>http://example.org/?to=http%3A%2F%2Fweirs.example</identifier></journal>`),
			"rft_val_fmt|info:ofi/fmt:xml:xsd\nid|http://example.org/?to=http%3A%2F%2Fweirs.example\n"},
		{"a document type declaration", `<!DOCTYPE x [<!ENTITY a "boom">]>` + journal(`<book><btitle>x &a; y</btitle></book>`),
			""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			co := openurl.Parse(openurl.Join("", "application/xml", []byte(tt.document)))
			if diff := cmp.Diff(tt.want, fields(co)); diff != "" {
				t.Errorf("(-want +got):\n%s\n%v", diff, co.Warnings)
			}
			for _, p := range co.Pairs {
				if p.Value == "" && p.Key != "url_ctx_val" {
					t.Errorf("an element without text is kept: %q", p.Key)
				}
			}
		})
	}
}

func TestXMLDepthIsBounded(t *testing.T) {
	co := openurl.Parse(openurl.Join("", "text/xml", []byte(strings.Repeat("<a>", 10_000))))
	if codes(co.Warnings) != "xml-unreadable" {
		t.Errorf("warnings: %v", co.Warnings)
	}
}

func TestXMLElementsAreBounded(t *testing.T) {
	document := "<context-object><referent>" + strings.Repeat("<au>Doe</au>", 5_000) + "</referent></context-object>"
	if got := len(openurl.Parse(openurl.Join("", "text/xml", []byte(document))).Pairs); got > 1000 {
		t.Errorf("%d pairs", got)
	}
}

func TestJoin(t *testing.T) {
	tests := []struct{ name, query, contentType, body, want string }{
		{"a form", "", "application/x-www-form-urlencoded", "genre=book&title=Dune", "genre=book&title=Dune"},
		{"line breaks that a transport put in", "", "application/x-www-form-urlencoded", "genre=book&\r\ntitle=Dune\n", "genre=book&title=Dune"},
		{"a form as plain text, a title over two lines", "", "text/plain", "genre=book\r\ntitle=Arts+and+\r\nLetters\r\ndate=1965", "genre=book&title=Arts+and+Letters&date=1965"},
		{"a form as plain text, lines of an old system", "", "text/plain; charset=utf-8", "genre=book\rtitle=Dune", "genre=book&title=Dune"},
		{"a title over two lines, with an equals sign", "", "application/x-www-form-urlencoded", "genre=book&title=E=\r\nmc", "genre=book&title=E=mc"},
		{"a line about the patron", "", "application/x-www-form-urlencoded", "genre=book&title=Dune\r\nuser=jdoe", "genre=book&title=Dune&user=jdoe"},
		{"after the address's own query", "lang=es", "", "title=Dune", "lang=es&title=Dune"},
		{"XML", "", "application/xml; charset=utf-8", "<a/>", "url_ctx_val=%3Ca%2F%3E"},
		{"XML under another name", "", "application/x-www-form-urlencoded", " <a/>", "url_ctx_val=%3Ca%2F%3E"},
		{"nothing", "title=Dune", "text/plain", "", "title=Dune"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := openurl.Join(tt.query, tt.contentType, []byte(tt.body)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Lines about the patron are among the pairs of an item, and are none by themselves.
func TestHasPairLines(t *testing.T) {
	for text, want := range map[string]bool{
		"title=Dune\nuser=jdoe":      true,
		"title=Dune\n\ndate=1965":    true,
		"title=Dune\nA novel":        false,
		"title=Dune\nshelf=12":       false,
		"Dune\ntitle=Dune":           false,
		"title: Dune\ndate: 1965":    false,
		"\ntitle=Dune\r\n\r\nid=1":   true,
		"title=Dune":                 false,
		"user=jdoe\nname=Jane Doe\n": false,
		"user=jdoe\nbarcode=2191\n":  false,
	} {
		if got := openurl.HasPairLines(text); got != want {
			t.Errorf("%q has pair lines: %t", text, got)
		}
	}
}

func TestCOinS(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"escaped once", `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.btitle=Dune"></span>`, []string{"ctx_ver=Z39.88-2004&rft.btitle=Dune"}},
		{"escaped twice", `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;amp;rft.btitle=Dune"></span>`, []string{"ctx_ver=Z39.88-2004&rft.btitle=Dune"}},
		{"escaped twice, the version after", `<span class="Z3988" title="btitle=Dune&amp;amp;ctx_ver=Z39.88-2004"></span>`, []string{"btitle=Dune&ctx_ver=Z39.88-2004"}},
		{"escaped twice, that of the link after", `<span class="Z3988" title="btitle=Dune&amp;amp;url_ver=Z39.88-2004"></span>`, []string{"btitle=Dune&url_ver=Z39.88-2004"}},
		{"not escaped", `<span class="Z3988" title="url_ver=Z39.88-2004&rft.btitle=Dune">x</span>`, []string{"url_ver=Z39.88-2004&rft.btitle=Dune"}},
		{"title first, single quotes, other classes, lower case", `<p><span title='rft.btitle=Dune' class='x z3988 y'>&#160;</span>`, []string{"rft.btitle=Dune"}},
		{"several", `<span class="Z3988" title="rft.btitle=One"></span><b><span class="Z3988" title="rft.btitle=Two"/></b>`, []string{"rft.btitle=One", "rft.btitle=Two"}},
		{"a link with rel", `<a rel="Z3988" href="https://x.example/?rft.btitle=One&amp;rft.date=1999">x</a>`, []string{"rft.btitle=One&rft.date=1999"}},
		{"none", `<span class="other" title="rft.btitle=One"></span>`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, openurl.COinS(tt.page)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := openurl.Parse(tests[0].page).Get(openurl.BTitle); got != "Dune" {
		t.Errorf("Parse reads a span as a link: got %q", got)
	}
}
