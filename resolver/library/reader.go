package library

import (
	"time"

	"lendlink/resolver/library/disk"
	"lendlink/resolver/library/strictyaml"
)

// Problem is one thing wrong with a settings file, and what to do about it.
type Problem = strictyaml.Problem

// Problems is everything wrong with a settings file, in the order of the file.
type Problems = strictyaml.Problems

// A Lookup returns the value of an environment variable and whether it is set.
// [os.LookupEnv] is one.
type Lookup = strictyaml.Env

// reader reads a settings file, or a file of one library.
type reader struct {
	*strictyaml.Reader
	env      Lookup
	warnings Problems
	// ofLibraries are those about a library, in the order of the libraries.
	ofLibraries []Problems
	today       time.Time  // a closure before it is past; the zero time is before every one
	disk        *disk.Disk // that a folder of libraries is on
	skipped     []string   // files in it that are not regular ones
}

var (
	settingsFile = strictyaml.Kind{Example: "listen: \":8080\"", Least: "at least one library under `libraries`"}
	libraryFile  = strictyaml.Kind{Example: "code: demo", Least: "a library's code, name and form"}
)

func newReader(file string, env Lookup, kind strictyaml.Kind) *reader {
	return &reader{Reader: strictyaml.NewReader(file, env, kind), env: env}
}
