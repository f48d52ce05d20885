package library

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"lendlink/resolver/library/disk"
)

// Checker checks settings files one after the other. Files of single libraries in one
// folder are checked against each other too.
type Checker struct {
	today time.Time
	taken map[string]codes // by folder
}

// NewChecker returns a Checker for which closures before a day are past.
func NewChecker(today time.Time) *Checker { return &Checker{today: today, taken: map[string]codes{}} }

// Checked is what a file holds, and all that is wrong with it.
type Checked struct {
	Settings  *Settings // nil with errors, and for a file of one library
	Libraries int
	Problems  Problems // errors and warnings, in order
}

// Files returns the files of a path: itself, or the .yaml files of a folder.
func (c *Checker) Files(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, nil // reading it says what is wrong
	}
	files, _, err := libraryFiles(disk.New(), path)
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no file in %s ends in .yaml", path)
	}
	return files, err
}

// Check checks a settings file, or a file with one library. The error is for a file that
// cannot be read.
func (c *Checker) Check(path string) (Checked, error) {
	d := disk.New()
	src, err := d.Read(path)
	if err != nil {
		return Checked{}, fmt.Errorf("settings: %w", err)
	}
	if isLibraryFile(src) {
		return c.checkLibrary(path, src), nil
	}
	settings, warnings, _, err := parse(path, src, os.LookupEnv, d, c.today)
	checked := Checked{Settings: settings, Problems: warnings}
	if problems, ok := err.(Problems); ok {
		checked.Problems = append(problems, warnings...).InOrder()
	}
	if settings != nil {
		checked.Libraries = len(settings.Libraries)
	}
	return checked, nil
}

func (c *Checker) checkLibrary(path string, src []byte) Checked {
	folder := filepath.Dir(path)
	if c.taken[folder] == nil {
		c.taken[folder] = codes{}
	}
	r := newReader(path, os.LookupEnv, libraryFile)
	r.today = c.today
	r.readLibrary(src, &fileLibrary{}, c.taken[folder])
	return Checked{Libraries: 1, Problems: append(r.Problems, r.warnings...).InOrder()}
}

var (
	libraryField  = regexp.MustCompile(`(?m)^(code|name|form)[ \t]*:`)
	settingsField = regexp.MustCompile(`(?m)^libraries(_dir)?[ \t]*:`)
)

// isLibraryFile reports whether a file holds one library, as those of libraries_dir do.
func isLibraryFile(src []byte) bool { return libraryField.Match(src) && !settingsField.Match(src) }
