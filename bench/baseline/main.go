// Command baseline is the plain server that bench measures Lendlink against: Echo with the
// middleware that a service usually has, and one route that parses the query with the
// standard library, takes twelve keys from it and redirects with them. It does not interpret
// them. It is not part of the product, and besides resolver/web the only place that
// imports Echo.
package main

import (
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

const form = "https://12345.account.worldcat.org/profile/route/openurl?"

// keys are the twelve that are sent on, under whatever version of OpenURL they came.
var keys = [...]string{"genre", "title", "btitle", "atitle", "jtitle", "aulast", "aufirst", "date", "isbn", "issn", "volume", "pages"}

func main() {
	e := echo.New()
	e.Use(middleware.Recover(), middleware.RequestID(), middleware.Secure(), observe(slog.New(slog.NewJSONHandler(os.Stderr, nil))))
	e.GET("/healthz", func(c echo.Context) error { return c.NoContent(http.StatusOK) })
	e.GET("/:library/openurl", redirect)
	log.Fatal(http.ListenAndServe(os.Args[1], e))
}

// redirect sends on what it is sent.
func redirect(c echo.Context) error {
	in, _ := url.ParseQuery(c.QueryString()) // what it cannot parse it leaves out
	out := url.Values{}
	for _, key := range keys {
		value := in.Get("rft." + key)
		if value == "" {
			value = in.Get(key)
		}
		out.Set("rft."+key, value)
	}
	return c.Redirect(http.StatusFound, form+out.Encode())
}

// observe writes a line of the log and a duration of the metrics for each request.
func observe(log *slog.Logger) echo.MiddlewareFunc {
	durations := promauto.NewHistogramVec(
		prometheus.HistogramOpts{Name: "request_seconds", Help: "How long requests take."}, []string{"route"})
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			start := time.Now()
			err := next(c)
			took := time.Since(start)
			durations.WithLabelValues(c.Path()).Observe(took.Seconds())
			log.Info("request", "method", c.Request().Method, "route", c.Path(), "status", c.Response().Status, "duration", took,
				"id", c.Response().Header().Get(echo.HeaderXRequestID))
			return err
		}
	}
}
