// Package starter writes a first settings file from a few answers, and installs what
// runs it under systemd. It may import resolver/library and below.
package starter

import (
	"bytes"
	_ "embed"
	"fmt"
	"regexp"
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

var settingsTemplate = template.Must(
	template.New("settings").Funcs(template.FuncMap{"quote": quote, "join": strings.Join}).Parse(settingsText))

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
		Known     []string // languages
		OwnTLS    bool
		Email     string // for the authority
		StateDir  string
	}{
		a, path, requestform.Service(a.Service).NeedsKeys(), strings.FieldsFunc(a.Languages, isSeparator), library.Languages,
		a.OwnTLS(), a.Contact, stateDir(path),
	}
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
// next to a settings file.
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

// serviceOf returns the first service that recognizes this address: the practice form for no
// address, Tipasa for one that none does.
func serviceOf(address string) requestform.Service {
	if address == "" {
		return requestform.PracticeForm
	}
	for _, s := range requestform.Services() {
		if s.Recognizes(address) {
			return s
		}
	}
	return requestform.Tipasa
}

// Assumed says which service was taken and why, where the answers do not name one; "" where
// they do.
func (a Answers) Assumed() string {
	if a.Service != "" {
		return ""
	}
	s := serviceOf(a.URL)
	why := "as --url has the shape of its addresses"
	switch {
	case a.URL == "":
		why = "as there is no --url"
	case !s.Recognizes(a.URL):
		why = "as no service is known by the shape of --url"
	}
	return fmt.Sprintf("The service is %s (%s), %s; --service names another.", s, s.Title(), why)
}

func noVariable(string) (string, bool) { return "", false }
