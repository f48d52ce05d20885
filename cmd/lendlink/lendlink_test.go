package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"lendlink/internal/freeport"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lendlink": main})
}

// TestScripts runs the real command as the scripts say. Besides the commands of
// testscript they have some of their own: healthy waits for the server, answers
// for a status at a path; logs waits until the file log has a text so often; hangup and
// terminate send SIGHUP and SIGTERM to what runs in the background. $PORT and $ADMIN_PORT are free; the first is in
// $LENDLINK_LISTEN. $SERVICES/crossref/ answers lookups.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			address, err := freeport.Find()
			if err != nil {
				return err
			}
			env.Setenv("PORT", freeport.Of(address))
			env.Setenv(listenVariable, address)
			admin, err := freeport.Find()
			env.Setenv("ADMIN_PORT", freeport.Of(admin))
			services := httptest.NewServer(http.HandlerFunc(crossref))
			env.Defer(services.Close)
			env.Setenv("SERVICES", services.URL)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"answers":   answers,
			"healthy":   healthy,
			"logs":      logs,
			"hangup":    sends(syscall.SIGHUP),
			"terminate": sends(syscall.SIGTERM),
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// crossref answers as Crossref does, of one work.
func crossref(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/crossref/works/10.5555/tug" {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, `{"status":"ok","message":{"type":"journal-article","title":["Towage in <i>narrow</i> waters"],"container-title":["Journal of Harbour Studies"],`+
		`"author":[{"family":"Ruiz","given":"Aiko"}],"volume":"12","page":"101-119","issued":{"date-parts":[[2019,4]]},"DOI":"10.5555/tug"}}`)
}

func healthy(ts *testscript.TestScript, _ bool, _ []string) {
	deadline := time.Now().Add(stepTimeout)
	for ts.Exec("lendlink", "healthcheck") != nil {
		if time.Now().After(deadline) {
			ts.Fatalf("the server does not answer")
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func answers(ts *testscript.TestScript, _ bool, args []string) {
	path, want := args[0], args[1]
	address := "http://127.0.0.1:" + ts.Getenv("PORT") + path
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for deadline := time.Now().Add(stepTimeout); ; time.Sleep(50 * time.Millisecond) {
		response, err := client.Get(address)
		ts.Check(err)
		response.Body.Close()
		switch got := strconv.Itoa(response.StatusCode); {
		case got == want:
			return
		case time.Now().After(deadline):
			ts.Fatalf("%s answers %s, want %s", address, got, want)
		}
	}
}

func logs(ts *testscript.TestScript, _ bool, args []string) {
	times, err := strconv.Atoi(args[0])
	ts.Check(err)
	for deadline := time.Now().Add(stepTimeout); strings.Count(ts.ReadFile("log"), args[1]) < times; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			ts.Fatalf("the log does not have %q %d times:\n%s", args[1], times, ts.ReadFile("log"))
		}
	}
}

// sends returns a command of the scripts that sends a signal to what runs in the
// background.
func sends(s syscall.Signal) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, _ []string) {
		for _, c := range ts.BackgroundCmds() {
			ts.Check(c.Process.Signal(s))
		}
	}
}
