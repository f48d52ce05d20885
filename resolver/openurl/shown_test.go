package openurl_test

import (
	"testing"

	"lendlink/resolver/openurl"
)

// TestShown: a link that is shown unread has nothing of the patron's, and no value under a key that is neither
// OpenURL's nor the form's own.
func TestShown(t *testing.T) {
	for link, want := range map[string]string{
		"title=Dune&user=jdoe":                "title=Dune",
		"title=Dune%26user%3Djdoe":            "title=Dune",
		"title=On+%3Cshelf%3E":                "title=On+%3Cshelf%3E",
		"shelf=s1&room=":                      "shelf=%E2%80%A6&room=",
		"LoanNote=s1&loannote=s2":             "LoanNote=s1&loannote=s2",
		"url_ctx_val=rft.btitle%3DArts":       "url_ctx_val=%E2%80%A6",
		"rft_ref=http%3A%2F%2Fexample.edu":    "rft_ref=%E2%80%A6",
		"rfr_id=info:sid/ex:db%23jdoe":        "rfr_id=ex%3Adb",
		"sid=ex:db%23jdoe":                    "sid=ex%3Adb",
		"rft_id=info%3Asid%2Fex:db%23jdoe":    "rft_id=ex%3Adb",
		"rft.pub=info%3Asid%2FWeir+%23+Press": "rft.pub=info%3Asid%2FWeir+%23+Press",
	} {
		if got := openurl.Shown(link, "LoanNote"); got != want {
			t.Errorf("%s: got %s, want %s", link, got, want)
		}
	}
}
