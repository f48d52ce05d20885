package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

// forms are the addresses that the settings change between. They are of one
// length, so that what is left out to keep a length is the same for both.
var forms = [...]string{
	"https://12345.account.worldcat.org/profile/route/openurl?",
	"https://54321.account.worldcat.org/profile/route/openurl?",
}

func goodSettings(admin, form string) string {
	return fmt.Sprintf(`
admin_listen: %q
libraries:
  - code: demo
    name: "Demo Library"
    form: {service: tipasa, url: %q}
  - code: careful
    name: "Careful Library"
    form: {service: practice}
    confirm: always
`, admin, form)
}

const badSettings = "libraries: [{code: demo, form: {service: carrier-pigeon}}]\n"

// write puts new settings in the place of the old ones, never half of them.
func (s *subject) write(text string) error {
	fresh := s.settings + ".new"
	if err := os.WriteFile(fresh, []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, s.settings)
}

// changeSettings writes new settings each second and signals the server. Every
// fifth time they are bad, and the ones before must stay in use.
func (s *subject) changeSettings(ctx context.Context, known []answer, found *findings) {
	client := &rawClient{address: s.address}
	defer client.hangUp()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for n, form := 1, forms[0]; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		text := badSettings
		if n%5 != 0 {
			form = forms[n%len(forms)]
			text = goodSettings(s.admin, form)
		}
		if err := s.write(text); err != nil {
			found.add("settings", err)
			return
		}
		if err := s.Signal(syscall.SIGHUP); err != nil {
			found.add("settings", err)
			return
		}
		if err := leadsTo(ctx, client, form, known, found); err != nil {
			found.add("settings", fmt.Errorf("after change %d %w", n, err))
		}
	}
}

// How long new settings may take until they are in use, under all the load, and how often that is asked.
const reloadTimeout, reloadInterval = 10 * time.Second, 300 * time.Millisecond

// leadsTo asks until a link leads to a form, and returns an error if it does not in time.
func leadsTo(ctx context.Context, client *rawClient, form string, known []answer, found *findings) error {
	for began := time.Now(); ; {
		time.Sleep(reloadInterval) // what was refused would be in use by now
		found.queried.Add(1)
		got, err := client.get("/demo/openurl?" + redirecting(known).link)
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(got.location(), form), ctx.Err() != nil:
			return nil
		case time.Since(began) > reloadTimeout:
			return fmt.Errorf("a link leads to %q, not to %s", got.location(), form)
		}
	}
}
