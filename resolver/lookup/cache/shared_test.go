package cache_test

import (
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/internal/redistest"
	"lendlink/resolver/lookup/cache"
)

// counts counts the uses of a server.
type counts struct{ ok, failed atomic.Int64 }

func (c *counts) used(ok bool) {
	if ok {
		c.ok.Add(1)
	} else {
		c.failed.Add(1)
	}
}

// replica makes one replica's cache.
func replica(t *testing.T, address string) (*cache.Shared, *counts) {
	t.Helper()
	var c counts
	s, err := cache.NewShared("redis://"+address+"/0", cache.NewMemory(100), c.used)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, &c
}

// served does something until the server has served it: a busy machine may be slower than a
// patron waits.
func (c *counts) served(t *testing.T, do func()) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		failed := c.failed.Load()
		if do(); c.failed.Load() == failed {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the server serves nothing")
		}
	}
}

func TestSharedBetweenReplicas(t *testing.T) {
	address := redistest.Start(t).Address
	one, usesOfOne := replica(t, address)
	two, uses := replica(t, address)
	set := func(key, value string) {
		t.Helper()
		usesOfOne.served(t, func() { one.Set(t.Context(), key, value, time.Hour) })
	}
	get := func(key string) (v string, found bool) {
		t.Helper()
		uses.served(t, func() { v, found = two.Get(t.Context(), key) })
		return v, found
	}
	set("doi:10.5555/x", "value")
	if v, found := get("doi:10.5555/x"); !found || v != "value" {
		t.Errorf("the other replica got %q, %t", v, found)
	}
	if _, found := get("doi:10.5555/x"); !found || uses.ok.Load() != 1 {
		t.Errorf("the second time the server was asked again: %d uses", uses.ok.Load())
	}
	if v, found := get("doi:10.5555/y"); found {
		t.Errorf("got %q for what nobody set", v)
	}
	set("empty", "")
	if v, found := get("empty"); !found || v != "" {
		t.Errorf("an empty value: %q, %t", v, found)
	}
}

func TestSharedServerDownAndUp(t *testing.T) {
	server := redistest.Start(t)
	s, uses := replica(t, server.Address)
	ctx := t.Context()
	s.Set(ctx, "before", "value", time.Hour)
	failedBefore := uses.failed.Load() // a busy machine may be slower than a patron waits

	server.Stop()
	if v, found := s.Get(ctx, "before"); !found || v != "value" {
		t.Errorf("what was in memory is gone with the server: %q, %t", v, found)
	}
	for range 1000 {
		s.Set(ctx, "during", "value", time.Hour)
		s.Get(ctx, "nowhere")
	}
	if v, found := s.Get(ctx, "during"); !found || v != "value" {
		t.Errorf("without the server nothing is kept: %q, %t", v, found)
	}
	if n := uses.failed.Load() - failedBefore; n != 2000 {
		t.Errorf("%d of 2000 uses counted as failed", n)
	}

	server.Restart(t)
	other, _ := replica(t, server.Address)
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(200 * time.Millisecond) {
		s.Set(ctx, "after", "value", time.Hour)
		if _, found := other.Get(ctx, "after"); found {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the server is back and not used")
		}
	}
}

// A server that hangs is left alone after a few uses: of a hundred no more reach it.
func TestSharedServerHangs(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0") // accepts, and never says a word
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var reached atomic.Int64
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			reached.Add(1)
			defer c.Close()
		}
	}()
	s, uses := replica(t, l.Addr().String())
	for range 100 {
		s.Get(t.Context(), "key")
	}
	if n := reached.Load(); n > 10 {
		t.Errorf("%d of 100 uses reached a server that hangs", n)
	}
	if n := uses.failed.Load(); n != 100 {
		t.Errorf("%d of 100 uses counted as failed", n)
	}
}

func TestSharedAddress(t *testing.T) {
	for _, address := range []string{"", "localhost:6379", "http://localhost", "redis://user:secret@localhost:port/0", "redis://:secret%zz@localhost"} {
		s, err := cache.NewShared(address, cache.NewMemory(2), func(bool) {})
		if err == nil {
			s.Close()
			t.Errorf("%q: no error", address)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error shows the password: %v", address, err)
		}
	}
}

func TestSharedAddressOfEachScheme(t *testing.T) {
	for _, scheme := range []string{"redis", "rediss", "valkey", "valkeys"} {
		s, err := cache.NewShared(scheme+"://:secret@localhost:6379/1", cache.NewMemory(2), func(bool) {})
		if err != nil {
			t.Errorf("%s: %v", scheme, err)
			continue
		}
		s.Close()
	}
}
