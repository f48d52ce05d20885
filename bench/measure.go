package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"lendlink/bench/load"
	"lendlink/bench/server"
)

// openRate is the requests a second of the open loop.
const openRate = 1000

// How many connections each loop has. In the open one, a request that finds none free
// waits, and its wait counts.
const closedConnections, openConnections = 16, 64

// unique is a link that becomes another one with each number.
const unique = "/demo/openurl?rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=A+study+of+river+{n}" +
	"&rft.jtitle=Journal+of+Rivers&rft.aulast=Mokoena&rft.aufirst=Thabo&rft.date=2012&rft.volume={n}&rft.issue=2" +
	"&rft.spage=203&rft.epage=221&rft_id=info:doi/10.1080/02724777.2012.{n}&rfr_id=info:sid/river.example:{n}"

// turn is the result of one run against one server.
type turn struct {
	load.Measured
	cpu time.Duration
}

// perRequest is the processor time that the server spends on a request.
func (t turn) perRequest() time.Duration { return t.cpu / time.Duration(t.Requests) }

// busy is the share of its core that the server used.
func (t turn) busy() float64 { return t.cpu.Seconds() / t.Took.Seconds() }

// seen is all that was measured.
type seen struct {
	baseline, redirect, confirm []turn // closed loop
	baselineOpen, open          []turn // open loop, of redirects
	starts                      []time.Duration
	early, late, peak           int64 // memory after a quarter of the distinct links, after all, and at most
	distinct                    int
}

func (s *subjects) measure(ctx context.Context, p plan, out io.Writer) (*seen, error) {
	r := &seen{starts: s.starts}
	closed := load.Plan{Connections: closedConnections, Length: p.turn, Status: http.StatusFound}
	open := load.Plan{Connections: openConnections, Length: p.openTurn, Status: http.StatusFound, Rate: openRate}
	page := closed
	page.Status = http.StatusOK
	for round := range p.rounds {
		fmt.Fprintf(out, "round %d of %d\n", round+1, p.rounds)
		for _, part := range []struct {
			into  *[]turn
			on    *server.Server
			paths []string
			plan  load.Plan
		}{
			{&r.baseline, s.baseline, s.redirects, closed},
			{&r.redirect, s.lendlink, s.redirects, closed},
			{&r.confirm, s.lendlink, s.confirms, page},
			{&r.baselineOpen, s.baseline, s.redirects, open},
			{&r.open, s.lendlink, s.redirects, open},
		} {
			one, err := take(ctx, part.on, part.paths, part.plan)
			if err != nil {
				return nil, err
			}
			*part.into = append(*part.into, one)
		}
	}
	return r, s.measureMemory(ctx, p, r, out)
}

// take runs one turn against a server.
func take(ctx context.Context, on *server.Server, paths []string, plan load.Plan) (turn, error) {
	plan.URL, plan.Paths = on.URL, paths
	before, err := on.CPU()
	if err != nil {
		return turn{}, err
	}
	m, err := load.Run(ctx, plan)
	if err != nil {
		return turn{}, err
	}
	after, err := on.CPU()
	return turn{m, after - before}, err
}

// measureMemory sends links that never come twice.
func (s *subjects) measureMemory(ctx context.Context, p plan, r *seen, out io.Writer) (err error) {
	fmt.Fprintf(out, "%d distinct links\n", p.distinct)
	for r.distinct < p.distinct {
		m, err := load.Run(ctx, load.Plan{URL: s.lendlink.URL, Paths: []string{unique}, First: r.distinct,
			Connections: closedConnections, Length: p.turn, Status: http.StatusFound})
		if err != nil {
			return err
		}
		r.distinct += m.Requests
		if r.early == 0 && r.distinct >= p.distinct/4 {
			if r.early, _, err = s.lendlink.Memory(); err != nil {
				return err
			}
		}
	}
	r.late, r.peak, err = s.lendlink.Memory()
	return err
}
