package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/primo"
	"lendlink/static"
	"lendlink/templates"
)

func primoCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "primo [OPTIONS]",
		Short: "Print the script for Primo's customization package",
		Long: `The script puts a note on interlibrary loans in My Account and opens requests in
place, by the library's settings under "primo". Put it into js/custom.js of the
package, after what is there. It is the same as the web app's /LIBRARY/primo.js,
which follows the settings by itself; print it again after they have changed.
`,
	}
	from.configFlag(c)
	from.libraryFlag(c)
	from.baseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		lib, address, err := from.libraryAt()
		if err != nil {
			return err
		}
		if lib.Primo == nil {
			return fmt.Errorf("the settings of library %q have nothing under `primo`; see lendlink help primo", lib.Code)
		}
		localizers, err := locale.Load(templates.Files)
		if err != nil {
			return err
		}
		text := func(language, key string) string { return localizers[language].T(key) }
		script, err := primo.ForPackage(static.Files, lib, text, address)
		if err != nil {
			return err
		}
		_, err = c.OutOrStdout().Write(script)
		return err
	}
	return c
}
