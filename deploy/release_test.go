package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A release of uncommitted files could not be reproduced.
func TestReleaseRefusesADirtyTree(t *testing.T) {
	need(t, "git")
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "deploy"), 0o700); err != nil {
		t.Fatal(err)
	}
	script := write(t, filepath.Join(dir, "deploy", "release"), read(t, "release"))
	if out, err := exec.Command("git", "init", "-q", dir).CombinedOutput(); err != nil {
		t.Fatalf("git init: %v\n%s", err, out)
	}
	out, err := exec.Command("bash", script, "v1.2.3").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "commit these changes before a release:\n?? deploy/") {
		t.Errorf("deploy/release in a dirty tree: %v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "dist")); err == nil {
		t.Error("it has begun a release nevertheless")
	}
}
