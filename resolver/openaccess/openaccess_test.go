package openaccess_test

import (
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/openaccess"
)

func TestParseAddress(t *testing.T) {
	for _, tt := range []struct{ name, in, want, host string }{
		{"https", "https://repo.example.org/a?b=c#d", "https://repo.example.org/a?b=c#d", "repo.example.org"},
		{"capitals", "HTTPS://Repo.Example.ORG/A", "https://repo.example.org/A", "repo.example.org"},
		{"the usual port", "https://repo.example.org:443/a", "https://repo.example.org/a", "repo.example.org"},
		{"another port", "https://repo.example.org:8443/a", "", ""},
		{"http of a host that has https", "http://dx.doi.org/10.5555/x", "https://doi.org/10.5555/x", "doi.org"},
		{"the same with the usual port", "http://doi.org:80/10.5555/x", "https://doi.org/10.5555/x", "doi.org"},
		{"a scheme that is neither", "ftp://doi.org/10.5555/x", "", ""},
		{"the same with a port", "http://doi.org:8080/10.5555/x", "", ""},
		{"http of another host", "http://repo.example.org/a", "", ""},
		{"a script", "javascript:alert(1)", "", ""},
		{"a script after blanks", " \tjavascript://repo.example.org/%0aalert(1)", "", ""},
		{"data", "data:text/html,x", "", ""},
		{"no scheme", "//repo.example.org/a", "", ""},
		{"a path", "/a", "", ""},
		{"nothing after the scheme", "https:repo.example.org/a", "", ""},
		{"a user who looks like the host", "https://doi.org@evil.example.org/", "", ""},
		{"a password", "https://a:b@repo.example.org/", "", ""},
		{"a backslash for the host's end", `https://evil.example.org\@doi.org/`, "", ""},
		{"an international name", "https://bücher.example.org/a", "https://xn--bcher-kva.example.org/a", "xn--bcher-kva.example.org"},
		{"a name of look-alikes", "https://dоi.org/10.5555/x", "https://xn--di-fmc.org/10.5555/x", "xn--di-fmc.org"},
		{"a bidi override in the name", "https://gro\u202eiod.example.org/", "", ""},
		{"an address of IPv4", "https://192.0.2.1/a", "", ""},
		{"the same in one number", "https://3221225985/a", "", ""},
		{"the same in hexadecimal", "https://0xc0.0x0.0x2.0x1/a", "", ""},
		{"an address of IPv6", "https://[2001:db8::1]/a", "", ""},
		{"this machine", "https://localhost/a", "", ""},
		{"a name without a dot", "https://intranet/a", "", ""},
		{"an empty host", "https:///a", "", ""},
		{"a dot too many", "https://repo.example.org./a", "https://repo.example.org/a", "repo.example.org"},
		{"other letters", "https://repo.example.org/é?q=é", "https://repo.example.org/%C3%A9?q=%C3%A9", "repo.example.org"},
		{"a bidi override in the path", "https://repo.example.org/\u202efdp.exe", "https://repo.example.org/%E2%80%AEfdp.exe", "repo.example.org"},
		{"a quote", `https://repo.example.org/a?"onclick=x`, "https://repo.example.org/a?%22onclick=x", "repo.example.org"},
		{"a space in the query", "https://repo.example.org/a?b=c d", "https://repo.example.org/a?b=c+d", "repo.example.org"},
		{"bytes that are no text", "https://repo.example.org/\xff", "", ""},
		{"a name longer than names can be", "https://" + strings.Repeat("weir.", 50) + "example.org/a", "", ""},
		{"a line break", "https://repo.example.org/a\r\nb", "", ""},
		{"an escaped slash", "https://repo.example.org/a%2Fb", "https://repo.example.org/a%2Fb", "repo.example.org"},
		{"too long", "https://repo.example.org/" + strings.Repeat("a", 1000), "", ""},
		{"too long when escaped", "https://repo.example.org/" + strings.Repeat("é", 400), "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, host, ok := openaccess.ParseAddress(tt.in)
			if ok != (tt.want != "") || ok && (got != tt.want || host != tt.host) {
				t.Errorf("%q is read as %q, host %q, %t; want %q", tt.in, got, host, ok, tt.want)
			}
		})
	}
}

// TestParseAddressKeepsInside: names of a network of the patron's, or of none, lead nowhere.
func TestParseAddressKeepsInside(t *testing.T) {
	for _, host := range []string{
		"nas.local", "x.localhost", "wiki.internal", "nas.home.arpa", "x.invalid", "x.onion", "x.alt", "nas.lan",
	} {
		if address, _, ok := openaccess.ParseAddress("https://" + host + "/a"); ok {
			t.Errorf("%s is taken as %q", host, address)
		}
	}
}

