package conns_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"lendlink/resolver/web/conns"
)

func TestErrorLogNamesNobody(t *testing.T) {
	for _, tc := range []struct{ line, want string }{
		{"http: TLS handshake error from 203.0.113.7:4711: EOF", "http: TLS handshake error from …: EOF"},
		{"http: TLS handshake error from [2001:db8::7]:4711: EOF", "http: TLS handshake error from …: EOF"},
		{"http: panic serving [fe80::7%eth0]:4711: no", "http: panic serving …: no"},
		{"read tcp 127.0.0.1:443->203.0.113.7:4711: reset", "read tcp …->…: reset"},
		{"http: Accept error: too many open files; retrying in 5ms", "http: Accept error: too many open files; retrying in 5ms"},
	} {
		var out bytes.Buffer
		conns.ErrorLog(slog.NewTextHandler(&out, nil)).Print(tc.line)
		if !strings.Contains(out.String(), `msg="`+tc.want+`"`) {
			t.Errorf("%s is logged as %s", tc.line, out.String())
		}
	}
}
