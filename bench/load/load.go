// Package load puts load on a server of this machine: closed loop, as much as it
// takes, or open loop, at a rate that does not wait for answers.
//
// The load never sleeps. It polls its connections for the ones that have an
// answer, and so uses its core fully. A load that slept would
// have to be woken by the server's own writes, and a slow server more often than a
// fast one: on a virtual machine that costs more than a redirect does. Patrons are
// on other machines, and their waking is not the server's work.
//
// It implements as much of HTTP/1.1 (RFC 9112) as it needs: requests without a body over
// IPv4 on connections that are kept, answers with a length or in chunks, no trailers.
package load

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"time"
)

// Number in a path is replaced by a number that never comes twice.
const Number = "{n}"

// stepTimeout is how long may pass without any answer.
const stepTimeout = 10 * time.Second

// Plan says what is asked, and how fast.
type Plan struct {
	URL         string   // of the server, without a slash at the end
	Paths       []string // queried in turn, over and over
	First       int      // what replaces Number in the first request
	Connections int      // that may wait for an answer at once
	Rate        int      // requests a second in an open loop; 0 is a closed loop
	Length      time.Duration
	Status      int // what each answer must have
}

// Measured is the result of a run.
type Measured struct {
	Requests int
	Took     time.Duration
	P50, P99 time.Duration // of the time that an answer took
}

// Rate is the requests answered in a second.
func (m Measured) Rate() float64 { return float64(m.Requests) / m.Took.Seconds() }

// Run puts the load on the server. In a closed loop each connection asks as soon as
// its last answer is there. In an open loop, how long an answer took counts from the
// moment that its request was due, not from when a connection was free to send it: a
// server that stalls is charged for every request that waits. An answer without the status that is
// wanted is an error.
func Run(ctx context.Context, p Plan) (Measured, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	c, err := connect(p.URL, p.Connections)
	if err != nil {
		return Measured{}, err
	}
	defer c.close()
	requests := make([]request, len(p.Paths))
	for i, path := range p.Paths {
		requests[i] = newRequest(p.URL, path)
	}

	var took []time.Duration
	sent, start := 0, time.Now()
	end := start.Add(p.Length)
	heard := start
	due := func(now time.Time) time.Time {
		if p.Rate == 0 {
			return now
		}
		return start.Add(time.Duration(sent) * time.Second / time.Duration(p.Rate))
	}
	for ctx.Err() == nil {
		now := time.Now()
		for len(c.free) > 0 {
			at := due(now)
			if at.After(now) || !at.Before(end) {
				break
			}
			if err := c.send(requests[sent%len(requests)].numbered(p.First+sent), at); err != nil {
				return Measured{}, err
			}
			sent++
		}
		answered, err := c.receive(p.Status, func(due time.Time) { took = append(took, time.Since(due)) })
		if err != nil {
			return Measured{}, err
		}
		switch {
		case answered:
			heard = now
		case now.Sub(heard) > stepTimeout:
			return Measured{}, fmt.Errorf("%s does not answer", p.URL)
		case len(took) == sent && !due(now).Before(end):
			return measure(took, time.Since(start)), nil
		}
	}
	return Measured{}, ctx.Err()
}

func measure(took []time.Duration, length time.Duration) Measured {
	if len(took) == 0 {
		return Measured{Took: length}
	}
	slices.Sort(took)
	return Measured{Requests: len(took), Took: length, P50: percentile(took, 50), P99: percentile(took, 99)}
}

// percentile returns the value that p percent are below.
func percentile(sorted []time.Duration, p int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*p/100)]
}
