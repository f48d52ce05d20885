package library_test

import (
	"strings"
	"testing"
)

// Notes say how a form's address is written behind the proxy, before a broken link does.
func TestNotesExplainTheProxy(t *testing.T) {
	s := parse(t, `
libraries:
  - {code: a, name: A, form: {service: tipasa, url: "https://a.example/?", proxy: "https://p.example/login?qurl="}}
  - {code: b, name: B, form: {service: tipasa, url: "https://a.example/?", proxy: "https://p.example/login?url="}}
  - {code: c, name: C, form: {service: tipasa, url: "https://a.example/?"}}
`)
	want := "a: the form's address is sent percent-encoded behind the proxy (proxy_encoding: auto)\n" +
		"b: the form's address is sent as it is behind the proxy (proxy_encoding: auto)"
	if got := strings.Join(s.Notes(), "\n"); got != want {
		t.Errorf("Notes are\n%s\nwant\n%s", got, want)
	}
}
