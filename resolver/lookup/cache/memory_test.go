package cache_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"lendlink/resolver/lookup/cache"
)

func TestMemoryExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, ctx := cache.NewMemory(10), t.Context()
		m.Set(ctx, "key", "value", 100*time.Minute)
		time.Sleep(89 * time.Minute)
		if v, found := m.Get(ctx, "key"); !found || v != "value" {
			t.Errorf("before its TTL is over: %q, %t", v, found)
		}
		time.Sleep(22 * time.Minute)
		if v, found := m.Get(ctx, "key"); found {
			t.Errorf("after its TTL: %q", v)
		}
	})
}

func TestMemoryTTLsVary(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, ctx := cache.NewMemory(1000), t.Context()
		for i := range 200 {
			m.Set(ctx, fmt.Sprint(i), "value", 100*time.Minute)
		}
		time.Sleep(100 * time.Minute)
		kept := 0
		for i := range 200 {
			if _, found := m.Get(ctx, fmt.Sprint(i)); found {
				kept++
			}
		}
		if kept < 20 || kept > 180 {
			t.Errorf("%d of 200 kept after the mean TTL; about half would be", kept)
		}
	})
}

func TestMemoryIsBounded(t *testing.T) {
	m, ctx := cache.NewMemory(100), context.Background()
	for i := range 10_000 {
		m.Set(ctx, fmt.Sprint(i), "value", time.Hour)
		if n := m.Len(); n > 100 {
			t.Fatalf("%d values kept after %d", n, i+1)
		}
	}
	if n := m.Len(); n < 50 {
		t.Errorf("%d values kept; at least a generation of 50 should be", n)
	}
	if _, found := m.Get(ctx, "9999"); !found {
		t.Error("the newest value is forgotten")
	}
	if _, found := m.Get(ctx, "0"); found {
		t.Error("the oldest value is kept")
	}
}

func TestMemoryKeepsWhatIsUsed(t *testing.T) {
	m, ctx := cache.NewMemory(100), context.Background()
	m.Set(ctx, "popular", "value", time.Hour)
	for i := range 10_000 {
		m.Set(ctx, fmt.Sprint(i), "value", time.Hour)
		if i%20 == 0 {
			if _, found := m.Get(ctx, "popular"); !found {
				t.Fatalf("forgotten after %d others", i)
			}
		}
	}
}

func TestMemoryKeepsTheTTLAcrossGenerations(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, ctx := cache.NewMemory(2), t.Context()
		m.Set(ctx, "key", "value", 100*time.Minute)
		for i := range 20 { // from one generation to the next
			m.Set(ctx, fmt.Sprint(i), "", time.Minute)
			m.Get(ctx, "key")
			time.Sleep(5 * time.Minute)
		}
		time.Sleep(11 * time.Minute)
		if _, found := m.Get(ctx, "key"); found {
			t.Error("kept alive by being asked for")
		}
	})
}

func TestMemoryConcurrently(t *testing.T) {
	m := cache.NewMemory(50)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 500 {
				key := fmt.Sprint(i % 70)
				m.Set(t.Context(), key, key, time.Hour)
				if v, found := m.Get(t.Context(), fmt.Sprint((i+g)%70)); found && v != fmt.Sprint((i+g)%70) {
					t.Errorf("got another key's value %q", v)
				}
			}
		})
	}
	wg.Wait()
	if n := m.Len(); n > 50 {
		t.Errorf("%d values kept", n)
	}
}
