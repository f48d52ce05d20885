package starter

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lendlink/deploy"
)

// TLSSocket is the unit that opens the ports of a service with its own certificates.
const TLSSocket = "lendlink-tls.socket"

// Where the files of the service are.
const (
	SettingsPath = "/etc/lendlink/lendlink.yaml"
	binaryPath   = "/usr/local/bin/lendlink"
	unitPath     = "/etc/systemd/system/lendlink.service"
	statePath    = "/var/lib/lendlink" // StateDirectory in the unit
	socketPath   = "/etc/systemd/system/" + TLSSocket
	userPath     = "/etc/sysusers.d/lendlink.conf"
)

// Undo returns the commands that remove the service.
func Undo(ownTLS bool) string {
	units, files := "lendlink", unitPath
	if ownTLS {
		units, files = TLSSocket+" "+units, socketPath+" "+files
	}
	return `systemctl disable --now ` + units + `
rm ` + files + ` ` + userPath + ` ` + binaryPath + `
rm -r /etc/lendlink        # the settings
rm -rf ` + statePath + ` /var/lib/private/lendlink        # what was kept: certificates, statistics
systemctl daemon-reload
userdel lendlink
`
}

// installed is a file of the service.
type installed struct {
	path    string
	mode    os.FileMode
	content []byte
}

// Install writes settings, the units for systemd, its user and the running program below
// a root folder. It writes nothing where one of the files is there already and differs;
// a program that is there stays.
func Install(root string, settings []byte, ownTLS bool) error {
	files := []installed{
		{SettingsPath, 0o644, settings}, // readable for the service's user; secrets belong into the environment
		{unitPath, 0o644, deploy.Unit},
		{userPath, 0o644, deploy.User},
	}
	if ownTLS {
		files = append(files, installed{socketPath, 0o644, deploy.TLSSocket})
	}
	var existing error
	for _, f := range files {
		there, err := os.ReadFile(filepath.Join(root, f.path))
		if err == nil && !bytes.Equal(there, f.content) {
			existing = errors.Join(existing, fmt.Errorf("%s is there already", filepath.Join(root, f.path)))
		}
	}
	if existing != nil {
		return fmt.Errorf("nothing is overwritten: %w", existing)
	}
	for _, f := range files {
		if err := write(filepath.Join(root, f.path), f.mode, bytes.NewReader(f.content)); err != nil {
			return err
		}
	}
	return installProgram(filepath.Join(root, binaryPath))
}

func installProgram(path string) error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := os.Open(own)
	if err != nil {
		return err
	}
	defer program.Close()
	return write(path, 0o755, program)
}

// write writes a file that is not there yet, and its folder.
func write(path string, mode os.FileMode, content io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(f, content)
	return errors.Join(err, f.Chmod(mode), f.Close()) // whatever the umask
}

// WriteNew writes settings to a path where there is no file yet.
func WriteNew(path string, settings []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("nothing is overwritten: %s is there already; choose another file with --output", path)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(settings)
	return errors.Join(err, f.Close())
}
