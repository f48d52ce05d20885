package lookup

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
)

// caller is who we say we are.
type caller struct {
	agent string // the User-Agent
	email string // may be empty
}

// versionToken is what may be in a User-Agent as a version.
var versionToken = regexp.MustCompile(`^[A-Za-z0-9.+~_-]{1,64}$`)

// newCaller makes a User-Agent as the services ask for it:
// Lendlink/1.2 (mailto:ill@example.edu).
func newCaller(version, contact string) (caller, error) {
	c := caller{agent: "Lendlink"}
	if versionToken.MatchString(version) {
		c.agent += "/" + version
	}
	switch {
	case contact == "":
	case strings.HasPrefix(contact, "https://"):
		u, err := url.Parse(contact)
		if err != nil || u.Host == "" {
			return caller{}, fmt.Errorf("contact %q: not an address", contact)
		}
		c.agent += " (" + u.String() + ")"
	default:
		a, err := mail.ParseAddress(contact)
		if err != nil || a.Name != "" || a.Address != contact {
			return caller{}, fmt.Errorf("contact %q: neither an e-mail address nor an https address", contact)
		}
		c.email = contact
		c.agent += " (mailto:" + contact + ")"
	}
	return c, nil
}
