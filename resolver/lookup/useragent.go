package lookup

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
)

// userAgent is how Lendlink names itself to the services.
type userAgent struct {
	header string // User-Agent
	email  string // may be empty
}

// versionToken is what may be in a User-Agent as a version.
var versionToken = regexp.MustCompile(`^[A-Za-z0-9.+~_-]{1,64}$`)

// newUserAgent makes a User-Agent as the services ask for it:
// Lendlink/1.2 (mailto:ill@example.edu).
func newUserAgent(version, contact string) (userAgent, error) {
	a := userAgent{header: "Lendlink"}
	if versionToken.MatchString(version) {
		a.header += "/" + version
	}
	switch {
	case contact == "":
	case strings.HasPrefix(contact, "https://"):
		u, err := url.Parse(contact)
		if err != nil || u.Host == "" {
			return userAgent{}, fmt.Errorf("contact %q: not an address", contact)
		}
		a.header += " (" + u.String() + ")"
	default:
		m, err := mail.ParseAddress(contact)
		if err != nil || m.Name != "" || m.Address != contact {
			return userAgent{}, fmt.Errorf("contact %q: neither an e-mail address nor an https address", contact)
		}
		a.email = contact
		a.header += " (mailto:" + contact + ")"
	}
	return a, nil
}
