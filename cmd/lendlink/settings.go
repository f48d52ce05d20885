package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"lendlink/resolver/library"
)

// The environment variables that stand in for flags. A flag wins.
const (
	configVariable = "LENDLINK_CONFIG"
	listenVariable = "LENDLINK_LISTEN"
	logVariable    = "LENDLINK_LOG"
)

// setup is where the settings come from, and what takes the place of one.
type setup struct{ config, listen string }

// configFlag adds --config.
func (s *setup) configFlag(flags *flag.FlagSet) {
	flags.StringVar(&s.config, "config", os.Getenv(configVariable),
		"the settings `FILE`; left out: "+configVariable+", or else the demo library")
}

// listenFlag adds --listen.
func (s *setup) listenFlag(flags *flag.FlagSet) {
	flags.StringVar(&s.listen, "listen", os.Getenv(listenVariable),
		"the `ADDRESS` to listen on, such as :8080; left out: "+listenVariable+", or else as in the settings")
}

// load reads the settings and gives them together with the address to listen on.
func (s *setup) load() (settings *library.Settings, listen string, err error) {
	settings = library.Demo()
	if s.config != "" {
		if settings, err = library.Load(s.config); err != nil {
			return nil, "", err
		}
	}
	if s.listen != "" {
		return settings, s.listen, nil
	}
	return settings, settings.Listen, nil
}

// listensOn returns the address that a server with this setup listens on. Settings that are
// refused count as far as they can be read: the server goes on with the old ones.
func (s *setup) listensOn() string {
	if s.listen != "" || s.config == "" {
		return cmp.Or(s.listen, library.Demo().Listen)
	}
	return library.ListenOf(s.config)
}

// library finds the library with this code, and the settings that it is in. The
// code can be left out when there is only one.
func (s *setup) library(code string) (*library.Library, *library.Settings, error) {
	settings, _, err := s.load()
	if err != nil {
		return nil, nil, err
	}
	lib := settings.Find(code)
	if lib != nil {
		return lib, settings, nil
	}
	codes := make([]string, len(settings.Libraries))
	for i, l := range settings.Libraries {
		codes[i] = l.Code
	}
	if code == "" {
		err = errors.New("there are several libraries: name one with --library")
	} else {
		err = fmt.Errorf("there is no library %q", code)
	}
	return nil, nil, fmt.Errorf("%w (%s)", err, strings.Join(codes, ", "))
}
