package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"lendlink/resolver/web/statistics/counts"
)

// maxAside is how many damaged files are kept: a disk that damages each must not fill.
const maxAside = 3

// aside is the name of a damaged file that was set aside.
func (f *File) aside(i int) string { return fmt.Sprintf("%s.damaged-%d", f.path, i+1) }

// setAside renames a damaged file, unless another process has done so already.
func (f *File) setAside(before os.FileInfo, cause error) error {
	now, err := os.Stat(f.path)
	if err != nil || before == nil || !os.SameFile(before, now) {
		return nil //nolint:nilerr // it is gone, or another one by now
	}
	for i := range maxAside {
		aside := f.aside(i)
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		if err := os.Rename(f.path, aside); err != nil {
			return errors.Join(cause, err)
		}
		f.notice(fmt.Sprintf("%v; it was renamed to %s, and counting starts from zero", cause, filepath.Base(aside)))
		return nil
	}
	return cause
}

// Lost returns an error if what was kept of a day or later is in a damaged file that was
// set aside. It held nothing later than its last change; a day more is for time zones.
func (f *File) Lost(first counts.Day) error {
	for i := range maxAside {
		aside := f.aside(i)
		if info, err := os.Stat(aside); err == nil && first <= counts.DayOf(info.ModTime().UTC())+1 {
			return fmt.Errorf("%s: what this damaged file held is missing: put a backup in the place of %s if there is one, "+
				"and move the damaged file away", aside, Name)
		}
	}
	return nil
}
