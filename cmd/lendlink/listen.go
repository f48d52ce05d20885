package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"syscall"

	"lendlink/resolver/library"
)

// listen opens an address. Instead is what to write when another program has it.
func listen(address, alternative string) (net.Listener, error) {
	if !library.CanListenOn(address) {
		return nil, errNotListenAddress(address)
	}
	l, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("another program listens on %s already; choose another address, such as %s", address, alternative)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("not allowed to listen on %s: a port below 1024 needs a privilege; "+
			"let systemd open it (lendlink-tls.socket), or choose another address", address)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s: %w", address, cause(err))
	}
	return l, nil
}

func errNotListenAddress(address string) error {
	return fmt.Errorf("the address to listen on must be host:port, such as :8080, with a port up to 65535, not %q", address)
}

// cause returns what the system says about a connection, without the words around it.
func cause(err error) error {
	if e, ok := errors.AsType[*net.DNSError](err); ok && e.IsNotFound {
		return errors.New("no such host")
	}
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

// inheritedOr returns the sockets that systemd has handed over (sd_listen_fds), in the order
// of the unit, and opens the addresses that none is for. A socket of systemd's outlives the
// server: patrons who come during a restart wait for a moment, and none is turned away.
func inheritedOr(addresses ...string) ([]net.Listener, error) {
	n, err := countInherited(len(addresses))
	if err != nil {
		return nil, err
	}
	var all []net.Listener
	for i, address := range addresses {
		var l net.Listener
		if i < n {
			l, err = inherited(firstInherited + i)
		} else {
			l, err = listen(address, alternatives[i])
		}
		if err != nil {
			closeAll(all)
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// alternatives are what to write when another program has the first or second address.
var alternatives = []string{"--listen :8081", "redirect_listen: \":8081\""}

// countInherited returns how many sockets systemd has handed over.
func countInherited(most int) (int, error) {
	if os.Getenv("LISTEN_PID") != strconv.Itoa(os.Getpid()) {
		return 0, nil
	}
	given := os.Getenv("LISTEN_FDS")
	n, err := strconv.Atoi(given)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("systemd passed %q sockets; write one ListenStream, or with tls in the settings two: "+
			"for https first, then for what is redirected to it", given)
	}
	return n, nil
}

func inherited(descriptor int) (net.Listener, error) {
	file := os.NewFile(uintptr(descriptor), "socket of systemd")
	defer file.Close() // the listener has a descriptor of its own
	l, err := net.FileListener(file)
	if err != nil {
		return nil, fmt.Errorf("the socket that systemd passed: %w", err)
	}
	return l, nil
}

func closeAll(listeners []net.Listener) {
	for _, l := range listeners {
		l.Close()
	}
}

// homeAddress is the address to open in a browser on this machine.
func homeAddress(listening net.Addr) string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return "http://" + listening.String() + "/"
	}
	return fmt.Sprintf("http://localhost:%d/", at.Port())
}
