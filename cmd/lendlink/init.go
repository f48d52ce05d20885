package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"lendlink/cmd/lendlink/starter"
	"lendlink/resolver/library"
)

// initOptions are the options of init beside the answers.
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
		RunE: func(c *cobra.Command, _ []string) error { return o.run(c) },
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
	fmt.Fprintf(c.OutOrStdout(), "Written: %s\n", o.output)
	o.warn(c.ErrOrStderr())
	_, err := io.WriteString(c.OutOrStdout(), o.next())
	return err
}

// gather asks for the answers, if there is somebody to ask.
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
	if err := starter.Install(o.root, settings); err != nil {
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

// warn prints what check would warn of.
func (o *initOptions) warn(w io.Writer) {
	path := o.output
	if o.systemd {
		path = o.root + o.output
	}
	checked, err := library.NewChecker(time.Now()).Check(path)
	if err != nil {
		return // it has just been written and was in order
	}
	for _, p := range checked.Problems {
		fmt.Fprintf(w, "\n%s", p)
	}
}

// next says what to do now.
func (o *initOptions) next() string {
	start := "lendlink --config " + o.output
	if o.systemd {
		start = "systemctl enable --now lendlink"
	}
	base := o.answers.Base()
	text := "\nNext:\n  1. Start it:\n         " + start + "\n"
	if o.answers.Host == "" {
		text += "     and open " + base + "/ on this machine.\n" +
			"  2. Give it a host name and a web server with a certificate: docs/operations.md says how.\n"
	} else {
		text += "  2. Let the web server for https://" + o.answers.Host + "/ pass requests on to 127.0.0.1:8080. With Caddy:\n" +
			"         " + o.answers.Host + " { reverse_proxy 127.0.0.1:8080 }\n"
	}
	text += "  3. Open " + base + "/setup and copy the address for Alma, Primo and your databases:\n" +
		"         " + base + "/openurl?\n"
	if o.systemd {
		text += "\nTo undo it all:\n" + "    " + strings.ReplaceAll(strings.TrimSpace(starter.Undo), "\n", "\n    ") + "\n"
	}
	return text
}
