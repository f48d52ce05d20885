// Package disk reads files from disks that may not answer. A mount whose server is
// gone, or a named pipe that nobody writes to, blocks its reader for ever, and
// nothing can end that; so each read runs in a goroutine of its own, which is
// waited for no longer than [Timeout].
//
// It imports nothing of Lendlink.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"
)

const (
	// Timeout is how long a disk may take for one answer.
	Timeout = 2 * time.Second
	// maxHanging is how many looks may hang. While so many do, no other is taken.
	maxHanging = 4
	// maxFile is how many bytes of a file are read.
	maxFile = 8 << 20
)

// The errors of a file that is not read.
var (
	ErrHangs      = errors.New("the disk does not answer")
	ErrNotRegular = errors.New("not a regular file")
	ErrTooLarge   = fmt.Errorf("larger than %d MiB", maxFile>>20)
)

// Disk is what files are read from. It is safe for concurrent use.
type Disk struct{ looks chan struct{} }

// New returns a disk of which no look hangs.
func New() *Disk { return &Disk{make(chan struct{}, maxHanging)} }

// Read reads a file of any kind, such as a pipe that a shell has made.
func (d *Disk) Read(path string) ([]byte, error) {
	return within(d, path, func() ([]byte, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		return readAll(f, path)
	})
}

// ReadRegular reads a regular file, and opens no other.
func (d *Disk) ReadRegular(path string) ([]byte, error) {
	return within(d, path, func() ([]byte, error) {
		if info, err := os.Stat(path); err != nil {
			return nil, err
		} else if !info.Mode().IsRegular() {
			return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
		}
		// It may have been replaced since: a pipe is not waited for.
		f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
		if err != nil {
			return nil, err
		}
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			f.Close()
			return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
		}
		return readAll(f, path)
	})
}

func readAll(f *os.File, path string) ([]byte, error) {
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = &fs.PathError{Op: "read", Path: path, Err: ErrTooLarge}
	}
	return text, err
}

// Stat is [os.Stat].
func (d *Disk) Stat(path string) (os.FileInfo, error) {
	return within(d, path, func() (os.FileInfo, error) { return os.Stat(path) })
}

// List is [os.ReadDir].
func (d *Disk) List(folder string) ([]os.DirEntry, error) {
	return within(d, folder, func() ([]os.DirEntry, error) { return os.ReadDir(folder) })
}

// within calls look, and returns ErrHangs when it takes too long.
func within[T any](d *Disk, path string, look func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	var none T
	hangs := &fs.PathError{Op: "read", Path: path, Err: ErrHangs}
	select {
	case d.looks <- struct{}{}:
	default:
		return none, hangs
	}
	done := make(chan result, 1)
	go func() {
		value, err := look()
		<-d.looks
		done <- result{value, err}
	}()
	timeout := time.NewTimer(Timeout)
	defer timeout.Stop()
	select {
	case r := <-done:
		return r.value, r.err
	case <-timeout.C:
		return none, hangs
	}
}
