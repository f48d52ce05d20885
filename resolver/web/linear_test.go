//go:build unix

package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"lendlink/internal/linear"
)

// TestWorkOfPostsIsLinear: a longer body takes longer in proportion, at each address that
// reads one.
func TestWorkOfPostsIsLinear(t *testing.T) {
	const floor = 60 * time.Millisecond // a page alone takes some
	s := newServer(t, twoLibraries)
	for _, begin := range []string{
		"/request?step=read&paste=", "/request?type=chapter&author=", "/request?type=book&title=", "/request?type=article-journal&page=",
		"/practice?rft.au=", "/practice?", "/inspect?lendlink.link=", "/openurl?rft.btitle=", "/confirm?rft.pub=",
	} {
		path, field, _ := strings.Cut(begin, "?")
		for _, unit := range []string{
			"&", "a=1&", ".,", " & ", "(a) ", "A . ", "\n", "TY  - JOUR\n", "AU  - B, C\n", "PMID- 1\n", "@book{a, title={b}}\n", "{", "[{",
			`{"title":"a"},`, "Smith, J. (2001). T. ", "<a>", "et al., ", "https://a/?b=c ", "10.1000/a ", "中、", "한글 ", "Ã©",
		} {
			sent := unit
			if !strings.HasSuffix(unit, "&") || unit == " & " {
				sent = url.QueryEscape(unit)
			}
			linear.Check(t, begin+strconv.Quote(unit), floor, func(length int) {
				body := field + "A" + strings.Repeat(sent, (length-len(field))/len(sent))
				w := httptest.NewRecorder()
				s.ServeHTTP(w, posted(path, body))
				if w.Code >= http.StatusInternalServerError || w.Code == http.StatusNotFound {
					t.Errorf("%s: %q: status %d", begin, unit, w.Code)
				}
			})
		}
	}
}
