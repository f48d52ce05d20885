// Package primo serves Lendlink's script for the pages of Primo, the library's search:
// the script with the library's settings, the answers about links that it asks for, and
// what the setup guide shows of all this. Classic Primo VE and its new interface (NDE) are
// programs of their own without a published interface for such scripts; what is known of
// them comes from public customisations, and the guide says so.
//
// It knows net/http and the settings, no routes and no pages.
//
// It imports assets, citation, library, markdown, openaccess and resolver.
package primo

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"lendlink/resolver/library"
	"lendlink/resolver/web/markdown"
)

// What the source of the script has in the place of settings and styles.
const (
	settingsPlace = `"LENDLINK_SETTINGS"`
	stylesPlace   = `"LENDLINK_STYLE"`
)

// edition is the ECMAScript that browsers with classic Primo know.
const edition = 2017

// settings are a library's as the script reads them.
type settings struct {
	Code      string           `json:"code"`
	Base      string           `json:"base,omitempty"`
	Languages []string         `json:"languages"`
	Texts     map[string]texts `json:"texts"`
	Rules     [][]string       `json:"rules"`
	Loans     *loanSettings    `json:"loans,omitempty"`
	Link      linkSettings     `json:"link"`
}

// texts are what the script says itself, in a language.
type texts struct {
	Account string `json:"account"`
	Number  string `json:"number"` // with {1}
	Dialog  string `json:"dialog"`
	Close   string `json:"close"`
}

type loanSettings struct {
	Note       map[string][]run `json:"note"`
	Account    string           `json:"account,omitempty"`
	Number     bool             `json:"number,omitempty"`
	HideRenew  bool             `json:"hideRenew,omitempty"`
	PlainTitle bool             `json:"plainTitle,omitempty"`
}

// run is a text, whether it is bold, and the address that it leads to: as few of these
// as it needs.
type run []any

type linkSettings struct {
	NewPage    bool         `json:"newPage,omitempty"`
	Beside     library.Text `json:"beside"`
	HideSignIn bool         `json:"hideSignIn,omitempty"`
}

// Texts returns a text of the pages by language and key; a text may have {1} in it.
type Texts func(language, key string) string

// Script returns the script of a library, minified. Files has its source. Base is the
// library's address, such as https://ill.example.edu/demo; the script can do without
// where it is loaded from there.
func Script(files fs.FS, l *library.Library, text Texts, base string) ([]byte, error) {
	// JSON as Go writes it is JavaScript, and has no < that could end a script element.
	literal, err := json.Marshal(newSettings(l, text, base))
	if err != nil {
		return nil, fmt.Errorf("primo: %w", err)
	}
	return build(files, literal, "primo.js")
}

// AddOn returns the entry of the add-on for Primo's new interface: an ES module that knows
// the library's address by its own, which is base/primo-addon/remoteEntry.js.
func AddOn(files fs.FS, l *library.Library, text Texts) ([]byte, error) {
	literal, err := json.Marshal(newSettings(l, text, ""))
	if err != nil {
		return nil, fmt.Errorf("primo: %w", err)
	}
	literal = fmt.Appendf(nil, `Object.assign(%s,{base:new URL("..",import.meta.url).href.slice(0,-1)})`, literal)
	return build(files, literal, "primo.js", "addon.js")
}

// build puts source files into one, with settings and styles in them, and minifies them.
func build(files fs.FS, settings []byte, names ...string) ([]byte, error) {
	var source []byte
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("primo: %w", err)
		}
		source = append(source, b...)
	}
	style, err := fs.ReadFile(files, "primo.css")
	if err != nil {
		return nil, fmt.Errorf("primo: %w", err)
	}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.Add("text/javascript", &js.Minifier{Version: edition})
	if style, err = m.Bytes("text/css", style); err != nil {
		return nil, fmt.Errorf("primo: minify: %w", err)
	}
	script, err := m.Bytes("text/javascript", bytes.Replace(source, []byte(stylesPlace), quote(style), 1))
	if err != nil {
		return nil, fmt.Errorf("primo: minify: %w", err)
	}
	// The minifier writes escapes out, so it does not see the library's texts.
	if bytes.Count(script, []byte(settingsPlace)) != 1 || bytes.Contains(script, []byte(stylesPlace)) {
		return nil, fmt.Errorf("primo: the source does not hold %s and %s once", settingsPlace, stylesPlace)
	}
	return bytes.Replace(script, []byte(settingsPlace), settings, 1), nil
}

// ForPackage returns [Script] as it can be in a file between other scripts.
func ForPackage(files fs.FS, l *library.Library, text Texts, base string) ([]byte, error) {
	script, err := Script(files, l, text, base)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "/* Lendlink for %s */\n;%s;\n", l.Code, script), nil
}

// quote makes a JavaScript string of a stylesheet, which has no backslash and no line break.
func quote(style []byte) []byte {
	return []byte("\"" + strings.ReplaceAll(string(style), `"`, `\"`) + "\"")
}

func newSettings(l *library.Library, text Texts, base string) settings {
	s := settings{Code: l.Code, Base: strings.TrimSuffix(base, "/"), Languages: l.Languages, Texts: map[string]texts{}, Rules: [][]string{}}
	for _, language := range l.Languages {
		t := func(key string) string { return text(language, key) }
		s.Texts[language] = texts{Account: t("primo.account"), Number: t("primo.number"), Dialog: t("primo.dialog"), Close: t("primo.close")}
	}
	p := l.Primo
	if p == nil { // the script that libraries have in their pages does nothing
		s.Link = linkSettings{NewPage: true, Beside: library.Text{}}
		return s
	}
	s.Link = linkSettings(p.Link)
	if s.Link.Beside == nil {
		s.Link.Beside = library.Text{}
	}
	if p.Loans == nil {
		return s
	}
	for _, r := range Rules(p.Loans) {
		s.Rules = append(s.Rules, append([]string{strings.Join(r.Fields, " "), string(r.Test)}, r.Values...))
	}
	s.Loans = &loanSettings{
		Note: map[string][]run{}, Account: p.Loans.Account, Number: p.Loans.RequestNumber,
		HideRenew: p.Loans.HideRenew, PlainTitle: p.Loans.PlainTitle,
	}
	for language, note := range p.Loans.Note {
		s.Loans.Note[language] = runs(note)
	}
	return s
}

func runs(note string) []run {
	list := []run{}
	for _, r := range markdown.Runs(note) {
		made := run{r.Text}
		if r.Bold || r.Address != "" {
			made = append(made, r.Bold)
		}
		if r.Address != "" {
			made = append(made, r.Address)
		}
		list = append(list, made)
	}
	return list
}
