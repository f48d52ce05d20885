// Package store keeps the counts of days: in a file, or in memory.
//
// The file is a go.etcd.io/bbolt database: one file, written with each page next to the
// old one, so that a crash leaves what was there before; pure Go, half a megabyte in the
// binary, where SQLite would add ten for queries that are not needed. It is open only while
// it is read or written, some milliseconds at a time, so that a new process next to one
// that is ending, and the command line next to a server, hardly ever wait for its lock, and
// a backup can be put in its place while the server runs.
//
// A library's day is one value, in the form of package counts: less than 5 KB of a busy
// library.
//
// It imports counts and doubtful.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Name is the name of the file in the folder of what is kept.
const Name = "statistics.db"

// lockWait is for another process that is writing, which takes milliseconds: bbolt asks for
// the lock three times within it. One that keeps the lock is not waited for.
const lockWait = 150 * time.Millisecond

// allocSize is by how much the file grows. bbolt's own 16 MB would double it each time.
const allocSize = 256 << 10

// File keeps counts in a file. It is for one goroutine at a time; other processes may use
// the same file.
type File struct {
	path   string
	notice func(string) // is called with what went wrong and needs nothing more to be done
}

// NewFile returns the store in a folder. Nothing is read or written yet. Notice is called
// with damage, after which counting goes on without what was lost.
func NewFile(folder string, notice func(string)) *File {
	return &File{path: filepath.Join(folder, Name), notice: notice}
}

// Exists reports whether there is a file in a folder.
func Exists(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, Name))
	return err == nil
}

// ErrLocked is for a file that another process keeps locked.
var ErrLocked = errors.New("another process has locked it")

// errNewer is for a file that a newer version has written.
var errNewer = errors.New("written by a newer version of Lendlink: go back to that version, or move the file away")

// errDamaged is for a file that cannot be read. What bbolt says of it, or panics with, is
// about its internals and does not help readers of the log.
var errDamaged = errors.New("the file is damaged")

// update changes the file, which is made where it is missing. A damaged one is set aside.
func (f *File) update(do func(*bolt.Tx) error) error {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	change := func(db *bolt.DB) error {
		return db.Update(func(tx *bolt.Tx) error {
			if err := prepare(tx); err != nil {
				return err
			}
			return do(tx)
		})
	}
	before, _ := os.Stat(f.path) // a file that is not there has no state
	err := f.open(&bolt.Options{Timeout: lockWait}, change)
	if !errors.Is(err, errDamaged) {
		if err != nil && (before == nil || before.Size() == 0) {
			f.emptyUnfinished()
		}
		return err
	}
	if err := f.setAside(before, err); err != nil {
		return err
	}
	return f.open(&bolt.Options{Timeout: lockWait}, change)
}

// firstWrite is how long bbolt makes a new file: two metas, a list of free pages, and a root.
var firstWrite = 4 * int64(os.Getpagesize())

// emptyUnfinished empties a new file for which there was no space. It holds nothing, and would
// be taken for a damaged one.
func (f *File) emptyUnfinished() {
	if info, err := os.Stat(f.path); err == nil && info.Mode().IsRegular() && info.Size() < firstWrite {
		os.Truncate(f.path, 0) //nolint:errcheck // then it is set aside, as a damaged one
	}
}

// view reads the file. One that is not there, or has nothing in it, is empty.
func (f *File) view(do func(*bolt.Tx) error) error {
	if info, err := os.Stat(f.path); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		return nil // as after a crash before the first write
	}
	err := f.open(&bolt.Options{Timeout: lockWait, ReadOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if newer(tx) {
				return errNewer
			}
			return do(tx)
		})
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// open opens the file for as long as do takes. Reading a damaged file can panic or touch
// memory after its end; that is an error like any other.
func (f *File) open(options *bolt.Options, do func(*bolt.DB) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	var file *os.File
	options.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		opened, err := os.OpenFile(name, flag, mode)
		file = opened
		return opened, err
	}
	defer func() {
		if recover() != nil {
			// Closing the database could wait for ever for what the panic left locked. Its
			// mapping of the file stays, and with it the file's lock unless it is released.
			syscall.Flock(int(file.Fd()), syscall.LOCK_UN) //nolint:errcheck // the process has it, so it can
			file.Close()                                   //nolint:errcheck // nothing was written through it
			err = fmt.Errorf("%s: %w", f.path, errDamaged)
		}
	}()
	db, err := bolt.Open(f.path, 0o600, options)
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return fmt.Errorf("%s: %w", f.path, ErrLocked)
	case isDamage(err):
		return fmt.Errorf("%s: %w", f.path, errDamaged)
	case err != nil:
		return err
	}
	db.AllocSize = allocSize
	if err := errors.Join(do(db), db.Close()); err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	return nil
}

func isDamage(err error) bool {
	if err != nil && strings.Contains(err.Error(), "file size too small") { // bbolt has no value for it
		return true
	}
	return errors.Is(err, bolterrors.ErrInvalid) || errors.Is(err, bolterrors.ErrChecksum) || errors.Is(err, bolterrors.ErrVersionMismatch)
}
