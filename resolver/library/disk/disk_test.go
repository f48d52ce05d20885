package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"lendlink/resolver/library/disk"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	regular, pipe, large := filepath.Join(dir, "a"), filepath.Join(dir, "pipe"), filepath.Join(dir, "large")
	if err := errors.Join(
		os.WriteFile(regular, []byte("text"), 0o600),
		os.WriteFile(large, make([]byte, 9<<20), 0o600),
		syscall.Mkfifo(pipe, 0o600),
		os.Symlink("a", filepath.Join(dir, "link")),
	); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		file string
		want error
	}{
		{"a", nil},
		{"link", nil},
		{"pipe", disk.ErrNotRegular},
		{".", disk.ErrNotRegular},
		{"large", disk.ErrTooLarge},
		{"none", os.ErrNotExist},
	} {
		text, err := disk.New().ReadRegular(filepath.Join(dir, tc.file))
		if !errors.Is(err, tc.want) || tc.want == nil && string(text) != "text" {
			t.Errorf("%s: %.10q, %v; want %v", tc.file, text, err, tc.want)
		}
	}
}

// A pipe without a writer behaves like a disk that does not answer.
func TestDiskThatHangs(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	d := disk.New()
	errs := make(chan error, 8)
	for range cap(errs) {
		go func() { _, err := d.Read(pipe); errs <- err }()
	}
	start := time.Now()
	for range cap(errs) {
		if err := <-errs; !errors.Is(err, disk.ErrHangs) {
			t.Errorf("%v, want %v", err, disk.ErrHangs)
		}
	}
	if _, err := d.Stat(dir); !errors.Is(err, disk.ErrHangs) {
		t.Errorf("one more look is taken: %v", err)
	}
	if took := time.Since(start); took > 5*disk.Timeout {
		t.Errorf("waited for %v", took)
	}
	// With a writer the disk answers again.
	w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if _, err := d.Stat(dir); err == nil {
			return
		} else if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}
