// Package storetest damages what a store keeps. It is for tests alone.
package storetest

import (
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
)

// DamageDay overwrites the counts of a library's day in the file of a folder.
func DamageDay(t *testing.T, folder, library string, day counts.Day) {
	t.Helper()
	db, err := bolt.Open(filepath.Join(folder, store.Name), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("days")).Bucket([]byte(library)).Put([]byte(day.String()), []byte("no counts"))
	})
	if err != nil {
		t.Fatal(err)
	}
}
