package web

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/export"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/summary"
	"lendlink/resolver/web/statistics/view"
)

// statsPage is what the page of statistics shows.
type statsPage struct {
	staffFrame
	view.Page
	Problem string // what is wrong with the range that was chosen; "" for nothing
	Unread  bool   // what is kept cannot be read now
	Damaged string // the days that alone cannot be read; "" for none, or for more than days
	Presets []view.Preset
	LookAt  bool // there is a page of links to look at
}

// maxStatsReaders is how many may wait for statistics at once: adding up two years, or
// reading hundreds of links, takes a moment, and patrons must not wait for clients that ask for it again and again.
const maxStatsReaders = 4

// readingStats keeps a handler from reading statistics for too many at once.
func (s *Server) readingStats(h func(*requestContext) error) func(*requestContext) error {
	return func(v *requestContext) error {
		defer s.statsReaders.Add(-1)
		if s.statsReaders.Add(1) > maxStatsReaders {
			v.Response().Header().Set(echo.HeaderRetryAfter, busyPause)
			return &userError{http.StatusServiceUnavailable, busy, errors.New("too many ask for statistics")}
		}
		return h(v)
	}
}

// stats shows staff what came in during a range of days, as a page or a file. It is
// numbers only.
func (s *Server) stats(v *requestContext) error {
	query := v.QueryParams()
	today := counts.DayOf(v.library.Local(s.Now()))
	r, wrong := summary.ParseRange(query.Get("from"), query.Get("to"), query.Get("by"), today)
	if wrong != nil {
		r, _ = summary.ParseRange("", "", "", today)
	}
	sum, err := summary.Sum(s.Statistics.Each, v.library.Code, r)
	if err != nil {
		s.Log.Error("statistics cannot be read", "problem", err)
	}
	if wrong == nil && (err == nil || query.Has("incomplete")) {
		if kind, body := export.As(query.Get("format"), v.library.Code, sum, err == nil); kind != "" {
			h := v.Response().Header()
			h.Set("Content-Disposition", `attachment; filename="`+export.FileName(v.library.Code, r, query.Get("format"), err == nil)+`"`)
			return v.Blob(http.StatusOK, kind, body)
		}
	}
	p := statsPage{
		staffFrame: s.staffFrame(v, "/stats"), Page: view.New(sum, s.statsTexts()), Unread: err != nil, Presets: view.Presets(today),
		LookAt: s.Settings().KeepDoubtful > 0,
	}
	if damaged, ok := errors.AsType[*store.DamagedDays](err); ok {
		p.Damaged = damaged.Days()
	}
	status := statusOf(err, query.Get("format"))
	if wrong != nil {
		p.Problem, status = wrong.Error(), http.StatusBadRequest
	}
	return s.render(v, status, "stats", p)
}

// statusOf returns the status of a page that shows what could be read of what is kept. A
// file in a format would look complete: there is the page in its place, as a failure.
func statusOf(unread error, format string) int {
	if unread != nil && format != "" {
		return http.StatusServiceUnavailable
	}
	return http.StatusOK
}

// statsTexts are the words for types and fields.
func (s *Server) statsTexts() view.Texts {
	return view.TextsFrom(func(key string) string { return s.pages.localizers[locale.Default].T(key) })
}

// doubtfulPage is what the page of links to look at shows.
type doubtfulPage struct {
	staffFrame
	Days   []view.DoubtfulDay
	Most   int  // how many are kept
	Shared bool // by all servers together
	Unread bool // what is kept cannot be read now
}

// doubtfulLinks shows staff the last links that were read with doubt, as a page or a file.
// Where the settings want none kept, there is no such page.
func (s *Server) doubtfulLinks(v *requestContext) error {
	most := s.Settings().KeepDoubtful
	if most == 0 {
		return echo.ErrNotFound
	}
	links, err := s.Statistics.DoubtfulLinks(v.library.Code)
	if err != nil {
		s.Log.Error("doubtful links cannot be read", "problem", err)
	}
	file := func(name, mediaType string, body []byte) error {
		v.Response().Header().Set("Content-Disposition", `attachment; filename="lendlink-`+v.library.Code+`-`+name+`"`)
		return v.Blob(http.StatusOK, mediaType, body)
	}
	format := v.QueryParam("format")
	switch {
	case err != nil:
	case format == "txt":
		return file("links.txt", "text/plain; charset=utf-8", links.Lines())
	case format == "jsonl":
		year := s.Now().Year()
		body, err := links.Labelled(func(query string) *resolver.Resolution { return resolver.Resolve(v.library, query, year) })
		if err != nil {
			return err
		}
		return file("links.jsonl", "application/jsonl", body)
	}
	return s.render(v, statusOf(err, format), "stats-links", doubtfulPage{
		staffFrame: s.staffFrame(v, "/stats"), Days: view.Doubtful(links, s.statsTexts()), Most: most,
		Shared: s.Statistics.Sharing(), Unread: err != nil,
	})
}
