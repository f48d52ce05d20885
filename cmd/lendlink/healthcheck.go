package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"time"
)

// healthPatience is how long a healthy server may take to say so.
const healthPatience = 3 * time.Second

func healthcheck() command {
	return command{
		name: "healthcheck", args: "[OPTIONS]",
		brief: "Asks the server on this machine whether it is well, for containers",
		text:  "Where to ask is found as the server finds where to listen. Exit status 0 means yes.\n",
		define: func(flags *flag.FlagSet) action {
			var from setup
			from.configFlag(flags)
			from.listenFlag(flags)
			return func(ctx context.Context, args []string, _ streams) error {
				if err := onlyFlags(args); err != nil {
					return err
				}
				return askHealth(ctx, from.listensOn())
			}
		},
	}
}

// askHealth asks the server that listens on an address.
func askHealth(ctx context.Context, listen string) error {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return err
	}
	switch host { // not by the name localhost, which a container may not know
	case "", "0.0.0.0":
		host = "127.0.0.1"
	case "::":
		host = "::1"
	}
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return err
	}
	client := http.Client{Transport: &http.Transport{}} // unlike the default, it goes through no proxy
	response, err := client.Do(request)
	if err != nil {
		return errors.Unwrap(err) // the address is in it already
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", request.URL, response.Status)
	}
	return nil
}
