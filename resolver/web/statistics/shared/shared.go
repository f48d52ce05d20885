// Package shared keeps the counts of several servers in Redis or Valkey,
// so that one page shows them all.
//
// Each server writes what it counted on a day whole, under a name of its own; a sum is made
// by the reader. So a write that may or may not have arrived is simply repeated, and a server
// that lost everything gets it again. As counts only rise, a smaller one never replaces a
// larger: two processes with one file can write in any order.
//
// It imports cache, counts and doubtful.
package shared

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"lendlink/resolver/lookup/cache"
	"lendlink/resolver/web/statistics/counts"
)

const (
	prefix      = "lendlink:statistics:1:" // of keys; the number changes with the form of the values
	stepTimeout = 500 * time.Millisecond   // for an answer
	allTimeout  = 5 * time.Second          // for all that is asked at once
	batch       = 100                      // commands that are sent together
)

// Shared is the counts of all servers at one address.
type Shared struct{ client *redis.Client }

// New returns those of the server at a redis:// or valkey:// address. It does not connect
// yet.
func New(address string) (*Shared, error) {
	client, err := cache.NewClient(address, stepTimeout)
	if err != nil {
		return nil, err
	}
	return &Shared{client}, nil
}

// Close ends the connections.
func (s *Shared) Close() error { return s.client.Close() }

func key(slot counts.Slot) string { return prefix + slot.Library + ":" + slot.Day.String() }

func knownKey(id string) string { return prefix + "known:" + id }

// Knows reports whether everything that a server has counted before was written.
func (s *Shared) Knows(id string) (bool, error) {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	n, err := s.client.Exists(ctx, knownKey(id)).Result()
	return n == 1, failure(err)
}

// larger sets what a server counted on a day, unless more is there already.
var larger = redis.NewScript(`
local old = redis.call('HGET', KEYS[1], ARGV[1])
if not old or tonumber(string.match(old, '^%d+')) <= tonumber(ARGV[2]) then
	redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. '\n' .. ARGV[3])
end
redis.call('EXPIREAT', KEYS[1], ARGV[4])
return 1`)

// Put writes what a server has counted on some days, in all. They expire some months
// after the day.
func (s *Shared) Put(id string, days counts.Days, months int) error {
	var slots []counts.Slot
	for slot := range days {
		slots = append(slots, slot)
	}
	for len(slots) > 0 {
		now := slots[:min(len(slots), batch)]
		slots = slots[len(now):]
		if err := s.put(id, days, now, months); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	return failure(s.client.Set(ctx, knownKey(id), "1", time.Duration(months)*31*24*time.Hour).Err())
}

func (s *Shared) put(id string, days counts.Days, slots []counts.Slot, months int) error {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	_, err := s.client.Pipelined(ctx, func(p redis.Pipeliner) error {
		for _, slot := range slots {
			c := days[slot]
			until := slot.Day.FirstOfMonth(months + 1).Time().Unix()
			larger.Eval(ctx, p, []string{key(slot)}, id, c.Total(), c.Encode(), until)
		}
		return nil
	})
	return failure(err)
}

// Each calls do with what each server counted in a library on some days.
func (s *Shared) Each(library string, first, last counts.Day, do func(server string, d counts.Day, c counts.Counts)) error {
	for ; first <= last; first += batch {
		if err := s.each(library, first, min(last, first+batch-1), do); err != nil {
			return err
		}
	}
	return nil
}

func (s *Shared) each(library string, first, last counts.Day, do func(server string, d counts.Day, c counts.Counts)) error {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	var answers []*redis.MapStringStringCmd
	_, err := s.client.Pipelined(ctx, func(p redis.Pipeliner) error {
		for d := first; d <= last; d++ {
			answers = append(answers, p.HGetAll(ctx, key(counts.Slot{Library: library, Day: d})))
		}
		return nil
	})
	if err != nil {
		return failure(err)
	}
	for i, answer := range answers {
		for server, value := range answer.Val() {
			c, err := decode(value)
			if err != nil {
				return fmt.Errorf("what servers share of %s on %s: %w", library, first+counts.Day(i), err)
			}
			do(server, first+counts.Day(i), c)
		}
	}
	return nil
}

// decode reads a value: the total, a line feed, the counts.
func decode(value string) (counts.Counts, error) {
	total, packed, _ := strings.Cut(value, "\n")
	if _, err := strconv.ParseUint(total, 10, 64); err != nil {
		return nil, counts.ErrDamaged
	}
	return counts.Decode([]byte(packed))
}
