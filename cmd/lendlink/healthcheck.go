package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"lendlink/resolver/library"
)

// healthTimeout is how long a healthy server may take to answer.
const healthTimeout = 3 * time.Second

func healthcheckCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "healthcheck [OPTIONS]",
		Short: "Check that the server on this machine is healthy, for containers",
		Long: `The address to ask is found as the server finds its own. The exit status is 0 when
the server is healthy.
`,
		RunE: func(c *cobra.Command, _ []string) error { return askHealth(c.Context(), from.listensOn()) },
	}
	from.configFlag(c)
	from.listenFlag(c)
	return c
}

// askHealth asks the server that listens on an address.
func askHealth(ctx context.Context, at library.Listening) error {
	host, port, err := net.SplitHostPort(at.Address)
	if err != nil || !library.CanListenOn(at.Address) {
		return errNotListenAddress(at.Address)
	}
	switch host { // not by the name localhost, which a container may not know
	case "", "0.0.0.0":
		host = "127.0.0.1"
	case "::":
		host = "::1"
	}
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	transport := &http.Transport{} // unlike the default, it uses no proxy
	scheme := "http"
	if at.Host != "" {
		scheme = "https"
		// The certificate is not checked: the connection stays on this machine.
		transport.TLSClientConfig = &tls.Config{ServerName: at.Host, InsecureSkipVerify: true} //nolint:gosec // see above
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, scheme+"://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return err
	}
	client := http.Client{Transport: transport}
	response, err := client.Do(request)
	if e, ok := errors.AsType[*net.OpError](err); ok && e.Op == "remote error" {
		return nil // the server runs, and its TLS alert says that it has no certificate yet
	}
	if err != nil {
		return fmt.Errorf("no answer from %s: %w", request.URL, cause(err))
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answered %s", request.URL, response.Status)
	}
	return nil
}
