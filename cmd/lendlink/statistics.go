package main

import (
	"errors"
	"log/slog"
	"sync"

	"lendlink/resolver/library"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/statistics"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/shared"
	"lendlink/resolver/web/statistics/socket"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/summary"
)

// newKeeper makes what counts for the statistics, with the file in a folder; "" for none.
func newKeeper(folder string, settings func() *library.Settings, count *metrics.Metrics, log *slog.Logger) *statistics.Collector {
	stored := &storeReport{log: log, name: "statistics"}
	put := &storeReport{log: log, name: "statistics that servers share"}
	replicas := &sharedFollower{settings: settings, log: log}
	config := statistics.Config{
		Months:   func() int { return settings().KeepMonths },
		Doubtful: func() int { return settings().KeepDoubtful },
		Shared:   replicas.shared,
		Put: func(err error) {
			count.StatisticsKept(metrics.StoreShared, err == nil)
			put.used(err)
		},
	}
	if folder != "" {
		config.Store = store.NewFile(folder, func(problem string) {
			if stored.notice(problem) {
				count.StatisticsDamaged()
			}
		})
		config.Stored = func(err error) {
			count.StatisticsKept(metrics.StoreFile, err == nil)
			stored.used(err)
		}
	}
	return statistics.New(config)
}

// readStatistics returns what reads the statistics that a server with these settings keeps.
func readStatistics(settings *library.Settings) (summary.Each, func(), error) {
	folder := stateDir(settings)
	replicas := &sharedFollower{settings: func() *library.Settings { return settings }, log: slog.New(slog.DiscardHandler)}
	if folder == "" && replicas.shared() == nil {
		return nil, nil, errNothingKept
	}
	config := statistics.Config{Months: func() int { return settings.KeepMonths }, Shared: replicas.shared}
	if folder == "" {
		return statistics.New(config).Each, replicas.close, nil
	}
	config.Store = store.NewFile(folder, func(string) {})
	read := statistics.New(config).Each
	return func(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
		err := socket.Each(folder, library, first, last, do)
		if errors.Is(err, socket.ErrNoServer) {
			return read(library, first, last, do)
		}
		return err
	}, replicas.close, nil
}

// openSocket opens the socket at which lendlink stats asks this server; nil where there can
// be none, and the command reads the file.
func openSocket(folder string, log *slog.Logger) *socket.Listener {
	if folder == "" {
		return nil
	}
	l, err := socket.Listen(folder)
	if err != nil {
		log.Warn("lendlink stats cannot ask this server, and will read the file alone", "problem", inWords(err))
		return nil
	}
	return l
}

// sharedFollower keeps what servers share in step with the cache of the settings.
type sharedFollower struct {
	settings func() *library.Settings
	log      *slog.Logger

	mu      sync.Mutex
	address string
	current *shared.Shared
}

// shared returns what the settings name now; nil for nothing.
func (f *sharedFollower) shared() statistics.Shared {
	f.mu.Lock()
	defer f.mu.Unlock()
	address := ""
	if l := f.settings().Lookup; l != nil {
		address = l.Cache
	}
	if address != f.address {
		f.address = address
		f.closeCurrent()
		if address != "" {
			now, err := shared.New(address)
			if err != nil { // settings were checked: only the library's own doubts are left
				f.log.Error("statistics cannot be shared", "problem", err)
			}
			f.current = now
		}
	}
	if f.current == nil {
		return nil
	}
	return f.current
}

func (f *sharedFollower) closeCurrent() {
	if f.current != nil {
		f.current.Close() //nolint:errcheck // nothing more is asked of it
		f.current = nil
	}
}

func (f *sharedFollower) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closeCurrent()
}

// storeReport logs what is wrong with a store: once, until something else is wrong or it works
// again.
type storeReport struct {
	log  *slog.Logger
	name string

	mu      sync.Mutex
	problem string          // the last one; "" while it works
	noticed map[string]bool // what was logged and needs no second line
}

func (r *storeReport) used(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := ""
	if err != nil {
		now = err.Error()
	}
	switch {
	case now == r.problem:
	case now == "":
		r.log.Info(r.name + ": kept again")
	default:
		r.log.Error(r.name+": cannot be kept; counting goes on in memory", "problem", now)
	}
	r.problem = now
}

// maxNoticed bounds what is remembered of what was logged.
const maxNoticed = 1000

// notice logs a damage, and reports whether it is a new one.
func (r *storeReport) notice(problem string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.noticed[problem] {
		return false
	}
	if r.noticed == nil || len(r.noticed) > maxNoticed {
		r.noticed = map[string]bool{}
	}
	r.noticed[problem] = true
	r.log.Error(r.name+": damaged", "problem", problem)
	return true
}
