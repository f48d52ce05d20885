package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The image has nothing but the program: it must need no library, and be for the platform
// that is asked for, not for the builder's.
func TestImageIsBuiltForItsPlatform(t *testing.T) {
	dir := t.TempDir()
	for name, script := range map[string]string{
		"go":    "#!/bin/sh\n[ \"$1\" = build ] || exit 0\necho \"$CGO_ENABLED $GOOS $GOARCH $*\" >>" + dir + "/built\n",
		"mkdir": "#!/bin/sh\n",
	} {
		if err := os.Chmod(write(t, filepath.Join(dir, name), script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.ReplaceAll(read(t, "../Dockerfile"), "\\\n", "")
	for line := range strings.Lines(lines) {
		step, isRun := strings.CutPrefix(line, "RUN ")
		if !isRun {
			continue
		}
		c := exec.Command("sh", "-c", step)
		c.Env = []string{"PATH=" + dir, "TARGETOS=plan9", "TARGETARCH=arm64", "VERSION=v1.2.3"}
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", step, err, out)
		}
	}
	built := read(t, filepath.Join(dir, "built"))
	if !strings.HasPrefix(built, "0 plan9 arm64 build ") || !strings.Contains(built, "main.release=v1.2.3") {
		t.Errorf("Go is asked for %q", built)
	}
}
