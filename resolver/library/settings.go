// Package library holds the settings: the libraries served, their request forms
// and policies, read from one YAML file. A consortium can keep its libraries apart
// in a folder, one file each.
//
// The file is YAML 1.2 as goccy/go-yaml reads it, so on, off, yes and no are
// words, not booleans. It is read strictly: an unknown or repeated name, a value
// of the wrong kind and a value out of bounds are errors, and all of them are
// reported at once, each with its place and what to do (see [Problems]).
//
// Addresses and secrets can come from the environment: ${NAME} inside a value
// is replaced by the variable of that name, $${ by a plain ${. A variable that is
// not set is an error.
//
// It imports citation, disk, placeholder, requestform, source, spelling, strictyaml and
// templates.
package library

import (
	"net/netip"
	"time"

	"lendlink/resolver/lookup/source"
	"lendlink/resolver/requestform"
)

// The defaults.
const (
	defaultBudget         = 800 * time.Millisecond
	defaultListen         = ":8080"
	defaultMaxLength      = 2000
	defaultMaxInFlight    = 1000
	defaultMaxConnections = 2000
	defaultMonths         = 25
)

// Settings is everything a settings file can say. It comes from [Load], [Parse],
// [Demo] or [New], and is not changed afterwards.
type Settings struct {
	Listen         string               // where the service listens, as host:port
	TLS            *TLS                 // how it gets its own certificates; nil for plain HTTP
	AdminListen    string               // where the metrics are served; "" for nowhere
	TrustedProxies []netip.Prefix       // the peers whose X-Forwarded headers are believed
	ClientAddress  ClientAddress        // the header in which they name the client
	LogLinks       bool                 // whether logs hold whole links
	Lookup         *source.Settings     // which services are asked for what links leave out, and the cache; nil for neither
	OpenAccess     *source.FreeSettings // which services are asked for free copies; nil for none
	RateLimit      int                  // how many requests a client may make in a minute; 0 for no limit
	MaxInFlight    int                  // how many requests are worked on at once
	MaxConnections int                  // how many connections are open at once
	ShutdownDelay  time.Duration        // how long requests are taken after the word to stop
	StateDir       string               // the folder of what outlives the process; "" for none
	KeepMonths     int                  // how many months of counts are kept
	KeepDoubtful   int                  // how many doubtful links each library keeps for staff; 0 for none
	Libraries      []*Library           // as listed in the file, then those of the folder by the names of their files

	// Skipped are the files of libraries_dir that are not read: pipes, sockets, devices.
	Skipped []string

	Warnings Problems // what can hardly be meant, though it can be used

	byCode map[string]*Library
}

// ClientAddress is the header in which trusted proxies name the client.
type ClientAddress string

// The headers.
const (
	FromXForwardedFor ClientAddress = "x-forwarded-for"
	FromForwarded     ClientAddress = "forwarded" // RFC 7239
)

// New returns the settings for some libraries, everything else as by default.
func New(libraries ...*Library) *Settings {
	s := &Settings{
		Listen: defaultListen, ClientAddress: FromXForwardedFor, MaxInFlight: defaultMaxInFlight, MaxConnections: defaultMaxConnections,
		KeepMonths: defaultMonths,
		Libraries:  libraries, byCode: make(map[string]*Library, len(libraries)+1),
	}
	for _, l := range libraries {
		s.byCode[l.Code] = l
	}
	if len(libraries) == 1 {
		s.byCode[""] = libraries[0]
	}
	return s
}

// Find returns the library with this code, or nil. The code may be empty when only
// one library is served.
func (s *Settings) Find(code string) *Library { return s.byCode[code] }

// Demo returns the settings without a file: one library, demo, with the practice form.
func Demo() *Settings {
	return New(&Library{
		Code: "demo", Name: "Demo Library",
		Languages: Languages,
		Form:      requestform.Form{Service: requestform.PracticeForm, URL: practiceAddress("demo"), MaxLength: defaultMaxLength},
		Confirm:   ConfirmIncomplete,

		FreeCopies: FreeCopies{Show: ShowOnPage},
	})
}

// practiceAddress is where a library's practice form is, on our own host.
func practiceAddress(code string) string { return "/" + code + "/practice?" }
