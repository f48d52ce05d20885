//go:build unix

package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWorkOfPostsIsLinear: four times as long a body takes at most five times as long,
// at each address that reads one. Processor time counts, so that a busy machine makes
// no difference.
func TestWorkOfPostsIsLinear(t *testing.T) {
	const (
		short, long = 15 << 10, 60 << 10
		floor       = 60 * time.Millisecond // less does no harm; a page alone takes some
	)
	s := newServer(t, twoLibraries)
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
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
			post := func(length int) time.Duration {
				body := field + "A" + strings.Repeat(sent, (length-len(field))/len(sent))
				start := used()
				w := httptest.NewRecorder()
				s.ServeHTTP(w, posted(path, body))
				if w.Code >= http.StatusInternalServerError || w.Code == http.StatusNotFound {
					t.Errorf("%s: %q: status %d", begin, unit, w.Code)
				}
				return used() - start
			}
			if post(long) < floor {
				continue
			}
			fast, slow := time.Hour, time.Hour
			for range 5 {
				fast, slow = min(fast, post(short)), min(slow, post(long))
			}
			if slow > floor && slow > 5*fast {
				t.Errorf("%s: %q, %v for %d bytes, %v for %d", begin, unit, fast, short, slow, long)
			}
		}
	}
}
