package conns

import (
	"bytes"
	"log"
	"log/slog"
	"regexp"
)

// ErrorLog returns a logger for [http.Server.ErrorLog] that leaves out the addresses
// of clients, which net/http names: "http: panic serving 203.0.113.7:4711". Handshakes that
// fail are not logged at all: any scanner of ports would fill the log with them.
func ErrorLog(to slog.Handler) *log.Logger {
	return log.New(withoutAddresses{slog.NewLogLogger(to, slog.LevelWarn)}, "", 0)
}

var address = regexp.MustCompile(`\[?[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]*(?:%[0-9A-Za-z]+)?\]?:[0-9]+`)

type withoutAddresses struct{ log *log.Logger }

func (w withoutAddresses) Write(line []byte) (int, error) {
	if bytes.HasPrefix(line, []byte("http: TLS handshake error")) {
		return len(line), nil
	}
	w.log.Print(string(address.ReplaceAll(line, []byte("…"))))
	return len(line), nil
}
