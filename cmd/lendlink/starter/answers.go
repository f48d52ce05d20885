// Package starter writes a first settings file from a few answers, and installs what
// runs it under systemd. It may import resolver/library and below.
package starter

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// Answers are what a first settings file needs to know.
type Answers struct {
	Name      string // of the library
	Code      string // "" for one made of the name
	Service   string // "" for the one whose form's address has the shape of URL
	URL       string // of the form
	Proxy     string
	Contact   string
	Languages string // with commas between them
	Lookup    string // yes or no
	Host      string // under which patrons reach Lendlink
	TLS       string // yes or no: whether it gets the certificate for the host itself
}

//go:embed settings.yaml.tmpl
var settingsText string

var settingsTemplate = template.Must(template.New("settings").Funcs(template.FuncMap{"quote": quote}).Parse(settingsText))

// quote writes a value as YAML does, in double quotes.
func quote(value string) string {
	return strings.ReplaceAll(strconv.Quote(value), "${", "$${")
}

// Settings returns the settings file, to be written at a path.
func (a Answers) Settings(path string) []byte {
	a = a.complete()
	var b bytes.Buffer
	data := struct {
		Answers
		Path      string
		NeedsKeys bool
		AllCodes  []string
		OwnTLS    bool
		Email     string // for the authority
		StateDir  string
	}{a, path, requestform.Service(a.Service).NeedsKeys(), strings.FieldsFunc(a.Languages, isSeparator), a.OwnTLS(), a.Contact, stateDir(path)}
	if !strings.Contains(a.Contact, "@") {
		data.Email = ""
	}
	if err := settingsTemplate.Execute(&b, data); err != nil {
		panic(err) // the template is our own, and its tests run every branch
	}
	return b.Bytes()
}

// complete fills in what follows from other answers.
func (a Answers) complete() Answers {
	if a.Code == "" {
		a.Code = codeOf(a.Name)
	}
	if a.Service == "" {
		a.Service = string(serviceOf(a.URL))
	}
	if a.Languages == "" {
		a.Languages = library.Languages[0]
	}
	a.Host = strings.TrimSuffix(strings.TrimPrefix(a.Host, "https://"), "/")
	return a
}

// Base is the address under which patrons reach the library.
func (a Answers) Base() string {
	a = a.complete()
	if a.Host == "" {
		return "http://localhost:8080/" + a.Code
	}
	return "https://" + a.Host + "/" + a.Code
}

// OwnTLS reports whether Lendlink gets its certificate itself.
func (a Answers) OwnTLS() bool { return a.TLS == "yes" && a.Host != "" }

// stateDir is the folder of what is kept: the one that systemd makes for the service, or one
// beside a settings file.
func stateDir(path string) string {
	if path == SettingsPath {
		return statePath
	}
	return "lendlink-state"
}

func isSeparator(r rune) bool { return r == ',' || r == ' ' }

var notInCode = regexp.MustCompile(`[^a-z0-9]+`)

// codeOf makes a code of a library's name: "Université de Nice" is universite-de-nice.
func codeOf(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
	code := notInCode.ReplaceAllString(plain, "-")
	if len(code) > 32 {
		code = code[:32]
	}
	return strings.Trim(code, "-")
}

// serviceOf returns the first service with addresses of this shape: the practice form
// for no address, Tipasa for one of no known shape.
func serviceOf(address string) requestform.Service {
	if address == "" {
		return requestform.PracticeForm
	}
	for _, s := range requestform.Services() {
		if !s.Local() && !s.NeedsKeys() && s.Fits(address) {
			return s
		}
	}
	return requestform.Tipasa
}

var hostName = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)

// Check reports what is wrong with the answers, as the check of a settings file does.
func (a Answers) Check(path string) error {
	if host := a.complete().Host; host != "" && !hostName.MatchString(host) {
		return fmt.Errorf("%q is not a host name such as ill.library.edu", a.Host)
	}
	for name, answer := range map[string]string{"lookup": a.Lookup, "tls": a.TLS} {
		if !slices.Contains([]string{"", "yes", "no"}, answer) {
			return fmt.Errorf("%s must be yes or no, not %q", name, answer)
		}
	}
	if a.TLS == "yes" && a.Host == "" {
		return errors.New("a certificate is for a host name: give one with --host")
	}
	_, err := library.Parse(path, a.Settings(path), noVariable)
	return err
}

func noVariable(string) (string, bool) { return "", false }
