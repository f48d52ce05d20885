package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"reflect"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/web/metrics"
)

// lookInterval is how often the settings files are looked at for changes. Looking
// works on every file system and in every container; notices of changes do not.
const lookInterval = time.Second

// watchSettings reloads the settings when their files change or a signal asks for it, until
// ctx is done.
func watchSettings(
	ctx context.Context, queried <-chan os.Signal, live liveSettings, asks *lookups, count *metrics.Metrics, log *slog.Logger,
) {
	bound := live.Settings()
	ticker := time.NewTicker(lookInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-queried:
			reload(live, bound, asks, count, log)
		case <-ticker.C:
			if live.Changed() {
				reload(live, bound, asks, count, log)
			}
		}
	}
}

// reload takes the settings as they now are into use, or reports what is wrong with
// them. Bound are those whose addresses are listened on, as long as the process lives.
func reload(live liveSettings, bound *library.Settings, asks *lookups, count *metrics.Metrics, log *slog.Logger) {
	err := live.Reload()
	count.Reloaded(err == nil)
	if problems, ok := errors.AsType[library.Problems](err); ok {
		for _, p := range problems {
			log.Error("settings refused", "file", p.File, "line", p.Line, "column", p.Column, "problem", p.Message)
		}
	} else if err != nil {
		log.Error("settings refused", "problem", err.Error())
	}
	if err != nil {
		log.Warn("the old settings stay in use")
		return
	}
	now := live.Settings()
	count.Loaded(len(now.Libraries), time.Now())
	warnAbout(now, log)
	log.Info("settings reloaded", "libraries", len(now.Libraries))
	if err := asks.follow(lookupConfigOf(now)); err != nil {
		log.Error("lookups stay as they were", "problem", err.Error())
	}
	if now.Listen != bound.Listen || now.AdminListen != bound.AdminListen || !reflect.DeepEqual(now.TLS, bound.TLS) {
		log.Warn("a changed listen, admin_listen or tls takes effect after a restart")
	}
}

// warnAbout logs what is doubtful in settings that are used, and which files of
// libraries_dir were not read.
func warnAbout(settings *library.Settings, log *slog.Logger) {
	for _, p := range settings.Warnings {
		log.Warn("settings", "file", p.File, "line", p.Line, "column", p.Column, "problem", p.Message)
	}
	for _, file := range settings.Skipped {
		log.Warn("skipped, as it is not a regular file", "file", file)
	}
}

// liveSettings are settings that may change: those of a file, or the demo's.
type liveSettings interface {
	Settings() *library.Settings
	Changed() bool
	Reload() error
}

// demo are the settings that are used without a file. They never change.
type demo struct{ settings *library.Settings }

func (d demo) Settings() *library.Settings { return d.settings }
func (demo) Changed() bool                 { return false }
func (demo) Reload() error                 { return nil }

// follow returns the settings, to be reloaded when their files change.
func (s *setup) follow() (liveSettings, error) {
	if file := s.config(); file != "" {
		return library.Watch(file)
	}
	return demo{library.Demo()}, nil
}
