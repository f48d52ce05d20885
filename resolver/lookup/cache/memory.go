package cache

import (
	"context"
	"strings"
	"sync"
	"time"

	gocache "github.com/patrickmn/go-cache"
)

// Memory keeps values in this process. It holds two generations of go-cache: when
// the hot one is full it becomes the cold one, and the cold one is forgotten
// whole. What is asked for in the cold one moves to the hot. So the number of
// values is bounded, the map's memory is freed, and nothing has to be swept,
// none of which go-cache does by itself.
type Memory struct {
	mu        sync.Mutex
	most      int // in one generation
	hot, cold *gocache.Cache
}

// NewMemory makes a cache of at most the given number of values, two at least.
func NewMemory(most int) *Memory {
	return &Memory{most: max(1, most/2), hot: newGeneration(), cold: newGeneration()}
}

// newGeneration makes a go-cache without its sweeping goroutine.
func newGeneration() *gocache.Cache { return gocache.New(gocache.NoExpiration, 0) }

// Get returns what is kept under a key.
func (m *Memory) Get(_ context.Context, key string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, found := m.hot.Get(key); found {
		return v.(string), true
	}
	v, until, found := m.cold.GetWithExpiration(key)
	if !found {
		return "", false
	}
	value := v.(string)
	if left := time.Until(until); left > 0 {
		m.put(strings.Clone(key), value, left)
	}
	return value, true
}

// Set keeps a value. Key and value are copied: they may be cut from a whole
// query string or answer, which would be kept with them.
func (m *Memory) Set(_ context.Context, key, value string, ttl time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.put(strings.Clone(key), strings.Clone(value), jitter(ttl))
}

func (m *Memory) put(key, value string, ttl time.Duration) {
	if m.hot.ItemCount() >= m.most {
		if _, found := m.hot.Get(key); !found {
			m.cold, m.hot = m.hot, newGeneration()
		}
	}
	m.hot.Set(key, value, ttl)
}

// Len returns the number of values kept, expired ones included.
func (m *Memory) Len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.hot.ItemCount() + m.cold.ItemCount()
}
