package load

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// connections are the open connections to a server. Go's own would put a scheduler
// between the answer and the clock.
type connections struct {
	all   map[int32]*connection // by file descriptor
	free  []*connection         // those that wait for no answer, longest free first
	poll  int
	ready []syscall.EpollEvent
}

type connection struct {
	fd     int
	due    time.Time // when what it waits for was to be sent
	answer answer
}

func connect(address string, n int) (*connections, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	to, err := netip.ParseAddrPort(u.Host)
	if err != nil {
		return nil, err
	}
	if !to.Addr().Is4() {
		return nil, fmt.Errorf("%q is no IPv4 address", u.Host)
	}
	c := &connections{all: map[int32]*connection{}, ready: make([]syscall.EpollEvent, n)}
	if c.poll, err = syscall.EpollCreate1(0); err != nil {
		return nil, err
	}
	for range n {
		if err := c.open(to); err != nil {
			c.close()
			return nil, fmt.Errorf("connect to %s: %w", to, err)
		}
	}
	return c, nil
}

func (c *connections) open(to netip.AddrPort) error {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	one := &connection{fd: fd}
	c.all[int32(fd)] = one
	c.free = append(c.free, one)
	return errors.Join(
		syscall.Connect(fd, &syscall.SockaddrInet4{Port: int(to.Port()), Addr: to.Addr().As4()}),
		syscall.SetNonblock(fd, true),
		syscall.SetsockoptInt(fd, syscall.IPPROTO_TCP, syscall.TCP_NODELAY, 1),
		syscall.EpollCtl(c.poll, syscall.EPOLL_CTL_ADD, fd, &syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(fd)}))
}

func (c *connections) close() {
	for _, one := range c.all {
		syscall.Close(one.fd)
	}
	syscall.Close(c.poll)
}

// send puts a request, which was due then, on the connection that has been free for
// longest: none stays without a request until the server cuts it.
func (c *connections) send(request []byte, due time.Time) error {
	one := c.free[0]
	c.free = c.free[1:]
	one.due = due
	n, err := syscall.Write(one.fd, request)
	if err == nil && n < len(request) {
		err = errors.New("the server takes no more")
	}
	return err
}

// receive reads what has come, without waiting, and reports each complete answer
// when its request was due.
func (c *connections) receive(status int, answered func(due time.Time)) (any bool, err error) {
	n, err := syscall.EpollWait(c.poll, c.ready, 0)
	if err != nil && err != syscall.EINTR {
		return false, err
	}
	for _, event := range c.ready[:max(n, 0)] {
		one := c.all[event.Fd]
		complete, err := one.answer.read(one.fd)
		if err != nil {
			return false, err
		}
		if !complete {
			continue
		}
		if one.answer.status != status {
			return false, fmt.Errorf("an answer has status %d, not %d", one.answer.status, status)
		}
		answered(one.due)
		any = true
		one.answer.reset()
		c.free = append(c.free, one)
	}
	return any, nil
}
