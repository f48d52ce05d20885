package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"lendlink/cmd/lendlink/starter"
	"lendlink/resolver/library"
)

// initOptions are the options of init besides the answers.
type initOptions struct {
	answers starter.Answers
	output  string
	systemd bool
	root    string
}

func initCommand() *cobra.Command {
	var o initOptions
	c := &cobra.Command{
		Use:   "init [OPTIONS]",
		Short: "Write a first settings file",
		Long: `On a terminal it asks for what it needs to know. With any of these options, or
without a terminal, it asks nothing. The settings are checked before they are written,
and nothing is overwritten. With --systemd, as root, it also installs the service:
settings in /etc/lendlink, the unit, its user and the program.
`,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("root") && !o.systemd {
				return usagef("--root is for --systemd; without it, --output names the file to write")
			}
			return o.run(c)
		},
	}
	for i := range starter.Questions {
		q := &starter.Questions[i]
		c.Flags().StringVar(q.Answer(&o.answers), q.Option, "", q.Usage)
	}
	c.Flags().StringVar(&o.output, "output", "lendlink.yaml", "the `FILE` to write")
	c.Flags().BoolVar(&o.systemd, "systemd", false, "install the service as well")
	c.Flags().StringVar(&o.root, "root", "/", "the `FOLDER` that --systemd takes for the root of the machine, for packages")
	return c
}

func (o *initOptions) run(c *cobra.Command) error {
	if o.systemd {
		if o.root == "/" && os.Geteuid() != 0 {
			return errors.New("--systemd needs root: use sudo, or --root for a package")
		}
		o.output = starter.SettingsPath
	}
	if err := o.gather(c); err != nil {
		return err
	}
	if err := o.answers.Check(o.output); err != nil {
		return err
	}
	settings := o.answers.Settings(o.output)
	if !o.systemd {
		if err := starter.WriteNew(o.output, settings); err != nil {
			return err
		}
	} else if err := o.install(c, settings); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "Written: %s\n", o.written())
	if assumed := o.answers.Assumed(); assumed != "" {
		fmt.Fprintln(c.OutOrStdout(), assumed)
	}
	o.warn(c.ErrOrStderr())
	_, err := io.WriteString(c.OutOrStdout(), o.next())
	return err
}

// gather asks for the answers, on a terminal.
func (o *initOptions) gather(c *cobra.Command) error {
	for _, q := range starter.Questions {
		if c.Flags().Changed(q.Option) {
			return nil
		}
	}
	in, isFile := c.InOrStdin().(*os.File)
	if !isFile || !term.IsTerminal(int(in.Fd())) {
		return usagef("there is no terminal to ask on; give at least --name")
	}
	var err error
	o.answers, err = starter.Ask(in, c.OutOrStdout())
	return err
}

func (o *initOptions) install(c *cobra.Command, settings []byte) error {
	if err := starter.Install(o.root, settings, o.answers.OwnTLS()); err != nil {
		return err
	}
	if o.root != "/" {
		return nil
	}
	for _, command := range [][]string{{"systemd-sysusers"}, {"systemctl", "daemon-reload"}} {
		if out, err := exec.CommandContext(c.Context(), command[0], command[1:]...).CombinedOutput(); err != nil {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %v\n%s", command[0], err, out)
		}
	}
	return nil
}

// written returns where the settings file is.
func (o *initOptions) written() string {
	if o.systemd {
		return filepath.Join(o.root, o.output)
	}
	return o.output
}

// warn prints what check would warn of.
func (o *initOptions) warn(w io.Writer) {
	checked, err := library.NewChecker(time.Now()).Check(o.written())
	if err != nil {
		return // it has just been written and was in order
	}
	for _, p := range checked.Problems {
		fmt.Fprintf(w, "\n%s", p)
	}
}

// next says what to do now.
func (o *initOptions) next() string {
	base := o.answers.Base()
	text := "\nNext:\n  1. Start it:\n" + o.start()
	switch {
	case o.answers.Host == "":
		text += "     and open " + base + "/ on this machine.\n" +
			"  2. Give it a host name, and a certificate with tls in the settings or by a web server in front:\n" +
			"     docs/operations.md says how.\n"
	case o.answers.OwnTLS():
		text += "  2. Let " + o.answers.Host + " lead to this machine, with ports 80 and 443 open to the internet. The certificate comes\n" +
			"     within a minute; the log says so, or why it does not.\n"
	default:
		text += "  2. Let the web server for https://" + o.answers.Host + "/ pass requests on to 127.0.0.1:8080. With Caddy:\n" +
			indent + o.answers.Host + " {\n" + indent + "    reverse_proxy 127.0.0.1:8080\n" + indent + "}\n"
	}
	text += "  3. Open " + base + "/setup and copy the address for Alma, Primo and your databases:\n" +
		"         " + base + "/openurl?\n"
	if o.systemd {
		undo := strings.TrimSpace(starter.Undo(o.answers.OwnTLS()))
		text += "\nTo undo it all:\n" + "    " + strings.ReplaceAll(undo, "\n", "\n    ") + "\n"
	}
	return text
}

// indent is before commands to type.
const indent = "         "

// start is the commands that start the server.
func (o *initOptions) start() string {
	program := invoked(os.Args[0])
	service := o.systemd || o.output == starter.SettingsPath // a package has installed it
	switch {
	case service && o.answers.OwnTLS():
		return indent + "systemctl enable --now " + starter.TLSSocket + "\n" + indent + "systemctl enable --now lendlink\n"
	case service:
		return indent + "systemctl enable --now lendlink\n"
	case o.answers.OwnTLS() && program == goRun:
		return indent + "go build ./cmd/lendlink\n" + ownPorts("./lendlink", o.output)
	case o.answers.OwnTLS():
		return ownPorts(program, o.output)
	}
	return indent + program + " --config " + o.output + "\n"
}

// ownPorts is the commands that start the server on ports of root's.
func ownPorts(program, settings string) string {
	return indent + `sudo setcap cap_net_bind_service=+ep "$(command -v ` + program + `)"    # for ports 80 and 443` + "\n" +
		indent + program + " --config " + settings + "\n"
}

const goRun = "go run ./cmd/lendlink"

// invoked is how the program is started again, from how it was started.
func invoked(program string) string {
	switch {
	case strings.Contains(program, "go-build"): // where go run puts it
		return goRun
	case strings.Contains(program, "/"): // a name alone is looked up in PATH
		return program
	}
	return "lendlink"
}
