package bookmarklet_test

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/web/bookmarklet"
	"lendlink/resolver/web/locale"
	"lendlink/templates"
)

// texts are those of all languages.
func texts(t *testing.T) []bookmarklet.Texts {
	t.Helper()
	localizers, err := locale.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := []bookmarklet.Texts{{}} // English comes first
	for language, l := range localizers {
		one := bookmarklet.Texts{Language: language, Which: l.T("choose.title"), Close: l.T("bookmarklet.close"), Blocked: l.T("bookmarklet.blocked")}
		if language == locale.Default {
			all[0] = one
			continue
		}
		all = append(all, one)
	}
	return all
}

// address returns the javascript: address for a library, as it is in a bookmark.
func address(t *testing.T, base string) string {
	t.Helper()
	href, err := bookmarklet.Href(source(t), base, texts(t))
	if err != nil {
		t.Fatal(err)
	}
	value, ok := strings.CutPrefix(string(href), `href="`)
	if !ok || strings.Count(value, `"`) != 1 {
		t.Fatalf("no single attribute: %.80s", href)
	}
	return html.UnescapeString(strings.TrimSuffix(value, `"`))
}

// script returns what a browser runs when the bookmark is clicked.
func script(t *testing.T, base string) string {
	t.Helper()
	text, err := url.PathUnescape(strings.TrimPrefix(address(t, base), "javascript:"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The longest host and code that settings can have, and all languages.
func TestAddressIsShort(t *testing.T) {
	label := strings.Repeat("a", 63) + "."
	longest := "https://" + strings.Repeat(label, 4)[:253] + ":65535/" + strings.Repeat("c", 32)
	for base, want := range map[string]string{
		"https://ill.library.example.edu/demo": "Fermer", // no text is left out
		longest:                                "Close",
	} {
		got := address(t, base)
		if len(got) > bookmarklet.MaxLength {
			t.Errorf("%d bytes, want at most %d", len(got), bookmarklet.MaxLength)
		}
		if !strings.Contains(got, want) || !strings.Contains(got, base) {
			t.Errorf("the address lacks %q, or its base %s", want, base)
		}
	}
	got := address(t, longest)
	if i := strings.IndexFunc(got, func(c rune) bool { return c <= ' ' || c >= 0x7f }); i >= 0 {
		t.Errorf("not encoded: %q", got[i:min(i+10, len(got))])
	}
}

func TestHrefRefuses(t *testing.T) {
	good := `(() => { const base = "LENDLINK_BASE", texts = "LENDLINK_TEXTS"; })();`
	for _, test := range []struct{ name, source, base string }{
		{"a base without host", good, "/demo"},
		{"a base that is a script", good, "javascript:alert(1)"},
		{"a base with a query", good, "https://ill.example.edu/demo?x=1"},
		{"a source without place for the base", `"LENDLINK_TEXTS"`, "https://ill.example.edu/demo"},
		{"a source without place for the texts", `"LENDLINK_BASE"`, "https://ill.example.edu/demo"},
		{"a source that is not JavaScript", good + `}`, "https://ill.example.edu/demo"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := bookmarklet.Href(test.source, test.base, texts(t)); err == nil {
				t.Errorf("no error, but %s", got)
			}
		})
	}
}
