package packages

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func run(t *testing.T, env []string, program string, args ...string) string {
	t.Helper()
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), env...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// A package holds the program, its unit and user, man pages, completions, licences, and
// no settings: those are the operator's, and an upgrade leaves them alone.
func TestPackages(t *testing.T) {
	if _, err := exec.LookPath("dpkg-deb"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("dpkg-deb is missing")
		}
		t.Skip("dpkg-deb is missing: the packages were not checked")
	}
	dir := t.TempDir()
	program, stage := filepath.Join(dir, "lendlink"), filepath.Join(dir, "stage")
	run(t, nil, "go", "build", "-C", "../..", "-o", program, "./cmd/lendlink")
	run(t, nil, "./stage", stage, program, program)
	env := []string{"STAGE=" + stage, "ARCH=amd64", "VERSION=v1.2.3", "MAINTAINER=Lendlink <lendlink@library.example>", "HOMEPAGE=https://library.example/"}
	for _, kind := range []string{"deb", "rpm"} {
		run(t, env, "go", "tool", "nfpm", "package", "--config", "nfpm.yaml", "--packager", kind, "--target", filepath.Join(dir, "lendlink."+kind))
	}
	deb := filepath.Join(dir, "lendlink.deb")
	listing := run(t, nil, "dpkg-deb", "--contents", deb)
	for _, want := range []string{
		"-rwxr-xr-x root/root", "./usr/bin/lendlink\n", "./usr/lib/systemd/system/lendlink.service\n", "./usr/lib/systemd/system/lendlink.socket\n",
		"./usr/lib/systemd/system/lendlink-tls.socket\n",
		"./usr/lib/sysusers.d/lendlink.conf\n", "./usr/share/man/man1/lendlink.1.gz\n", "./usr/share/man/man1/lendlink-check.1.gz\n",
		"./usr/share/bash-completion/completions/lendlink\n", "./usr/share/doc/lendlink/copyright\n", "./usr/share/doc/lendlink/LICENSES.txt\n",
		"./usr/share/doc/lendlink/CHANGELOG.md\n", "./etc/lendlink/\n",
	} {
		if !strings.Contains(listing, want) {
			t.Errorf("the package has no %q:\n%s", want, listing)
		}
	}
	if strings.Contains(listing, "./etc/lendlink/lendlink.yaml") {
		t.Error("the package has settings, which would meet the operator's")
	}
	if info := run(t, nil, "dpkg-deb", "--field", deb, "Package", "Version", "Architecture"); info != "Package: lendlink\nVersion: 1.2.3\nArchitecture: amd64\n" {
		t.Errorf("the package is\n%s", info)
	}
	into := filepath.Join(dir, "into")
	run(t, nil, "dpkg-deb", "--extract", deb, into)
	unit, err := os.ReadFile(filepath.Join(into, "usr/lib/systemd/system/lendlink.service"))
	if err != nil || strings.Contains(string(unit), "/usr/local/") || !strings.Contains(string(unit), "ExecStart=/usr/bin/lendlink serve") {
		t.Errorf("the unit does not start the package's program: %v\n%s", err, unit)
	}
	licences, err := os.ReadFile(filepath.Join(into, "usr/share/doc/lendlink/LICENSES.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, linked := range []string{"github.com/labstack/echo/v4 v4.", "github.com/spf13/cobra v1.", "golang.org/x/text v0."} {
		if !strings.Contains(string(licences), "\n"+linked) {
			t.Errorf("no licence of %s", linked)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "lendlink.rpm")); err != nil || info.Size() < 1<<20 {
		t.Errorf("the .rpm: %v", err)
	}
}
