package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestRestartLosesNobody restarts the server again and again under load, behind a
// socket that is handed over as systemd does it, and counts the requests that fail.
func TestRestartLosesNobody(t *testing.T) {
	const requests, clients, atLeast = 10_000, 8, 20 // restarts
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	socket, err := listener.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	request := func() *http.Request {
		r, err := http.NewRequest(http.MethodGet, "http://"+listener.Addr().String()+"/openurl?genre=book&title=Dune&aulast=Herbert", nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	start := func() *exec.Cmd {
		// Only the shell knows the number of the process before it runs.
		server := exec.Command("sh", "-c", "LISTEN_PID=$$ LISTEN_FDS=1 exec lendlink")
		server.ExtraFiles = []*os.File{socket}
		if err := server.Start(); err != nil {
			t.Fatal(err)
		}
		// It answers, so it knows by now what a signal means.
		response, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(request())
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		return server
	}
	stop := func(server *exec.Cmd) {
		if err := server.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := server.Wait(); err != nil {
			t.Errorf("the server stopped with %v", err)
		}
	}

	server := start()
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	var sent, failed, restarts atomic.Int64
	var load sync.WaitGroup
	for range clients {
		load.Go(func() {
			for n := sent.Add(1); n <= requests || restarts.Load() < atLeast; n = sent.Add(1) {
				response, err := transport.RoundTrip(request())
				if err != nil {
					failed.Add(1)
					t.Log(err)
					continue
				}
				_, err = io.Copy(io.Discard, response.Body)
				response.Body.Close()
				if err != nil || response.StatusCode != http.StatusFound || !strings.HasPrefix(response.Header.Get("Location"), "/demo/practice?") {
					failed.Add(1)
					t.Logf("status %d, %v", response.StatusCode, err)
				}
			}
		})
	}
	for sent.Load() < requests || restarts.Load() < atLeast {
		time.Sleep(100 * time.Millisecond)
		stop(server)
		server = start()
		restarts.Add(1)
	}
	load.Wait()
	stop(server)
	if n := failed.Load(); n > 0 {
		t.Errorf("%d of %d requests failed over %d restarts", n, sent.Load(), restarts.Load())
	}
	t.Logf("%d requests, %d restarts", sent.Load(), restarts.Load())
}
