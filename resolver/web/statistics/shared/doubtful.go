package shared

import (
	"context"
	"encoding/json"
	"math"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
)

// doubtfulKey is that of a library's links to look at: a sorted set of links without their
// day, by day. So a link is there once, and within a day they have no order of time.
func doubtfulKey(library string) string { return prefix + "doubtful:" + library }

// PutDoubtful adds links to look at, by library, and keeps so many, from a day on, for some
// months.
func (s *Shared) PutDoubtful(links map[string]doubtful.List, oldest counts.Day, most, months int) error {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	_, err := s.client.Pipelined(ctx, func(p redis.Pipeliner) error {
		for library, list := range links {
			key := doubtfulKey(library)
			for _, link := range list {
				day := link.Day
				link.Day = 0
				member, err := json.Marshal(link)
				if err != nil {
					return err
				}
				p.ZAddArgs(ctx, key, redis.ZAddArgs{GT: true, Members: []redis.Z{{Score: float64(day), Member: member}}})
			}
			p.ZRemRangeByScore(ctx, key, "-inf", "("+strconv.Itoa(int(oldest)))
			p.ZRemRangeByRank(ctx, key, 0, int64(-most-1))
			p.Expire(ctx, key, time.Duration(months)*31*24*time.Hour)
		}
		return nil
	})
	return failure(err)
}

// Doubtful returns the links of a library to look at.
func (s *Shared) Doubtful(library string) (doubtful.List, error) {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	all, err := s.client.ZRangeWithScores(ctx, doubtfulKey(library), 0, -1).Result()
	if err != nil {
		return nil, failure(err)
	}
	var list doubtful.List
	for _, one := range all {
		var link doubtful.Link
		text, _ := one.Member.(string)
		if json.Unmarshal([]byte(text), &link) != nil {
			continue // of another version
		}
		link.Day = counts.Day(math.Round(one.Score))
		list = append(list, link)
	}
	return list, nil
}

// ClearDoubtful removes the links of all libraries.
func (s *Shared) ClearDoubtful() error {
	ctx, cancel := context.WithTimeout(context.Background(), allTimeout)
	defer cancel()
	keys := s.client.Scan(ctx, 0, doubtfulKey("*"), scanStep).Iterator()
	for keys.Next(ctx) {
		if err := s.client.Del(ctx, keys.Val()).Err(); err != nil {
			return failure(err)
		}
	}
	return failure(keys.Err())
}

// scanStep is how many keys the server scans before it serves other commands.
const scanStep = 1000
