package openurl_test

import (
	"testing"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// TestUnlisted: what is under a key that is not OpenURL's is hidden.
func TestUnlisted(t *testing.T) {
	for link, want := range map[string]string{
		"shelf=s1": "…", "shelf=": "", "rft.shelf=s1": "…", "rftxlanguage=s1": "…", "res.language=eng": "",
		"language=eng": "eng", "rft.language=eng": "eng", "RFT.Language=eng": "eng", "rfe.btitle=Emma": "Emma",
		"url_ver=Z39.88-2004": "Z39.88-2004",
	} {
		if got := openurl.Parse(link).Pairs[0].Value; got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
	for _, w := range openurl.Parse("title=Dune&shelf=s1&+Jane&date=1965").Warnings {
		if w.Code == warning.AmpersandGlued && w.Detail != "" {
			t.Errorf("a warning has the value: %+v", w)
		}
	}
}

// TestSourcesOfPairs: the values that name the source are cleaned as the source is.
func TestSourcesOfPairs(t *testing.T) {
	for link, want := range map[string]string{
		"rfr_id=info:sid/ex:db%23jdoe": "ex:db", "sid=ex:db%23jdoe": "ex:db", "rft_id=info:sid/ex:db%23jdoe": "info:sid/ex:db",
		"rft_id=info:sid/ex:db": "info:sid/ex:db", "rft_id=http://example.edu/%3Fac=7": "http://example.edu/?ac=7", "sid=jdoe@x": "",
		"rft.pub=info:sid/Weir+%23+Press": "info:sid/Weir # Press",
		"sid=a:b&rfr_id=c:d%23jdoe":       "a:b",
	} {
		co := openurl.Parse(link)
		if p := co.Pairs[0]; p.Value != want || p.Empty != (want == "") {
			t.Errorf("%s: got %+v, want %q", link, p, want)
		}
		if where := holds(co, "jdoe"); where != "" {
			t.Errorf("%s: kept in %s", link, where)
		}
	}
}
