package library

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"lendlink/resolver/library/disk"
)

// besideFile returns where a folder is that a settings file names.
func besideFile(file, folder string) string {
	if filepath.IsAbs(folder) {
		return folder
	}
	return filepath.Join(filepath.Dir(file), folder)
}

// readFolder reads the libraries of a folder. What is wrong with them is reported
// under the names of their files.
func (r *reader) readFolder(folder string, taken codes) []fileLibrary {
	const path = "libraries_dir"
	files, skipped, err := libraryFiles(r.disk, folder)
	r.skipped = skipped
	if err == nil && len(files) == 0 {
		err = errors.New("no file in it ends in .yaml")
	}
	if err != nil {
		r.Report(path, r.At(path), "`libraries_dir` cannot be read: %v; write %s", err, r.Hint(path))
		return nil
	}
	libraries := make([]fileLibrary, len(files))
	for i, file := range files {
		one := newReader(file, r.env, libraryFile)
		src, err := r.disk.ReadRegular(file)
		if err != nil {
			r.Report(path, r.At(path), "`libraries_dir` has a file that cannot be read: %v; make it readable, or remove it", err)
			continue
		}
		one.today = r.today
		one.readLibrary(src, &libraries[i], taken)
		r.Problems = append(r.Problems, one.Problems...)
		r.warnings = append(r.warnings, one.warnings...)
		r.ofLibraries = append(r.ofLibraries, one.ofLibraries...)
	}
	return libraries
}

// readLibrary reads a file of one library.
func (r *reader) readLibrary(src []byte, l *fileLibrary, taken codes) {
	r.readFile(src, l)
	taken.take(r, "code", l.Code)
	r.doubtLibrary("", l)
}

// libraryFiles lists the files of a folder that hold a library: those that end in
// .yaml or .yml. Hidden ones are not, as editors and clusters keep theirs so. Pipes,
// sockets and devices are skipped: opening one can wait for ever.
func libraryFiles(d *disk.Disk, folder string) (files, skipped []string, err error) {
	entries, err := d.List(folder)
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			err = e.Err // the message has the path already
		}
		return nil, nil, err
	}
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if strings.HasPrefix(e.Name(), ".") || ext != ".yaml" && ext != ".yml" {
			continue
		}
		file := filepath.Join(folder, e.Name())
		if isSpecial(d, file, e.Type()) {
			skipped = append(skipped, file)
		} else {
			files = append(files, file)
		}
	}
	return files, skipped, nil
}

// isSpecial reports whether a file, or what a link leads to, is neither a regular file
// nor a folder.
func isSpecial(d *disk.Disk, file string, kind fs.FileMode) bool {
	if kind&fs.ModeSymlink != 0 {
		info, err := d.Stat(file)
		if err != nil {
			return false // reading it says what is wrong
		}
		kind = info.Mode()
	}
	return !kind.IsRegular() && !kind.IsDir()
}
