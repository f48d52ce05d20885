// Package cache keeps answers for a while: in this process's memory, bounded,
// or shared between replicas in Redis or Valkey.
//
// A cache may forget anything at any time and never fails: without the shared
// one each replica goes on with its own memory.
//
// It imports nothing of Lendlink.
package cache

import (
	"context"
	"math/rand/v2"
	"time"
)

// Cache keeps texts by key.
type Cache interface {
	// Get returns what is kept under a key.
	Get(ctx context.Context, key string) (value string, found bool)
	// Set keeps a value for about a lifetime: a tenth more or less, so that what
	// was asked together is not forgotten together.
	Set(ctx context.Context, key, value string, life time.Duration)
}

// jitter varies a lifetime by a tenth either way.
func jitter(ttl time.Duration) time.Duration {
	return ttl*9/10 + rand.N(ttl/5+1)
}
