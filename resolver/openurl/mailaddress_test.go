package openurl_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// TestMailAddresses: an address of a person under a key about the item is neither kept nor
// shown, and the rest of the value is.
func TestMailAddresses(t *testing.T) {
	const secret = "s3cret"
	for _, tt := range []struct {
		key, value, want string
		of               openurl.Field
	}{
		{"rft.pub", "Weir Press s3cret@example.edu", "Weir Press", openurl.Pub},
		{"rft.pub", "Quay 10.5, s3cret@example.edu", "Quay 10.5", openurl.Pub},
		{"rft.place", "s3cret＠example.edu", "", openurl.Place},
		{"rft.au", "Doe, Jane, s3cret@example.edu", "Doe, Jane", openurl.Au},
		{"aulast", "Jane Doe <s3cret@example.edu>", "Jane Doe <>", openurl.AuLast},
		{"rft_id", "mailto:s3cret@example.edu", "", openurl.ID},
		{"rft_id", "ldap://example.edu/uid=s3cret", "", openurl.ID},
		{"rft_id", "tel:s3cret", "", openurl.ID},
		{"rft.identifier", "tel:s3cret", "", openurl.Identifier},
		{"rft_id", "info:doi/10.1000/182", "info:doi/10.1000/182", openurl.ID},
		{"rft_id", "info:doi/10.1000/quay@weir.example", "info:doi/10.1000/quay@weir.example", openurl.ID},
		{"rft.issn", "18665098@@@edsdnp", "18665098@@@edsdnp", openurl.ISSN},
		{"rft.btitle", "C@fé society", "C@fé society", openurl.BTitle},
		{"rft.doi", "10.1000/a@b", "10.1000/a@b", openurl.DOI},
	} {
		co := openurl.Parse("rft.genre=book&" + tt.key + "=" + url.QueryEscape(tt.value))
		if got := co.Get(tt.of); got != tt.want {
			t.Errorf("%s=%s: got %q, want %q", tt.key, tt.value, got, tt.want)
		}
		if where := holds(co, secret); where != "" {
			t.Errorf("%s=%s: kept in %s", tt.key, tt.value, where)
		}
		dropped := slices.ContainsFunc(co.Warnings, func(w warning.Warning) bool { return w.Code == warning.PersonalDropped })
		if dropped != strings.Contains(tt.value, secret) {
			t.Errorf("%s=%s: warnings %v", tt.key, tt.value, co.Warnings)
		}
	}
}

// TestShownWithoutMailAddresses: so is a link that is shown unread.
func TestShownWithoutMailAddresses(t *testing.T) {
	for link, want := range map[string]string{
		"title=C@fe&pub=jdoe@example.edu":       "title=C@fe&pub=%E2%80%A6",
		"rft_id=mailto%3Ajdoe%40example.edu":    "rft_id=%E2%80%A6",
		"rft_id=tel%3A5551234&rft.btitle=Weirs": "rft_id=%E2%80%A6&rft.btitle=Weirs",
		"pid=%3Cyr%3E1999%3C%2Fyr%3E":           "pid=%3Cyr%3E1999%3C%2Fyr%3E",
		"pid=%3Cshelf%3Es1%3C%2Fshelf%3E":       "pid=%E2%80%A6",
	} {
		if got := openurl.Shown(link); got != want {
			t.Errorf("%s: got %s, want %s", link, got, want)
		}
	}
}
