package main

import (
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
)

// mark is markup that must never come back as such.
const mark = "<soak-mark>"

// payloads are bad values for links.
var payloads = []string{
	mark, `"'>` + mark, "javascript:alert(1)", "//evil.example", `\\evil.example`, "https://evil.example/?",
	"\r\nX-Smuggled: yes", "\r\n\r\n" + mark, "\x00", "\u202e\ufeff\u2028", "%zz%", "%25250d%25250aX-Smuggled:1",
	"../../etc/passwd", "{{.}}${jndi:ldap://127.0.0.1/}", strings.Repeat("(", 2000), strings.Repeat("&amp;", 400),
	`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`, "9999999999999999999999",
}

// keys are what payloads are sent as.
var keys = []string{"rft.title", "rft.btitle", "rft.au", "rft.date", "rft.isbn", "rft.pages", "rft_id", "rfr_id", "rfe_dat",
	"url_ctx_ref", "url_ctx_val", "rft_ref", "rft_val_fmt", "req_id", "svc_id", "form.url", "rft_id=http://127.0.0.1:9090/metrics&rft.title"}

// del is the one byte from "!" on that a request line cannot hold. Go refuses such a
// line without reading on, and then closes a connection on which more lies unread,
// so that a client may see it reset.
const del = 0x7F

// hostileLink is a link with a bad value in it, or with bytes changed.
func (w *worker) hostileLink() error {
	link := pick(w, w.known).link
	for range 1 + w.random.IntN(3) {
		link += "&" + pick(w, keys) + "=" + url.QueryEscape(pick(w, payloads))
	}
	if w.random.IntN(3) == 0 {
		knocked := []byte(link)
		for range 1 + w.random.IntN(8) {
			if c := byte('!' + w.random.IntN(256-'!')); c != del {
				knocked[w.random.IntN(len(knocked))] = c
			}
		}
		link = string(knocked)
	}
	path := pick(w, []string{"/demo/openurl?", "/careful/openurl?", "/demo/confirm?", "/demo/citation?", "/demo/inspect?",
		"/careful/practice?"})
	got, err := w.get(path + link)
	if err == nil {
		err = checkHarmless(got)
	}
	if err != nil {
		return fmt.Errorf("%w, for %s%s", err, path, link)
	}
	return nil
}

// hostileHeaders come with a link that is good.
func (w *worker) hostileHeaders() error {
	header := pick(w, []string{
		"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: javascript", "X-Forwarded-For: 127.0.0.1, ::1, " + mark,
		"X-Request-Id: " + mark, "Accept-Language: " + strings.Repeat("x-", 3000), "Accept: " + strings.Repeat("a/b;q=0.1,", 1000),
		"X-HTTP-Method-Override: DELETE", "Referer: https://evil.example/" + mark, "Origin: https://evil.example",
		"Cookie: " + strings.Repeat("a=b; ", 4000), "Accept-Encoding: " + strings.Repeat("gzip,", 2000), "If-None-Match: *",
		"Range: bytes=0-,0-,0-",
	})
	path := pick(w, []string{"/demo/openurl?", "/careful/openurl?"}) + pick(w, w.known).link
	got, err := w.send("GET", "GET "+path+" HTTP/1.1\r\nHost: evil.example\r\n"+header+"\r\n\r\n")
	if err == nil {
		err = checkHarmless(got)
	}
	if err == nil && strings.Contains(got.body, "evil.example") {
		err = fmt.Errorf("sends a header back")
	}
	if err != nil {
		return fmt.Errorf("%w, for %.80q and %s", err, header, path)
	}
	return nil
}

// brokenRequest is one that HTTP does not allow. The server may hang up; if it
// answers, it says that it is the client's fault.
func (w *worker) brokenRequest() error {
	request := pick(w, []string{
		"GET /demo/openurl?a b HTTP/1.1\r\nHost: x\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "GET\r\n\r\n",
		"GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nA: " + strings.Repeat("x", 200<<10) + "\r\n\r\n",
		"POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
		"POST /demo/openurl HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
		"POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
	})
	client := &rawClient{address: w.address}
	defer client.hangUp()
	got, err := client.send("GET", request)
	if err != nil {
		return nil
	}
	if got.status < 400 || got.status >= 500 && got.status != 505 { // version not supported
		return fmt.Errorf("%d, for %.60q", got.status, request)
	}
	return nil
}

// halfRequest hangs up in the middle, at once or after a while.
func (w *worker) halfRequest() error {
	conn, err := net.DialTimeout("tcp", w.address, stepTimeout)
	if err != nil {
		return err
	}
	defer conn.Close()
	request := "POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nrft.title="
	if _, err := conn.Write([]byte(request[:1+w.random.IntN(len(request)-1)])); err != nil {
		return err
	}
	time.Sleep(time.Duration(w.random.IntN(500)) * time.Millisecond)
	return nil
}
