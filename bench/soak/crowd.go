package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// crowdSize is how many connections one crowd opens, in turns with the others.
const crowdSize = 450

// crowds are beginnings of requests that keep a server waiting for the rest.
var crowds = []struct{ name, sent string }{
	{"half headers", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "},
	{"half headers of the largest size", "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + strings.Repeat("x", 31<<10)},
	{"bodies that never come", "POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 120\r\n\r\n"},
	{"bodies without their end", "POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + strings.Repeat("x", 59_000)},
	{"answers that nobody reads", strings.Repeat("GET /careful/practice HTTP/1.1\r\nHost: x\r\n\r\n", 20)},
}

// sendCrowds sends one crowd after the other, in the first quarter of the time: memory
// is to stay the same from the second one on. During each, a link must lead where it did before.
func (s *subject) sendCrowds(ctx context.Context, known []answer, found *findings) {
	for n := 0; ctx.Err() == nil; n++ {
		crowd := crowds[n%len(crowds)]
		if err := s.during(ctx, crowd.sent, redirecting(known)); err != nil {
			found.add("during "+crowd.name, err)
		}
	}
}

// during opens a crowd's connections and follows a link while they are open.
func (s *subject) during(ctx context.Context, sent string, a *answer) error {
	var open []net.Conn
	defer func() {
		for _, c := range open {
			c.Close()
		}
	}()
	for i := 0; i < crowdSize && ctx.Err() == nil; i++ {
		c, err := net.DialTimeout("tcp", s.address, stepTimeout)
		if err != nil {
			return err
		}
		open = append(open, c)
		c.SetWriteDeadline(time.Now().Add(100 * time.Millisecond))
		_, _ = io.WriteString(c, sent) // whether it takes all is the server's choice
	}
	client := &rawClient{address: s.address}
	defer client.hangUp()
	got, err := client.get("/demo/openurl?" + a.link)
	if err == nil && !isFormWith(got.location(), a.values) {
		err = fmt.Errorf("%d %s, not …%s", got.status, got.location(), a.values)
	}
	return err
}
