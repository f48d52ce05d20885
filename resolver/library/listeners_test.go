package library_test

import (
	"fmt"
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// Addresses that can be open at once are not an error.
func TestListeners(t *testing.T) {
	const tls = "tls: {hosts: [ill.library.edu], redirect_listen: "
	for _, tc := range []struct {
		settings string
		want     string // of the error; "" for none
	}{
		{`listen: "127.0.0.1:80"` + "\n" + tls + `"192.0.2.1:80"}`, ""},
		{`listen: ":0"` + "\n" + tls + `":0"}`, ""},
		{`listen: ":80"` + "\n" + tls + `off}`, ""},
		{`listen: ":80"`, ""},
		{`listen: "[::]:80"` + "\n" + tls + `"192.0.2.1:80"}`, "`redirect_listen` is"},
		{`listen: "192.0.2.1:80"` + "\n" + tls + `"0.0.0.0:80"}`, "`redirect_listen` is"},
		{`listen: "192.0.2.1:80"` + "\n" + tls + `"192.0.2.1:80"}`, "`redirect_listen` is"},
		{tls + `":8443"}` + "\n" + `admin_listen: "127.0.0.1:8443"`, "`admin_listen` is \"127.0.0.1:8443\", a port that `redirect_listen` has already"},
		{tls + `":443"}`, "`redirect_listen` is \":443\", a port that `listen` has already"},
	} {
		_, err := library.Parse("x.yaml", []byte(tc.settings+"\nlibraries: [{code: a, name: A, form: {service: practice}}]\n"), env)
		if got := fmt.Sprint(err); (err == nil) != (tc.want == "") || !strings.Contains(got, tc.want) {
			t.Errorf("%s:\n%s\nwant %q", tc.settings, got, tc.want)
		}
	}
}
