package certs

import (
	"context"
	"fmt"
	"log/slog"

	"go.uber.org/zap/zapcore"
)

// toSlog takes what certmagic logs with zap to a log of ours.
type toSlog struct {
	log    *slog.Logger
	fields []zapcore.Field
}

// logged are the fields that are kept. Others name clients, or what they asked for.
var logged = []string{"identifier", "identifiers", "issuer", "ca", "challenge_type", "attempt", "retrying_in", "remaining", "error"}

// Enabled reports whether a level is logged: warnings and above.
func (toSlog) Enabled(l zapcore.Level) bool { return l >= zapcore.WarnLevel }

// With returns a core with more fields.
func (t toSlog) With(fields []zapcore.Field) zapcore.Core {
	t.fields = append(append([]zapcore.Field(nil), t.fields...), fields...)
	return t
}

// Check adds the core to an entry that is to be logged.
func (t toSlog) Check(e zapcore.Entry, checked *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if t.Enabled(e.Level) {
		return checked.AddCore(e, t)
	}
	return checked
}

// Write logs an entry.
func (t toSlog) Write(e zapcore.Entry, fields []zapcore.Field) error {
	values := zapcore.NewMapObjectEncoder()
	for _, f := range append(append([]zapcore.Field(nil), t.fields...), fields...) {
		f.AddTo(values)
	}
	var attrs []slog.Attr
	for _, name := range logged {
		if v, ok := values.Fields[name]; ok {
			attrs = append(attrs, slog.String(name, fmt.Sprint(v)))
		}
	}
	level := slog.LevelWarn
	if e.Level >= zapcore.ErrorLevel {
		level = slog.LevelError
	}
	t.log.LogAttrs(context.Background(), level, "certificates: "+e.Message, attrs...)
	return nil
}

// Sync does nothing: nothing is kept back.
func (toSlog) Sync() error { return nil }
