package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lendlink/bench/links"
	"lendlink/bench/server"
	"lendlink/internal/freeport"
)

// settings send every usable link straight to the form.
const settings = `
libraries:
  - code: demo
    name: "Demo Library"
    form:
      service: tipasa
      url: "https://12345.account.worldcat.org/profile/route/openurl?"
    confirm: never
`

// mixed is how many links the mix has.
const mixed = 200

// subjects are the servers that are compared, and what they are asked.
type subjects struct {
	dir                string
	baseline, lendlink *server.Server
	redirects          []string // paths that Lendlink answers with a redirect
	confirms           []string // the same links, for the confirmation page
	starts             []time.Duration
}

func start(ctx context.Context, p plan) (_ *subjects, err error) {
	dir, err := os.MkdirTemp("", "lendlink-bench-")
	if err != nil {
		return nil, err
	}
	s := &subjects{dir: dir}
	defer func() {
		if err != nil {
			s.stop()
		}
	}()
	baseline, err := server.Build(ctx, dir, "./bench/baseline")
	if err != nil {
		return nil, err
	}
	lendlink, err := server.Build(ctx, dir, "./cmd/lendlink", "-trimpath", "-ldflags=-s -w")
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "lendlink.yaml")
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		return nil, err
	}
	address, err := freeport.Find()
	if err != nil {
		return nil, err
	}
	// Logs are written to a file, as a service manager does it: a pipe would make the
	// load's core read along.
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	if s.baseline, err = server.Start(ctx, serverCore, address, log, baseline, address); err != nil {
		return nil, err
	}
	if address, err = freeport.Find(); err != nil {
		return nil, err
	}
	for range p.starts {
		if s.lendlink != nil {
			if err := s.lendlink.Stop(); err != nil {
				return nil, err
			}
		}
		s.lendlink, err = server.Start(ctx, serverCore, address, log, lendlink, "--config", file, "--listen", address, "--log", "json")
		if err != nil {
			return nil, err
		}
		s.starts = append(s.starts, s.lendlink.Took)
	}
	return s, s.choose()
}

// choose takes the links that lead to a redirect.
func (s *subjects) choose() error {
	all, err := links.Read(links.Folder)
	if err != nil {
		return err
	}
	for _, link := range all {
		path := "/demo/openurl?" + link
		request, err := http.NewRequest(http.MethodGet, s.lendlink.URL+path, nil)
		if err != nil {
			continue // such a link takes more than a browser to send
		}
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			return err
		}
		response.Body.Close()
		if response.StatusCode != http.StatusFound {
			continue
		}
		s.redirects = append(s.redirects, path)
		s.confirms = append(s.confirms, strings.Replace(path, "/openurl?", "/confirm?", 1))
		if len(s.redirects) == mixed {
			return nil
		}
	}
	return fmt.Errorf("only %d links lead to a redirect, not %d", len(s.redirects), mixed)
}

func (s *subjects) stop() error {
	var errs []error
	for _, running := range []*server.Server{s.baseline, s.lendlink} {
		if running != nil {
			errs = append(errs, running.Stop())
		}
	}
	return errors.Join(append(errs, os.RemoveAll(s.dir))...)
}
