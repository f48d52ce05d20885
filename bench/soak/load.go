package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/time/rate"
)

// worker is a client that does one thing after the other, at random.
type worker struct {
	*rawClient
	random *rand.Rand
	known  []answer
	found  *findings
}

func newWorker(address string, known []answer, found *findings, seed int64) *worker {
	return &worker{&rawClient{address: address}, rand.New(rand.NewPCG(uint64(seed), 1)), known, found}
}

// things are what a client may do, and how often. Each returns what was unexpected.
var things = []struct {
	name   string
	weight int
	do     func(*worker) error
}{
	{"link", 40, (*worker).followLink},
	{"posted link", 10, (*worker).postLink},
	{"confirmation page", 10, (*worker).readPage},
	{"citation", 5, (*worker).readCitation},
	{"inspection", 5, (*worker).inspect},
	{"plain page", 5, (*worker).readPlain},
	{"bad request", 10, (*worker).badRequest},
	{"hostile link", 20, (*worker).hostileLink},
	{"patron's link", 5, (*worker).patronLink},
	{"slow link", 3, (*worker).slowLink},
	{"hostile headers", 5, (*worker).hostileHeaders},
	{"broken request", 5, (*worker).brokenRequest},
	{"half a request", 2, (*worker).halfRequest},
}

// drawn are the things, each as often as its weight.
var drawn = func() (all []int) {
	for i, t := range things {
		all = append(all, slices.Repeat([]int{i}, t.weight)...)
	}
	return all
}()

func (w *worker) work(ctx context.Context, limit *rate.Limiter) {
	defer w.hangUp()
	for limit.Wait(ctx) == nil {
		t := things[pick(w, drawn)]
		w.found.queried.Add(1)
		if err := t.do(w); err != nil {
			w.found.add(t.name, err)
		}
	}
}

func pick[T any](w *worker, all []T) T { return all[w.random.IntN(len(all))] }

func (w *worker) followLink() error {
	a := pick(w, w.known)
	got, err := w.get("/demo/openurl?" + a.link)
	if err != nil {
		return err
	}
	if got.status != a.status || got.status == http.StatusFound && !isFormWith(got.location(), a.values) {
		return fmt.Errorf("%d %s, not %d …%s, for %s", got.status, got.location(), a.status, a.values, a.link)
	}
	return nil
}

func (w *worker) postLink() error {
	a := pick(w, w.known)
	got, err := w.post("/demo/openurl", a.link)
	if err != nil {
		return err
	}
	status := a.status
	if status == http.StatusFound {
		status = http.StatusSeeOther
	}
	// A posted form is read as forms are, a query as it comes: the values may differ.
	if got.status != status || status == http.StatusSeeOther && !isForm(got.location()) {
		return fmt.Errorf("%d %s, not %d, for %s", got.status, got.location(), status, a.link)
	}
	return nil
}

func (w *worker) readPage() error {
	a := pick(w, w.known)
	return w.expect(a.page, "/careful/confirm?"+a.link)
}

func (w *worker) inspect() error {
	a := pick(w, w.known)
	return w.expect(a.inspect, "/demo/inspect?"+a.link)
}

func (w *worker) readCitation() error {
	a := pick(w, w.known)
	got, err := w.get("/demo/citation?" + a.link)
	if err == nil && got.body != a.citation {
		err = fmt.Errorf("another citation than before: %s, not %s", got.body, a.citation)
	}
	return err
}

func (w *worker) readPlain() error {
	return w.expect(http.StatusOK, pick(w, []string{"/", "/healthz", "/readyz", "/careful/practice?rft.title=Rivers"}))
}

// expect asks for a path that must be answered with a status.
func (w *worker) expect(status int, path string) error {
	got, err := w.get(path)
	if err == nil && got.status != status {
		err = fmt.Errorf("%d, not %d, for %s", got.status, status, path)
	}
	return err
}

// badRequest is what people and programs get wrong.
func (w *worker) badRequest() error {
	m := pick(w, []struct {
		status int
		method string
		path   string
		body   string
	}{
		{http.StatusNotFound, "GET", "/nowhere", ""},
		{http.StatusNotFound, "GET", "/stranger/openurl?rft.title=Rivers", ""},
		{http.StatusBadRequest, "GET", "/demo/openurl", ""},
		{http.StatusBadRequest, "GET", "/demo/openurl?rft.title=&rft.au=,", ""},
		{http.StatusBadRequest, "GET", "/demo/openurl?url_ctx_ref=http://127.0.0.1/", ""},
		{http.StatusMethodNotAllowed, "DELETE", "/demo/openurl", ""},
		{http.StatusRequestURITooLong, "GET", "/demo/openurl?rft.title=" + strings.Repeat("x", 20<<10), ""},
		{http.StatusRequestEntityTooLarge, "POST", "/demo/openurl", "rft.title=" + strings.Repeat("x", 70<<10)},
	})
	got, err := w.send(m.method, fmt.Sprintf("%s %s HTTP/1.1\r\nHost: lendlink.example.edu\r\nContent-Length: %d\r\n\r\n%s", m.method,
		m.path, len(m.body), m.body))
	if err != nil {
		return fmt.Errorf("%w, for %s %.60s", err, m.method, m.path)
	}
	if got.status != m.status {
		return fmt.Errorf("%d, not %d, for %s %.60s", got.status, m.status, m.method, m.path)
	}
	return nil
}

// isForm reports whether a location is the request form, whatever the values.
func isForm(location string) bool {
	return strings.HasPrefix(location, forms[0]) || strings.HasPrefix(location, forms[1])
}

// checkHarmless returns what is wrong with the answer to a hostile request.
func checkHarmless(r reply) error {
	switch {
	case r.status >= 500:
		return fmt.Errorf("status %d", r.status)
	case r.location() != "" && !isForm(r.location()):
		return fmt.Errorf("leads to %q", r.location())
	case strings.Contains(r.body, mark):
		return errors.New("sends markup back")
	case r.header.Get("X-Smuggled") != "":
		return errors.New("sends a header back")
	}
	return nil
}
