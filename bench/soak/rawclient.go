package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// rawClient sends requests byte by byte as they are given, on one connection as long
// as the server keeps it.
type rawClient struct {
	address string
	conn    net.Conn
	reader  *bufio.Reader
}

// reply is what came back.
type reply struct {
	status int
	header http.Header
	body   string
}

func (r reply) location() string { return r.header.Get("Location") }

// stepTimeout is how long an answer may take.
const stepTimeout = 8 * time.Second

// maxRequest is a line and headers that no server has to read.
const maxRequest = 1 << 20

func (c *rawClient) get(path string) (reply, error) {
	return c.send("GET", "GET "+path+" HTTP/1.1\r\nHost: lendlink.example.edu\r\n\r\n")
}

func (c *rawClient) post(path, body string) (reply, error) {
	return c.send("POST", fmt.Sprintf("POST %s HTTP/1.1\r\nHost: lendlink.example.edu\r\n"+
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s", path, len(body), body))
}

// send sends bytes and reads one answer. What the server may do to a connection
// that it did not have to keep is done over on a new one.
func (c *rawClient) send(method, request string) (reply, error) {
	kept := c.conn != nil
	r, err := c.sendOnce(method, request)
	if err != nil {
		c.hangUp()
		if kept {
			r, err = c.sendOnce(method, request)
		}
	}
	if err != nil {
		c.hangUp()
	}
	return r, err
}

func (c *rawClient) sendOnce(method, request string) (reply, error) {
	if c.conn == nil {
		conn, err := net.DialTimeout("tcp", c.address, stepTimeout)
		if err != nil {
			return reply{}, err
		}
		c.conn, c.reader = conn, bufio.NewReader(conn)
	}
	if err := c.conn.SetDeadline(time.Now().Add(stepTimeout)); err != nil {
		return reply{}, err
	}
	// A server may answer before it has read all; then the rest cannot be sent.
	_, sendErr := io.Copy(c.conn, io.LimitReader(strings.NewReader(request), maxRequest))
	response, err := http.ReadResponse(c.reader, &http.Request{Method: method})
	if err != nil {
		if sendErr != nil {
			err = sendErr
		}
		return reply{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return reply{}, err
	}
	if response.Close {
		c.hangUp()
	}
	return reply{response.StatusCode, response.Header, string(body)}, nil
}

func (c *rawClient) hangUp() {
	if c.conn != nil {
		c.conn.Close()
		c.conn = nil
	}
}
