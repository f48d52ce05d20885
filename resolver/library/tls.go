package library

import (
	"net"
	"net/netip"
	"strings"
)

// TLS is how the service gets certificates by itself, from an authority that speaks ACME
// (RFC 8555).
type TLS struct {
	Hosts           []string         // the names that the service is reached under, in lower case
	Email           string           // where the authority reaches the operator; "" for nowhere
	Directory       string           // the authority's address; "" for Let's Encrypt
	ExternalAccount *ExternalAccount // nil where the authority asks for none
	RedirectListen  string           // where plain requests are redirected, as host:port; "" for nowhere
}

// ExternalAccount ties the service to an account that the operator has with the authority:
// its external account binding.
type ExternalAccount struct{ KeyID, MACKey string }

// The addresses of a service that has its own certificates, where nothing else is said.
const (
	defaultTLSListen      = ":443"
	defaultRedirectListen = ":80"
)

// noRedirects is the value of redirect_listen for nowhere.
const noRedirects = "off"

type fileTLS struct {
	Hosts           []string             `yaml:"hosts" validate:"required,min=1,max=100,unique,dive,host_name" hint:"a list of host names such as [ill.library.edu]"`
	Email           string               `yaml:"email" validate:"omitempty,email" hint:"an e-mail address"`
	Directory       string               `yaml:"directory" validate:"omitempty,https" hint:"the address of the authority's ACME directory, such as https://acme.authority.edu/directory"`
	ExternalAccount *fileExternalAccount `yaml:"external_account" hint:"what the authority gave you, such as {key_id: \"…\", mac_key: \"${ACME_MAC_KEY}\"}"`
	RedirectListen  string               `yaml:"redirect_listen" validate:"eq=off|listen_address" hint:"a port such as \":80\", an address and a port, or off"`
}

func (f *fileTLS) SetDefaults() { f.RedirectListen = defaultRedirectListen }

type fileExternalAccount struct {
	KeyID  string `yaml:"key_id" validate:"required" hint:"the key's name, as the authority gave it"`
	MACKey string `yaml:"mac_key" validate:"required,base64rawurl" hint:"the key, as the authority gave it"`
}

// settings turns what is under tls into what the program works with.
func (f *fileTLS) settings() *TLS {
	if f == nil {
		return nil
	}
	t := &TLS{Email: f.Email, Directory: f.Directory}
	for _, host := range f.Hosts {
		t.Hosts = append(t.Hosts, strings.ToLower(host))
	}
	if a := f.ExternalAccount; a != nil {
		t.ExternalAccount = &ExternalAccount{a.KeyID, a.MACKey}
	}
	if f.RedirectListen != noRedirects {
		t.RedirectListen = f.RedirectListen
	}
	return t
}

// The environment variables that name the folder of what is kept: the server's own, and that
// in which systemd names the StateDirectory of a unit.
const (
	StateVariable = "LENDLINK_STATE"
	SystemdState  = "STATE_DIRECTORY"
)

// doubtKeyFolder warns of certificates whose keys have no folder: the server would not start.
func (r *reader) doubtKeyFolder(f *fileSettings) {
	if f.TLS == nil || f.StateDir != "" || r.HasFailed("state_dir") {
		return
	}
	for _, name := range []string{StateVariable, SystemdState} {
		if folder, _ := r.env(name); folder != "" {
			return
		}
	}
	r.warn("tls", violation{"needs a folder for its keys: without one from " + StateVariable + " or systemd, the server does not start",
		"write `state_dir`, such as /var/lib/lendlink"})
}

// notHostName checks the name of a host, written alone, which can have a certificate.
func notHostName(s string) violation {
	alone := "write the host name alone"
	if scheme, rest, ok := strings.Cut(s, "://"); ok {
		if host, _, _ := strings.Cut(rest, "/"); notHostName(host) == (violation{}) {
			alone = "write " + host + " alone"
		}
		return violation{"begins with " + scheme + "://", alone}
	}
	if host, _, ok := strings.Cut(s, "/"); ok {
		if notHostName(host) == (violation{}) {
			alone = "write " + host + " alone"
		}
		return violation{"has a path", alone}
	}
	name, _, err := net.SplitHostPort(s)
	if _, notAddress := netip.ParseAddr(strings.Trim(s, "[]")); notAddress == nil || isAddress(name) {
		return violation{"is an IP address, which gets no certificate", ""}
	}
	if err == nil {
		return violation{"has a port", "leave it out: `listen` names it"}
	}
	if c := badName(s); c != (violation{}) {
		return c
	}
	if !strings.Contains(s, ".") {
		return violation{"is not a full host name", ""}
	}
	return violation{}
}

func isAddress(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil
}

// WrongWithHostName returns what is wrong with a host name, and what to do: "" for nothing.
func WrongWithHostName(s string) string { return notHostName(s).String() }
