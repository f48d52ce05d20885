package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"time"
)

// clients is how many requests of an open loop may be under way at once. Those
// that have to wait for one of them are measured from when they were due.
const clients = 64

// Open asks for the paths at a constant rate a second. How long an answer took
// counts from the moment that the request was due, not from when it was sent: a
// server that stalls pays for all who wait. An answer without the status that is
// wanted is an error.
func Open(ctx context.Context, url string, paths []string, rate int, length time.Duration, status int) (Measured, error) {
	requests := make([]*http.Request, len(paths))
	for i, path := range paths {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, url+path, nil)
		if err != nil {
			return Measured{}, err
		}
		requests[i] = r
	}
	total := int(length.Seconds() * float64(rate))
	transport := &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}
	defer transport.CloseIdleConnections()

	start := time.Now().Add(100 * time.Millisecond)
	due := func(i int) time.Time { return start.Add(time.Duration(i) * time.Second / time.Duration(rate)) }
	turn := make(chan int, total)
	go pace(total, due, turn)

	took := make([]time.Duration, total)
	failures := make([]error, clients)
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			for i := range turn {
				if err := ask(transport, requests[i%len(requests)].WithContext(ctx), status); err != nil {
					failures[c] = err
				}
				took[i] = time.Since(due(i))
			}
		})
	}
	all.Wait()
	if err := errors.Join(failures...); err != nil {
		return Measured{}, err
	}
	m := Measured{Requests: total, Took: time.Since(start)}
	slices.Sort(took)
	m.P50, m.P99 = percentile(took, 50), percentile(took, 99)
	return m, nil
}

// pace tells the turns when they are due. It sleeps by the system's clock, since
// Go's timers wake up a millisecond late on a core that has nothing else to do.
func pace(total int, due func(int) time.Time, turn chan<- int) {
	runtime.LockOSThread()
	defer close(turn)
	for i := range total {
		if wait := time.Until(due(i)); wait > 0 {
			rest := syscall.NsecToTimespec(int64(wait))
			_ = syscall.Nanosleep(&rest, nil) // woken early, it sends early by less than a turn
		}
		turn <- i
	}
}

func ask(transport *http.Transport, r *http.Request, status int) error {
	response, err := transport.RoundTrip(r)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return err
	}
	if response.StatusCode != status {
		return fmt.Errorf("%s answers %s", r.URL, response.Status)
	}
	return nil
}

// percentile gives the value below which p of a hundred lie.
func percentile(sorted []time.Duration, p int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*p/100)]
}
