//go:build unix

package resolver_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"lendlink/internal/linear"
	"lendlink/resolver"
	"lendlink/resolver/openurl"
)

// repeatedUnits are what some rule looks for or peels off: separators, brackets,
// abbreviations, marks, escapes, words, and a run of each script.
var repeatedUnits = []string{
	".", ",", ".,", " .", ". . ", " , ", ";", " ; ", ":", " : ", "/", " / ", "=", " = ", "-", " - ", "–", "—", "|", "&", "a&&", "&&date=1", " & ", "&amp;", "%26", "%", "%25", "+", "…",
	"(", ")", "()", "(a) ", "[", "]", "[]", "[a] ", "{", "}", "{a}", "<", ">", "<i>", "</i>", "<i", "<accessionnumber>1", "\"", "'", "’", "“a” ",
	"a ", "A. ", "A . ", "ed. ", " ed., ", "by ", "and ", "et al. ", "Jr. ", "III ", "PhD ", "Dr. ", "van der ", "de la ", "St. ", "vol. 1 ", "no. ", "pp. ", "p. 1-2, ",
	"[text] ", "[electronic resource] ", "[S.l.] ", "[s.n.] ", "Inc. ", "Co., ", "c2001, ", "2001-", "2001 ", "12 ", "1", "1-", "1,", "978", "978-0-306-40615-7 ", "0378-5955 ",
	"10.1", "10.1000/a ", "doi:", "info:doi/", "urn:ISBN:", "http://a/", "oclc", "Smith, J. ", "Smith, J.; ", "Smith J, ", "J. Smith & ", "Lee, Bo and ",
	"é", "e\u0301", "\u0301", "Ã©", "Â", "â€™", "Ж", "Жж ", "α", "ß", "ﬁ", "ا", "א", "ا، ", "中", "中文 ", "中、", "、", "한", "한글 ", "김 철수 ", "ひ", "カ", "ก", "हि", "第1頁", "卷", "頁",
	"\u200b", "\u202e", "\u00ad", "\ufeff", "\u3000", "\u00a0", "\t", "\n", "\x00", "\\u00e9", "%u00e9", "😀", "\xe9", "\xc3",
}

// linearFields are the keys whose values are read: one for each field, and some that are not
// a field's.
var linearFields = strings.Fields(`rft.genre rft.atitle rft.btitle rft.jtitle rft.aulast rft.aufirst rft.auinit rft.ausuffix rft.au rft.aucorp
	rft.inventor rft.date rft.month rft.volume rft.issue rft.spage rft.pages rft.isbn rft.issn rft.pub rft.place rft.edition rft.series rft.inst
	rft.oclcnum rft.lccn rft.doi rft.pmid rft_id rfe_dat pid rfr_id ctx_enc url_ctx_val own_key`)

// maxRules are the fields that most rules are for: each meets every unit.
var maxRules = map[string]bool{"rft.btitle": true, "rft.au": true, "rft.pub": true, "rft.edition": true, "rft.pages": true, "rft_id": true}

// TestWorkIsLinear: a longer link takes longer in proportion, whatever is repeated in
// whichever field.
func TestWorkIsLinear(t *testing.T) {
	lib := tipasa()
	for i, field := range linearFields {
		for j, unit := range repeatedUnits {
			if !maxRules[field] && (i+j)%6 != 0 { // with those that share its rules a field meets every unit
				continue
			}
			sent := url.QueryEscape(unit)
			if strings.Contains(unit, "&&") || strings.Contains("& &amp; ; + % %u00e9 \xe9", unit) { // what means something else as it is
				sent = unit
			}
			linear.Check(t, field+" of "+strconv.Quote(unit), 20*time.Millisecond, func(length int) {
				before := "rft.title=A&rft.aulast=B&" + field + "=A"
				link := before + strings.Repeat(sent, max(1, (length-len(before))/len(sent)))
				resolver.Resolve(lib, link, year)
			})
		}
	}
}

// TestWorkOnXMLIsLinear: nor does it matter how often a program encoded a value in XML.
func TestWorkOnXMLIsLinear(t *testing.T) {
	lib := tipasa()
	linear.Check(t, "a referrer encoded many times", 20*time.Millisecond, func(length int) {
		document := "<context-object><referrer><identifier>%" + strings.Repeat("25", length/2) + "3D</identifier></referrer></context-object>"
		resolver.Resolve(lib, openurl.Join("", "text/xml", []byte(document)), year)
	})
}
