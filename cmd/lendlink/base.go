package main

import (
	"strings"

	"github.com/spf13/cobra"

	"lendlink/resolver/library"
)

// baseFlag adds --base.
func (s *setup) baseFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.base, "base", "https://lendlink.example.edu", "the `URL` under which patrons reach Lendlink")
}

// libraryAt returns the library that is meant, and its address below --base, such as
// https://lendlink.example.edu/demo.
func (s *setup) libraryAt() (*library.Library, string, error) {
	base := strings.TrimSuffix(s.base, "/")
	if wrong := library.WrongWithOrigin(base); wrong != "" {
		return nil, "", usagef("--base must be an address such as https://lendlink.example.edu, not %q, which %s", s.base, wrong)
	}
	lib, _, err := s.library()
	if err != nil {
		return nil, "", err
	}
	return lib, base + "/" + lib.Code, nil
}
