package library

import (
	"maps"
	"os"
	"sync"
	"sync/atomic"

	"lendlink/resolver/library/disk"
)

// Live is a settings file that may change while it is in use. The current
// settings are always complete and valid: new ones replace them when they have been
// read and are valid, and never otherwise. It is safe for use by several
// goroutines at once.
type Live struct {
	path     string
	disk     *disk.Disk
	current  atomic.Pointer[Settings]
	mu       sync.Mutex // for what follows
	folder   string     // of libraries, as last read
	read     fileStates // of the files when they were last read
	lastSeen fileStates // when Changed last looked
}

// fileStates are the states of some files, by which a change is noticed. A file that cannot be
// read has nil.
type fileStates map[string]os.FileInfo

// same reports whether they are of the same state: nothing was written, exchanged, or made
// readable.
func (s fileStates) same(others fileStates) bool {
	return maps.EqualFunc(s, others, func(a, b os.FileInfo) bool {
		if a == nil || b == nil {
			return a == b
		}
		return os.SameFile(a, b) && a.ModTime().Equal(b.ModTime()) && a.Size() == b.Size() && a.Mode() == b.Mode()
	})
}

// Watch loads a settings file as [Load] does, to reload it later.
func Watch(path string) (*Live, error) {
	l := &Live{path: path, disk: disk.New()}
	if err := l.Reload(); err != nil {
		return nil, err
	}
	return l, nil
}

// Settings returns the current settings.
func (l *Live) Settings() *Settings { return l.current.Load() }

// Reload reads the files again. On an error, which is that of [Load], the
// current settings stay.
func (l *Live) Reload() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read = l.fileStates() // first: what changes while it is read is read again
	settings, folder, err := load(l.path, l.disk)
	if folder != l.folder {
		l.folder = folder
		l.read = l.fileStates() // only now it is known where its files are
	}
	if err != nil {
		return err
	}
	l.current.Store(settings)
	return nil
}

// Changed reports whether the files are others than those last read. It waits until
// they are the same at two calls, for somebody may be writing still.
func (l *Live) Changed() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.fileStates()
	atRest := now.same(l.lastSeen)
	l.lastSeen = now
	return atRest && !now.same(l.read)
}

// fileStates returns those of all files.
func (l *Live) fileStates() fileStates {
	files := []string{l.path}
	if l.folder != "" {
		more, _, _ := libraryFiles(l.disk, l.folder) // a folder that is gone is an empty one
		files = append(files, more...)
	}
	all := make(fileStates, len(files))
	for _, f := range files {
		info, err := l.disk.Stat(f)
		if err != nil {
			info = nil
		}
		all[f] = info
	}
	return all
}
