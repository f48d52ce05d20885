package store

import (
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"lendlink/resolver/web/statistics/counts"
)

// damagedBucket holds days that could not be read when more was to be added, as they were:
// library → 2026-11-28 → the damaged counts. So it stays known that they are missing.
var damagedBucket = []byte("damaged")

// DamagedDays is the error for days of a library that cannot be read.
type DamagedDays struct {
	file, library string
	days          []counts.Day
}

// maxNamed is how many days an error names.
const maxNamed = 5

func (e *DamagedDays) Error() string {
	return fmt.Sprintf("%s: the counts of %s on %s are damaged: put a backup in the place of the file if there is one",
		e.file, e.library, e.Days())
}

// Days names the days.
func (e *DamagedDays) Days() string {
	var names []string
	for _, d := range e.days[:min(len(e.days), maxNamed)] {
		names = append(names, d.String())
	}
	if more := len(e.days) - maxNamed; more > 0 {
		names = append(names, fmt.Sprintf("%d more days", more))
	}
	return strings.Join(names, ", ")
}

// Except returns the error without days that are known from elsewhere, or nil.
func (e *DamagedDays) Except(known map[counts.Day]bool) error {
	left := slices.DeleteFunc(slices.Clone(e.days), func(d counts.Day) bool { return known[d] })
	if len(left) == 0 {
		return nil
	}
	return &DamagedDays{e.file, e.library, left}
}

// damaged is the error for damaged days of a library, and notices each; nil for none.
func (f *File) damaged(library string, days []counts.Day) error {
	for _, d := range days {
		f.notice((&DamagedDays{f.path, library, []counts.Day{d}}).Error())
	}
	if len(days) == 0 {
		return nil
	}
	return &DamagedDays{f.path, library, days}
}

// keepDamaged keeps a damaged day of a library, unless there is one already.
func keepDamaged(tx *bolt.Tx, library string, day, value []byte) error {
	root, err := tx.CreateBucketIfNotExists(damagedBucket)
	if err != nil {
		return err
	}
	b, err := root.CreateBucketIfNotExists([]byte(library))
	if err != nil || b.Get(day) != nil {
		return err
	}
	return b.Put(day, slices.Clone(value)) // bbolt lends the value
}

// eachDay calls do with the days that a bucket has for a library, the first and the last
// included.
func eachDay(tx *bolt.Tx, bucket []byte, library string, first, last counts.Day, do func(d counts.Day, value []byte)) {
	root := tx.Bucket(bucket)
	if root == nil {
		return
	}
	b := root.Bucket([]byte(library))
	if b == nil {
		return
	}
	end := last.String()
	c := b.Cursor()
	for key, value := c.Seek([]byte(first.String())); key != nil && string(key) <= end; key, value = c.Next() {
		if day, err := counts.ParseDay(string(key)); err == nil {
			do(day, value)
		}
	}
}
