package main

import (
	"net"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lendlink": main})
}

// TestScripts runs the real command as the scripts say. Besides the words of
// testscript they have two of their own: healthy waits for the server, terminate
// sends SIGTERM to what runs in the background. $PORT and $ADMIN_PORT are free; the
// first is in $LENDLINK_LISTEN.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			port, err := freePort()
			if err != nil {
				return err
			}
			env.Setenv("PORT", port)
			env.Setenv(listenVariable, "127.0.0.1:"+port)
			port, err = freePort()
			env.Setenv("ADMIN_PORT", port)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"healthy":   healthy,
			"terminate": terminate,
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// freePort gives a port of this machine that nothing listens on.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port, l.Close()
}

func healthy(ts *testscript.TestScript, _ bool, _ []string) {
	deadline := time.Now().Add(20 * time.Second)
	for ts.Exec("lendlink", "healthcheck") != nil {
		if time.Now().After(deadline) {
			ts.Fatalf("the server does not answer")
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func terminate(ts *testscript.TestScript, _ bool, _ []string) {
	for _, c := range ts.BackgroundCmds() {
		ts.Check(c.Process.Signal(syscall.SIGTERM))
	}
}
