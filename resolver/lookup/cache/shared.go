package cache

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"
	"github.com/redis/go-redis/v9/maintnotifications"
	"github.com/sony/gobreaker/v2"
)

const (
	prefix      = "lendlink:lookup:1:" // of keys; the number changes with the form of the values
	stepTimeout = 50 * time.Millisecond
	nearLife    = 5 * time.Minute // of a copy in memory
	longest     = 64 << 10        // of a value that is believed to be ours, in bytes
	failures    = 3               // in a row, until the server is left alone
	pause       = 5 * time.Second // for so long
)

// Shared keeps values in Redis or Valkey, with copies in memory. When the server
// is gone or slow it goes on with the memory, and tries again every few seconds.
type Shared struct {
	client  *redis.Client
	memory  *Memory
	breaker *gobreaker.CircuitBreaker[string]
	used    func(ok bool)
}

// go-redis reports on standard error, in a format of its own, when a server is gone.
// Ours is not a failure, and is reported by what NewShared is given.
func init() { logging.Disable() }

// schemes are the words that addresses begin with, and those for go-redis.
var schemes = map[string]string{"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}

// NewShared makes a cache in the server at a redis:// or valkey:// address, or
// with encryption rediss:// or valkeys://.
// It does not connect yet: a server that is not there is not an error. Used is called
// of each use of the server, whether it served; it may be called from several
// goroutines at once.
func NewShared(address string, memory *Memory, used func(ok bool)) (*Shared, error) {
	client, err := NewClient(address, stepTimeout)
	if err != nil {
		return nil, err
	}
	return &Shared{
		client: client, memory: memory, used: used,
		breaker: gobreaker.NewCircuitBreaker[string](gobreaker.Settings{
			Name:        "cache",
			Timeout:     pause,
			ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= failures },
			IsExcluded:  func(err error) bool { return errors.Is(err, context.Canceled) },
		}),
	}, nil
}

// NewClient makes a client of the server at an address, which waits so long for each
// answer and asks once. It does not connect yet.
func NewClient(address string, step time.Duration) (*redis.Client, error) {
	u, err := url.Parse(address)
	if err != nil {
		// The error would show the address, and with it the password.
		return nil, errors.New("cache address: not a URL")
	}
	if schemes[u.Scheme] == "" {
		return nil, fmt.Errorf("cache address: scheme %q is neither redis nor rediss", u.Scheme)
	}
	u.Scheme = schemes[u.Scheme]
	options, err := redis.ParseURL(u.String())
	if err != nil {
		return nil, fmt.Errorf("cache address: %w", err)
	}
	options.DialTimeout = 4 * step
	options.ReadTimeout, options.WriteTimeout = step, step
	options.ContextTimeoutEnabled = true
	options.MaxRetries, options.DialerRetries = -1, 1 // nobody retries while a patron waits
	options.DisableIdentity = true
	options.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return redis.NewClient(options), nil
}

// Get returns what is kept under a key in memory, or else in the server.
func (s *Shared) Get(ctx context.Context, key string) (string, bool) {
	if value, found := s.memory.Get(ctx, key); found {
		return value, true
	}
	found := false
	value, ok := s.use(ctx, func(ctx context.Context) (string, error) {
		value, err := s.client.Get(ctx, prefix+key).Result()
		if errors.Is(err, redis.Nil) {
			return "", nil
		}
		found = err == nil && len(value) <= longest
		return value, err
	})
	if !ok || !found {
		return "", false
	}
	s.memory.Set(ctx, key, value, nearLife)
	return value, true
}

// Set keeps a value in memory and in the server.
func (s *Shared) Set(ctx context.Context, key, value string, ttl time.Duration) {
	s.memory.Set(ctx, key, value, ttl)
	s.use(ctx, func(ctx context.Context) (string, error) {
		return s.client.Set(ctx, prefix+key, value, jitter(ttl)).Result()
	})
}

// use does something with the server, if it is thought to be there.
func (s *Shared) use(ctx context.Context, do func(context.Context) (string, error)) (string, bool) {
	value, err := s.breaker.Execute(func() (string, error) {
		ctx, cancel := context.WithTimeout(ctx, stepTimeout)
		defer cancel()
		return do(ctx)
	})
	if !errors.Is(err, context.Canceled) {
		s.used(err == nil)
	}
	return value, err == nil
}

// Close ends the connections.
func (s *Shared) Close() error { return s.client.Close() }
