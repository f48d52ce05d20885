package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
)

// doubtfulBucket holds the links to look at, a list for each library.
var doubtfulBucket = []byte("doubtful")

// AddDoubtful adds links to look at, by library, and keeps so many, from a day on; with 0
// it removes all. A list that cannot be read starts empty.
func (f *File) AddDoubtful(links map[string]doubtful.List, oldest counts.Day, most int) error {
	if most == 0 {
		return f.clearDoubtful()
	}
	return f.update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(doubtfulBucket)
		if err != nil {
			return err
		}
		for library, more := range links {
			kept, err := doubtful.Decode(b.Get([]byte(library)))
			if err != nil {
				f.notice(f.damagedLinks(library).Error())
			}
			packed, err := kept.Add(more, oldest, most).Encode()
			if err != nil {
				return err
			}
			if err := b.Put([]byte(library), packed); err != nil {
				return err
			}
		}
		return nil
	})
}

// clearDoubtful removes all links, if there is a file with any.
func (f *File) clearDoubtful() error {
	if _, err := os.Stat(f.path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return f.update(func(tx *bolt.Tx) error {
		if tx.Bucket(doubtfulBucket) == nil {
			return nil
		}
		return tx.DeleteBucket(doubtfulBucket)
	})
}

// Doubtful returns the links of a library to look at.
func (f *File) Doubtful(library string) (links doubtful.List, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket(doubtfulBucket)
		if b == nil {
			return nil
		}
		if links, err = doubtful.Decode(b.Get([]byte(library))); err != nil {
			return f.damagedLinks(library)
		}
		return nil
	})
	return links, err
}

func (f *File) damagedLinks(library string) error {
	return fmt.Errorf("%s: the links of %s to look at are damaged", f.path, library)
}