// TestParseAddressEncrypts: services write these with http.
func TestParseAddressEncrypts(t *testing.T) {
	for _, host := range []string{
		"doi.org", "hdl.handle.net", "arxiv.org", "europepmc.org", "www.ncbi.nlm.nih.gov", "archive.org", "openlibrary.org",
		"library.oapen.org", "directory.doabooks.org", "babel.hathitrust.org", "catalog.hathitrust.org",
	} {
		want := "https://" + host + "/a"
		if got, _, _ := openaccess.ParseAddress("http://" + host + "/a"); got != want {
			t.Errorf("%s: %q, want %q", host, got, want)
		}
	}
}

// FuzzParseAddress: what is taken stays as it is, and a browser finds the host that is
// shown.
func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{"https://repo.example.org/a?b#c", "http://dx.doi.org/10.5555/x", "https://bücher.example.org/é", `https://a\@b.org`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		address, host, ok := openaccess.ParseAddress(s)
		if !ok {
			return
		}
		if again, _, ok := openaccess.ParseAddress(address); !ok || again != address {
			t.Errorf("%q becomes %q, then %q", s, address, again)
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" || u.Host != host || u.User != nil {
			t.Errorf("%q: %q is not at %q", s, address, host)
		}
		if i := strings.IndexFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"<>\`, r) }); i >= 0 {
			t.Errorf("%q: %q has %q", s, address, address[i])
		}
	})
}

func TestParseLicense(t *testing.T) {
	for in, want := range map[string]openaccess.License{
		"cc-by": openaccess.CCBY, "CC BY": openaccess.CCBY, "cc_by_sa": openaccess.CCBYSA, "cc by-nc-nd": openaccess.CCBYNCND, "CC BY-SA 4.0": openaccess.CCBYSA,
		"cc-by-nd-3.0": openaccess.CCBYND, "https://creativecommons.org/licenses/by-nc/4.0/": openaccess.CCBYNC,
		"http://creativecommons.org/publicdomain/zero/1.0/": openaccess.CC0, "cc-zero": openaccess.CC0, "cc0": openaccess.CC0,
		"pd": openaccess.PublicDomain, "public-domain": openaccess.PublicDomain, "publicdomain": openaccess.PublicDomain,
		"publicdomain-mark": openaccess.PublicDomain, "cc-pd": openaccess.PublicDomain, "cc-pdm": openaccess.PublicDomain,
		"https://creativecommons.org/publicdomain/mark/1.0/": openaccess.PublicDomain,
		"publisher-specific-oa":                              "", "implied-oa": "", "": "", "4.0": "", "https://evil.example.org/licenses/by/": "",
	} {
		if got := openaccess.ParseLicense(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// TestParseVersion: in the words of services, and in ours, which a shared cache has.
func TestParseVersion(t *testing.T) {
	for in, want := range map[string]openaccess.Version{
		"publishedVersion": openaccess.Published, "acceptedVersion": openaccess.Accepted, "submittedVersion": openaccess.Submitted,
		"published": openaccess.Published, "accepted": openaccess.Accepted, "submitted": openaccess.Submitted,
		" PublishedVersion ": openaccess.Published, "updatedVersion": "", "": "",
	} {
		if got := openaccess.ParseVersion(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

func TestBetter(t *testing.T) {
	// Each is better than those that follow.
	order := []openaccess.Copy{
		{Version: openaccess.Published, License: openaccess.CCBY},
		{Version: openaccess.Published},
		{},
		{Version: openaccess.Accepted, License: openaccess.CCBY},
		{Version: openaccess.Submitted},
		{Book: true, Version: openaccess.Published},
		{Borrow: true, Version: openaccess.Published},
	}
	for i := range order {
		for j := range order {
			if got := order[i].Better(order[j]); got != (i < j) {
				t.Errorf("%+v better than %+v: %t", order[i], order[j], got)
			}
		}
	}
}

// Nothing is better than the published version of what was wanted, free for everybody at once.
func TestIsPublished(t *testing.T) {
	for _, c := range []struct {
		copy openaccess.Copy
		want bool
	}{
		{openaccess.Copy{Version: openaccess.Published}, true},
		{openaccess.Copy{Version: openaccess.Accepted}, false},
		{openaccess.Copy{}, false},
		{openaccess.Copy{Version: openaccess.Published, Book: true}, false},
		{openaccess.Copy{Version: openaccess.Published, Borrow: true}, false},
	} {
		if got := c.copy.IsPublished(); got != c.want {
			t.Errorf("%+v is the published version: %t", c.copy, got)
		}
	}
}

func TestClean(t *testing.T) {
	got, ok := openaccess.Clean(openaccess.Copy{URL: "https://Repo.example.org/a", Host: "doi.org", Version: "evil", License: "<b>"})
	if want := (openaccess.Copy{URL: "https://repo.example.org/a", Host: "repo.example.org"}); !ok || got != want {
		t.Errorf("%+v, %t", got, ok)
	}
	if _, ok := openaccess.Clean(openaccess.Copy{URL: "http://repo.example.org/a"}); ok {
		t.Error("http is taken")
	}
}
