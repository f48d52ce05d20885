package library

import (
	"fmt"
	"os"
	"time"

	"lendlink/resolver/library/disk"
	"lendlink/resolver/library/strictyaml"
)

// Load reads a settings file, with the environment of the process, and the folder
// of libraries that it names. What is wrong in them comes as [Problems].
func Load(path string) (*Settings, error) {
	settings, _, err := load(path, disk.New())
	return settings, err
}

// load is Load that also returns the folder of libraries, even of settings that are wrong.
func load(path string, d *disk.Disk) (settings *Settings, folder string, err error) {
	src, err := d.Read(path)
	if err != nil {
		return nil, "", fmt.Errorf("settings: %w", err)
	}
	settings, _, folder, err = parse(path, src, os.LookupEnv, d, time.Now())
	return settings, folder, err
}

// ListenOf returns where a server with this settings file listens, whatever else is wrong
// in it; the default where the file does not say, or cannot be read.
func ListenOf(path string) Listening {
	var f fileSettings
	f.SetDefaults()
	src, err := disk.New().Read(path)
	if err != nil {
		return Listening{Address: defaultListen}
	}
	r := newReader(path, os.LookupEnv, settingsFile)
	r.readFile(src, &f)
	if r.HasFailed("listen") {
		f.Listen = ""
	}
	f.complete()
	return f.listening()
}

// Parse reads settings. The name appears in the problems, and a folder of libraries
// is looked for next to it; env returns the variables that the settings ask for. The
// error, when there is one, is [Problems].
func Parse(name string, src []byte, env Lookup) (*Settings, error) {
	settings, _, _, err := parse(name, src, env, disk.New(), time.Time{})
	return settings, err
}

func parse(name string, src []byte, env Lookup, d *disk.Disk, today time.Time) (
	settings *Settings, warnings Problems, folder string, err error) {
	var f fileSettings
	r := newReader(name, env, settingsFile)
	r.today = today
	r.readFile(src, &f)
	r.disk = d
	codes := codes{}
	for i, l := range f.Libraries {
		path := fmt.Sprintf("libraries[%d]", i)
		codes.take(r, strictyaml.Join(path, "code"), l.Code)
		r.doubtLibrary(path, &f.Libraries[i])
	}
	r.doubtServer(&f)
	if f.LibrariesDir != "" && !r.HasFailed("libraries_dir") {
		folder = besideFile(name, f.LibrariesDir)
		f.Libraries = append(f.Libraries, r.readFolder(folder, codes)...)
	}
	r.checkListeners(&f)
	r.checkDoubtful(&f)
	warnings = r.warnings.InOrder()
	if r.Problems != nil {
		return nil, warnings, folder, r.Problems.InOrder()
	}
	settings = f.settings()
	if f.StateDir != "" {
		settings.StateDir = besideFile(name, f.StateDir)
	}
	settings.Skipped, settings.Warnings = r.skipped, warnings
	for i, l := range settings.Libraries {
		l.Warnings = r.ofLibraries[i]
	}
	return settings, warnings, folder, nil
}

// readFile reads a whole file into the struct that f points to, and checks it.
func (r *reader) readFile(src []byte, f any) {
	if r.ReadFile(src, f) {
		if c, ok := f.(interface{ complete() }); ok {
			c.complete()
		}
		r.check(f)
	}
}
