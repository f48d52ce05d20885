package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lendlink/resolver/library"
)

// The environment variables that replace options. An option wins.
const (
	configVariable = "LENDLINK_CONFIG"
	listenVariable = "LENDLINK_LISTEN"
	logVariable    = "LENDLINK_LOG"
	stateVariable  = library.StateVariable
)

// setup is what the options of a command say about the settings.
type setup struct {
	configOption, listenOption string
	code                       string // of the library
	base                       string // of the addresses for patrons
}

// configFlag adds --config.
func (s *setup) configFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.configOption, "config", "",
		"the settings `FILE` (default: "+configVariable+", or else the demo library)")
	_ = c.MarkFlagFilename("config", "yaml", "yml") // fails for an unknown option only
}

// listenFlag adds --listen.
func (s *setup) listenFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.listenOption, "listen", "",
		"the `ADDRESS` to listen on, such as :8080 (default: "+listenVariable+", or else as in the settings)")
}

// libraryFlag adds --library.
func (s *setup) libraryFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.code, "library", "", "the `CODE` of the library; needed only when there are several")
	_ = c.RegisterFlagCompletionFunc("library", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		settings, _ := s.load()
		return codes(settings), cobra.ShellCompDirectiveNoFileComp
	})
}

// config is the settings file; "" for none.
func (s *setup) config() string { return cmp.Or(s.configOption, os.Getenv(configVariable)) }

// listen is the address to listen on, where the settings do not decide.
func (s *setup) listen() string { return cmp.Or(s.listenOption, os.Getenv(listenVariable)) }

// stateDir returns the folder of what outlives the process; "" for none.
func stateDir(settings *library.Settings) string {
	given, _, _ := strings.Cut(os.Getenv(library.SystemdState), ":") // the first of several
	return cmp.Or(os.Getenv(stateVariable), settings.StateDir, given)
}

// load reads the settings.
func (s *setup) load() (*library.Settings, error) {
	if file := s.config(); file != "" {
		return library.Load(file)
	}
	return library.Demo(), nil
}

// listensOn returns the address that a server with this setup listens on. Settings that
// are refused count as far as they can be read: the server goes on with the old ones.
func (s *setup) listensOn() library.Listening {
	l := library.Listening{Address: library.Demo().Listen}
	if file := s.config(); file != "" {
		l = library.ListenOf(file)
	}
	l.Address = cmp.Or(s.listen(), l.Address)
	return l
}

// library returns the library that is meant, and the settings that it is in.
func (s *setup) library() (*library.Library, *library.Settings, error) {
	settings, err := s.load()
	if err != nil {
		return nil, nil, err
	}
	if lib := settings.Find(s.code); lib != nil {
		return lib, settings, nil
	}
	err = fmt.Errorf("there is no library %q", s.code)
	if s.code == "" {
		err = errors.New("there are several libraries: name one with --library")
	}
	return nil, nil, fmt.Errorf("%w (%s)", err, strings.Join(codes(settings), ", "))
}

// codes returns the codes of all libraries.
func codes(settings *library.Settings) []string {
	if settings == nil {
		return nil
	}
	all := make([]string, len(settings.Libraries))
	for i, l := range settings.Libraries {
		all[i] = l.Code
	}
	return all
}
