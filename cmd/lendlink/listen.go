package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"syscall"
)

// listen opens an address. Instead is what to write when another program has it.
func listen(address, instead string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		return nil, errNotHostPort(address)
	}
	l, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("another program listens on %s already; choose another address, such as %s", address, instead)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s: %w", address, cause(err))
	}
	return l, nil
}

func errNotHostPort(address string) error {
	return fmt.Errorf("the address to listen on must be host:port, such as :8080, not %q", address)
}

// cause returns what the system says about a connection, without the words around it.
func cause(err error) error {
	if e, ok := errors.AsType[*os.SyscallError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*net.OpError](err); ok {
		return e.Err
	}
	return err
}

// firstInherited is the file descriptor of the first socket that systemd hands over.
const firstInherited = 3

// inheritedOr returns the socket that systemd has handed over (sd_listen_fds), or
// else opens the address. A socket of systemd's outlives the server: patrons who
// come during a restart wait for a moment, and none is turned away.
func inheritedOr(address string) (net.Listener, error) {
	if os.Getenv("LISTEN_PID") != strconv.Itoa(os.Getpid()) {
		return listen(address, "--listen :8081")
	}
	if n := os.Getenv("LISTEN_FDS"); n != "1" {
		return nil, fmt.Errorf("systemd passed %q sockets; write one ListenStream", n)
	}
	file := os.NewFile(firstInherited, "socket of systemd")
	defer file.Close() // the listener has a descriptor of its own
	l, err := net.FileListener(file)
	if err != nil {
		return nil, fmt.Errorf("the socket that systemd passed: %w", err)
	}
	return l, nil
}

// homeAddress is the address to open in a browser on this machine.
func homeAddress(listening net.Addr) string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return "http://" + listening.String() + "/"
	}
	return fmt.Sprintf("http://localhost:%d/", at.Port())
}
