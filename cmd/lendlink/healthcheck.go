package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// healthTimeout is how long a healthy server may take to answer.
const healthTimeout = 3 * time.Second

func healthcheckCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "healthcheck [OPTIONS]",
		Short: "Ask the server on this machine whether it is well, for containers",
		Long: `The address to ask is found as the server finds its own. The exit status is 0 when
the server is well.
`,
		RunE: func(c *cobra.Command, _ []string) error { return askHealth(c.Context(), from.listensOn()) },
	}
	from.configFlag(c)
	from.listenFlag(c)
	return c
}

// askHealth asks the server that listens on an address.
func askHealth(ctx context.Context, listen string) error {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return errNotHostPort(listen)
	}
	switch host { // not by the name localhost, which a container may not know
	case "", "0.0.0.0":
		host = "127.0.0.1"
	case "::":
		host = "::1"
	}
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return err
	}
	client := http.Client{Transport: &http.Transport{}} // unlike the default, it goes through no proxy
	response, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("no answer from %s: %w", request.URL, cause(err))
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answered %s", request.URL, response.Status)
	}
	return nil
}
