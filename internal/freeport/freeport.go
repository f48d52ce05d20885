// Package freeport finds ports for servers that tests and benchmarks start.
package freeport

import (
	"math/rand/v2"
	"net"
	"strconv"
	"testing"
)

// first and last bound the ports that are found. Systems give clients higher ones, Linux from
// 32768: a client with the port of a server that is about to start, or starts again, would be
// in its way, and one that connects there meanwhile could be connected to itself.
const first, last = 15000, 32767

// Find returns an address of this machine that nothing listens on.
func Find() (string, error) {
	for tries := 100; ; tries-- {
		address := net.JoinHostPort("127.0.0.1", strconv.Itoa(first+rand.IntN(last-first+1)))
		l, err := net.Listen("tcp", address)
		if err == nil {
			return address, l.Close()
		}
		if tries == 0 {
			return "", err
		}
	}
}

// Address is Find for a test.
func Address(t testing.TB) string {
	t.Helper()
	address, err := Find()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// Of returns the port of an address.
func Of(address string) string {
	_, port, _ := net.SplitHostPort(address) // one of Find's
	return port
}
