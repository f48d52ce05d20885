package resolver_test

import (
	"bufio"
	"encoding/json"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"

	"github.com/google/go-cmp/cmp"
)

// year is the current one in all tests.
const year = 2026

// sources returns the readable cases of links as sources send them.
func sources(t testing.TB) []readable.Case {
	t.Helper()
	cases, err := readable.Read("interpret/testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(cases, func(c readable.Case) bool { return !strings.HasPrefix(c.Group, "sources/") })
}

const tipasaHost = "12345.account.worldcat.org"

func tipasa() *library.Library {
	return &library.Library{Code: "demo", Form: requestform.Form{Service: requestform.Tipasa, URL: "https://" + tipasaHost + "/profile/route/openurl?"}}
}

// TestRoundTrip: what we send to Tipasa, read with our own reader, is the same
// citation.
func TestRoundTrip(t *testing.T) {
	lib := tipasa()
	for _, c := range sources(t) {
		r := resolver.Resolve(lib, c.Link, year)
		if r.Warnings.Has(warning.LengthDropped) || r.Warnings.Has(warning.LengthShortened) {
			t.Errorf("%s: a link of the usual length was cut: %s", c.Place, r.Location)
			continue
		}
		if r.Citation.Type == citation.Document { // the form has unknown for it, which says no more than no genre
			continue
		}
		again := interpret.Read(openurl.Parse(r.Location), year).Citation
		if diff := cmp.Diff(sendable(r.Citation), again); diff != "" {
			t.Errorf("%s: %s\n(-found +read back):\n%s", c.Place, r.Location, diff)
		}
	}
}

// sendable is what Tipasa's form has fields for: one author, and of the other identifiers
// the OCLC number alone.
func sendable(c citation.Citation) citation.Citation {
	if len(c.Author) > 1 {
		c.Author = c.Author[:1]
	}
	c.Custom = citation.Custom{OCLC: c.Custom.OCLC}
	return c
}

// TestRealLinks: every link as sources really sent it has a resolution, on the
// configured host and within the length. Such links are not ours to publish:
// LENDLINK_REAL_LINKS names a file of them, one {"id": …, "query": …} a line, as
// a library's own log may have it.
func TestRealLinks(t *testing.T) {
	path := os.Getenv("LENDLINK_REAL_LINKS")
	if path == "" {
		t.Log("LENDLINK_REAL_LINKS names no file: nothing to run")
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lib := tipasa()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		var link struct{ ID, Query string }
		if err := json.Unmarshal(lines.Bytes(), &link); err != nil {
			t.Fatal(err)
		}
		n++
		checkLocation(t, link.ID, resolver.Resolve(lib, link.Query, year).Location)
	}
	if n == 0 {
		t.Error("no links in the file")
	}
}

// checkLocation: an ASCII address on the configured host, within the length.
func checkLocation(t *testing.T, name, location string) {
	t.Helper()
	u, err := url.Parse(location)
	if err != nil || u.Scheme != "https" || u.Host != tipasaHost {
		t.Errorf("%s: location %q: %v", name, location, err)
	}
	if len(location) > 2000 {
		t.Errorf("%s: location of %d bytes", name, len(location))
	}
	if strings.ContainsFunc(location, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
		t.Errorf("%s: location is not plain ASCII: %q", name, location)
	}
}
