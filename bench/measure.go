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
const openRate = 5000

// unique is a link that becomes another one with each number.
const unique = "/demo/openurl?rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=A+study+of+river+{n}" +
	"&rft.jtitle=Journal+of+Rivers&rft.aulast=Mokoena&rft.aufirst=Thabo&rft.date=2012&rft.volume={n}&rft.issue=2" +
	"&rft.spage=203&rft.epage=221&rft_id=info:doi/10.1080/02724777.2012.{n}&rfr_id=info:sid/river.example:{n}"

// turn is what one run against one server has shown.
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
	bare, redirect, confirm, open []turn
	starts                        []time.Duration
	early, late, peak             int64 // memory after a quarter of the distinct links, after all, and at most
	distinct                      int
}

func (s *subjects) measure(ctx context.Context, p plan, out io.Writer) (*seen, error) {
	r := &seen{starts: s.starts}
	closed := func(on *server.Server, paths []string) func() (load.Measured, error) {
		return func() (load.Measured, error) { return load.Closed(ctx, on.URL, paths, -1, p.turn) }
	}
	for round := range p.rounds {
		fmt.Fprintf(out, "round %d of %d\n", round+1, p.rounds)
		for _, part := range []struct {
			into *[]turn
			on   *server.Server
			run  func() (load.Measured, error)
		}{
			{&r.bare, s.bare, closed(s.bare, s.redirects)},
			{&r.redirect, s.lendlink, closed(s.lendlink, s.redirects)},
			{&r.confirm, s.lendlink, closed(s.lendlink, s.confirms)},
			{&r.open, s.lendlink, func() (load.Measured, error) {
				return load.Open(ctx, s.lendlink.URL, s.redirects, openRate, p.openTurn, http.StatusFound)
			}},
		} {
			before, err := part.on.CPU()
			if err != nil {
				return nil, err
			}
			m, err := part.run()
			if err != nil {
				return nil, err
			}
			after, err := part.on.CPU()
			if err != nil {
				return nil, err
			}
			*part.into = append(*part.into, turn{m, after - before})
		}
	}
	return r, s.measureMemory(ctx, p, r, out)
}

// measureMemory sends links that never come twice.
func (s *subjects) measureMemory(ctx context.Context, p plan, r *seen, out io.Writer) (err error) {
	fmt.Fprintf(out, "%d distinct links\n", p.distinct)
	for r.distinct < p.distinct {
		m, err := load.Closed(ctx, s.lendlink.URL, []string{unique}, r.distinct, p.turn)
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
