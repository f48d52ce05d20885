package conns_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"lendlink/resolver/web/conns"
)

func TestErrorLogHoldsNoAddresses(t *testing.T) {
	for _, tc := range []struct{ line, want string }{
		{"http: panic serving 203.0.113.7:4711: no", "http: panic serving …: no"},
		{"http: panic serving [2001:db8::7]:4711: no", "http: panic serving …: no"},
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

func TestFailedHandshakesAreNotLogged(t *testing.T) {
	var out bytes.Buffer
	conns.ErrorLog(slog.NewTextHandler(&out, nil)).Print("http: TLS handshake error from 203.0.113.7:4711: EOF")
	if out.Len() > 0 {
		t.Errorf("logged: %s", out.String())
	}
}
