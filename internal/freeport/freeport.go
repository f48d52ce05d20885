// Package freeport finds ports for servers that tests and benchmarks start.
package freeport

import (
	"net"
	"testing"
)

// Find returns an address of this machine that nothing listens on.
func Find() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
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
