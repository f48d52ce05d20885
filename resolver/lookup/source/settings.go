package source

import "time"

// Settings says which open services are asked for what links leave out, and how.
type Settings struct {
	Sources []Endpoint
	Budget  time.Duration // how long a patron waits for them at most
	Contact string        // sent to the services: an e-mail address or an https address; "" for none
	Cache   string        // where Redis or Valkey keeps answers for all replicas; "" for memory alone
}

// FreeSettings says which open services are asked for copies that are free to read.
type FreeSettings struct {
	Sources []Endpoint
	Contact string // sent to the services; "" for none
}

// Endpoint is a service to ask.
type Endpoint struct {
	Name    string // as in settings: crossref
	Address string // of a mirror, or with a key in its query; "" for the public one
}
