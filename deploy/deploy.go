// Package deploy holds the files that operators copy. It imports nothing of Lendlink's.
package deploy

import _ "embed"

// Unit is the service for systemd.
//
//go:embed lendlink.service
var Unit []byte

// TLSSocket opens the ports of a service with certificates of its own.
//
//go:embed lendlink-tls.socket
var TLSSocket []byte

// User describes the user that the service runs as, for systemd-sysusers.
//
//go:embed lendlink.sysusers
var User []byte
