package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// besideFile gives where a folder stands that a settings file names.
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
	files, err := libraryFiles(folder)
	if err == nil && len(files) == 0 {
		err = errors.New("no file in it ends in .yaml")
	}
	if err != nil {
		r.report(path, r.at(path), "`libraries_dir` cannot be read: %v; write %s", err, r.wanted(path))
		return nil
	}
	libraries := make([]fileLibrary, len(files))
	for i, file := range files {
		one := newReader(file, r.env, libraryFile)
		src, err := os.ReadFile(file)
		if err != nil {
			r.report(path, r.at(path), "`libraries_dir` has a file that cannot be read: %v; make it readable, or take it away", err)
			continue
		}
		one.readFile(src, &libraries[i])
		taken.take(one, "code", libraries[i].Code)
		r.problems = append(r.problems, one.problems...)
	}
	return libraries
}

// libraryFiles lists the files of a folder that hold a library: those that end in
// .yaml or .yml. Hidden ones are not, as editors and clusters keep theirs so.
func libraryFiles(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			err = e.Err // the path stands beside it already
		}
		return nil, err
	}
	var files []string
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return files, nil
}
