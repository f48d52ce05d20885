package store

import (
	"crypto/rand"
	"errors"
	"slices"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"lendlink/resolver/web/statistics/counts"
)

// Schema is the version of what is in the file. It rises when an older version could
// not read it, and not for a new kind of count.
const Schema = 1

// The buckets of the file: about the file itself; and by library, the counts of days.
var (
	aboutBucket = []byte("about") // schema, id
	daysBucket  = []byte("days")  // library → 2026-11-28 → counts; links to look at are in doubtful.go
)

var (
	schemaKey = []byte("schema")
	idKey     = []byte("id")
)

// prepare makes what is missing in a file, or refuses a newer one.
func prepare(tx *bolt.Tx) error {
	if newer(tx) {
		return errNewer
	}
	about, err := tx.CreateBucketIfNotExists(aboutBucket)
	if err != nil {
		return err
	}
	if about.Get(idKey) == nil {
		err = errors.Join(about.Put(idKey, []byte(rand.Text())), about.Put(schemaKey, []byte(strconv.Itoa(Schema))))
	}
	if err != nil {
		return err
	}
	_, err = tx.CreateBucketIfNotExists(daysBucket)
	return err
}

// newer reports whether a newer version has written the file.
func newer(tx *bolt.Tx) bool {
	about := tx.Bucket(aboutBucket)
	if about == nil {
		return false
	}
	schema, err := strconv.Atoi(string(about.Get(schemaKey)))
	return err != nil || schema > Schema
}

// Add adds to what is kept, and removes the days before oldest. A day that cannot be
// read starts empty; [File.Each] goes on naming it.
func (f *File) Add(days counts.Days, oldest counts.Day) error {
	return f.update(func(tx *bolt.Tx) error {
		root := tx.Bucket(daysBucket)
		for slot, more := range days {
			b, err := root.CreateBucketIfNotExists([]byte(slot.Library))
			if err != nil {
				return err
			}
			b.FillPercent = 0.9 // days come in order
			key := []byte(slot.Day.String())
			sum, err := merge(b.Get(key), more)
			if err != nil {
				f.damaged(slot.Library, []counts.Day{slot.Day}) //nolint:errcheck // it is noticed
				if err := keepDamaged(tx, slot.Library, key, b.Get(key)); err != nil {
					return err
				}
				sum = more.Encode()
			}
			if err := b.Put(key, sum); err != nil {
				return err
			}
		}
		first := []byte(oldest.String())
		if damaged := tx.Bucket(damagedBucket); damaged != nil {
			if err := prune(damaged, first); err != nil {
				return err
			}
		}
		return prune(root, first)
	})
}

// prune removes the days of all libraries before one, and libraries without a day.
func prune(root *bolt.Bucket, oldest []byte) error {
	var empty [][]byte
	err := root.ForEachBucket(func(library []byte) error {
		b := root.Bucket(library)
		c := b.Cursor()
		key, _ := c.First()
		for ; key != nil && string(key) < string(oldest); key, _ = c.First() {
			if err := b.Delete(key); err != nil {
				return err
			}
		}
		if key == nil {
			empty = append(empty, library)
		}
		return nil
	})
	for _, library := range empty {
		err = errors.Join(err, root.DeleteBucket(library))
	}
	return err
}

// Each calls do with what is kept of a library's days, the first and the last
// included. Days that cannot be read are left out; the error, a [*DamagedDays], names them.
func (f *File) Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	var damaged []counts.Day
	err := f.view(func(tx *bolt.Tx) error {
		eachDay(tx, damagedBucket, library, first, last, func(d counts.Day, _ []byte) { damaged = append(damaged, d) })
		eachDay(tx, daysBucket, library, first, last, func(d counts.Day, value []byte) {
			if read, err := counts.Decode(value); err == nil {
				do(d, read)
			} else {
				damaged = append(damaged, d)
			}
		})
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(damaged)
	return f.damaged(library, slices.Compact(damaged))
}

// ID returns the name that was given to the file when it was made. It is read each time:
// another file may have been put in its place.
func (f *File) ID() (id string, err error) {
	read := func(tx *bolt.Tx) error {
		if about := tx.Bucket(aboutBucket); about != nil {
			id = string(about.Get(idKey))
		}
		return nil
	}
	if err := f.view(read); err != nil || id != "" {
		return id, err
	}
	err = f.update(read) // there is no file yet
	return id, err
}

// Slots lists the days that are kept.
func (f *File) Slots() ([]counts.Slot, error) {
	var all []counts.Slot
	err := f.view(func(tx *bolt.Tx) error {
		root := tx.Bucket(daysBucket)
		if root == nil {
			return nil
		}
		return root.ForEachBucket(func(library []byte) error {
			return root.Bucket(library).ForEach(func(key, _ []byte) error {
				if day, err := counts.ParseDay(string(key)); err == nil {
					all = append(all, counts.Slot{Library: string(library), Day: day})
				}
				return nil
			})
		})
	})
	return all, err
}
