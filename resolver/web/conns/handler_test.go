package conns_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"lendlink/resolver/web/conns"
)

func TestRequestsAreBounded(t *testing.T) {
	_, server := start(t)
	for _, tc := range []struct {
		name, header, body string
		status             int
	}{
		{"a body up to the limit", "", strings.Repeat("x", conns.MaxBody), http.StatusOK},
		{"a body above it", "", strings.Repeat("x", conns.MaxBody+1), http.StatusRequestEntityTooLarge},
		{"a hundred fields", strings.Repeat("A:\r\n", 97), "", http.StatusOK},
		{"many more", strings.Repeat("A:\r\n", 200), "", http.StatusRequestHeaderFieldsTooLarge},
	} {
		c := dial(t, server, fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n%s\r\n%s", len(tc.body), tc.header, tc.body))
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		if body, _ := io.ReadAll(response.Body); response.StatusCode != tc.status || tc.status == http.StatusOK && string(body) != tc.body {
			t.Errorf("%s: status %d with %d bytes, want %d", tc.name, response.StatusCode, len(body), tc.status)
		}
	}
}

func TestAnswersAreWhole(t *testing.T) {
	_, server := start(t)
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		r, err := http.NewRequest(method, server.URL+"/large", nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.ContentLength != int64(len(large)) || response.Header.Get("Content-Type") != "text/plain; charset=utf-8" {
			t.Errorf("%s: length %d, type %q, %v", method, response.ContentLength, response.Header.Get("Content-Type"), err)
		}
		if method == http.MethodGet && string(body) != large {
			t.Errorf("%s: another answer", method)
		}
	}
}
