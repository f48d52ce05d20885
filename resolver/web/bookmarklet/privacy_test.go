package bookmarklet_test

import (
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// secret is what no address may hold.
const secret = "jdoe4711"

// spellings are ways in which a key and its value come in a COinS.
var spellings = []string{
	"&%s=" + secret, "& %s=" + secret, "&%s =" + secret, "&%s%%3D" + secret, "%%26%s%%3D" + secret, "%%2526%s%%253D" + secret,
	"&\u200b%s=" + secret, "&\ufeff%s=" + secret, "&%s:" + secret, "&;%s=" + secret, "&amp;amp;%s=" + secret, "&rft.%s=" + secret,
}

// encoded writes every letter of a key as an escape.
func encoded(key string) string {
	var b strings.Builder
	for i := range len(key) {
		fmt.Fprintf(&b, "%%%02X", key[i])
	}
	return b.String()
}

// personalQueries is a COinS for each key in each spelling, plain, in capitals, encoded and encoded twice.
func personalQueries() []string {
	var queries []string
	for _, key := range []string{"user", "email", "session", "token", "user_ip", "req_id", "req.email", "svc_dat", "res_id", "userid", "username", "sessionid",
		"jsessionid", "access_token", "patron_id", "borrower", "barcode", "password", "login", "cardnumber", "pid"} {
		for _, spelt := range []string{key, strings.ToUpper(key), encoded(key), url.QueryEscape(encoded(key))} {
			for _, spelling := range spellings {
				queries = append(queries, "rft.genre=book&rft.btitle=Salt"+fmt.Sprintf(spelling, spelt)+"&Smith&rft.date=1966")
			}
		}
	}
	return append(queries,
		"rft.btitle=Salt&rft_id=mailto:"+secret+"@x.example",
		"rft.btitle=Salt&rft_id=http://x.example/record?session="+secret,
		"rft.btitle=Salt&rft_id=http://x.example/record;jsessionid="+secret,
		"rft.btitle=Salt&rfe_dat=<sessionid>"+secret+"</sessionid>",
		"rft.btitle=Salt&rft_dat="+secret, "rft.btitle=Salt&id="+secret, "rft.btitle=Salt&netname="+secret, "rft.btitle=Salt&x y@"+secret,
	)
}

// What identifies the patron stays on the page, in any spelling; the item does not.
func TestPersonalPairsStayOnThePage(t *testing.T) {
	queries := personalQueries()
	var page strings.Builder
	for i, query := range queries {
		fmt.Fprintf(&page, `<span class=Z3988 title="%s"></span>`, html.EscapeString(query+fmt.Sprintf("&rft.pages=%d", i)))
	}
	base := readPages(t, map[string]string{"": page.String()})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base)
	offered := strings.Split(browsertest.Eval[string](tab, opened(t)), "\n")
	if len(offered) != len(queries) {
		t.Fatalf("%d items offered of %d", len(offered), len(queries))
	}
	for i, link := range offered {
		if strings.Contains(link, secret) || !strings.Contains(link, "rft.btitle=Salt") {
			t.Errorf("%q becomes %s", queries[i], link)
		}
	}
}

// A title that has a word for something personal in it stays whole.
func TestTitlesAreNotPersonal(t *testing.T) {
	base := readPages(t, map[string]string{"": coins("rft.genre=book&rft.btitle=Theory & Research & Email: a history&rft.stitle=Users, sessions %26 tokens")})
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base)
	got := pairs(t, strings.TrimSuffix(library, "/demo"), browsertest.Eval[string](tab, opened(t)))
	if want := []string{"rft.genre=book", "rft.btitle=Theory & Research & Email: a history", "rft.stitle=Users, sessions & tokens"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
