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
		time.Sleep(600 * time.Millisecond) // by then they have to be in use
		found.queried.Add(1)
		got, err := client.get("/demo/openurl?" + redirecting(known).link)
		if err == nil && !strings.HasPrefix(got.location(), form) {
			err = fmt.Errorf("after change %d a link leads to %q, not to %s", n, got.location(), form)
		}
		if err != nil {
			found.add("settings", err)
		}
	}
}
