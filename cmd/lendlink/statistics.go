package main

import (
	"log/slog"
	"sync"

	"lendlink/resolver/library"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/statistics"
	"lendlink/resolver/web/statistics/store"
)

// newKeeper makes what counts for the statistics, with the file in a folder; "" for none.
func newKeeper(folder string, settings func() *library.Settings, count *metrics.Metrics, log *slog.Logger) *statistics.Keeper {
	months := func() int { return settings().KeepMonths }
	if folder == "" {
		return statistics.New(nil, months, func(error) {})
	}
	report := &storeReport{log: log}
	file := store.NewFile(folder, report.notice)
	return statistics.New(file, months, func(err error) {
		count.StatisticsKept(metrics.StoreFile, err == nil)
		report.used(err)
	})
}

// storeReport logs what is wrong with a store: once, until it is something else or well
// again.
type storeReport struct {
	log *slog.Logger

	mu      sync.Mutex
	problem string          // the last one; "" while all is well
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
		r.log.Info("statistics are kept again")
	default:
		r.log.Error("statistics cannot be kept; counting goes on in memory", "problem", now)
	}
	r.problem = now
}

// mostNoticed bounds what is remembered of what was logged.
const mostNoticed = 1000

func (r *storeReport) notice(problem string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.noticed[problem] {
		return
	}
	if r.noticed == nil || len(r.noticed) > mostNoticed {
		r.noticed = map[string]bool{}
	}
	r.noticed[problem] = true
	r.log.Error("statistics were damaged", "problem", problem)
}
