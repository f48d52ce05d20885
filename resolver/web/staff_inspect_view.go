package web

import (
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
	"lendlink/resolver/web/locale"
)

// stepLine is one pair of the link and what became of it, as the page shows it.
type stepLine struct {
	Key      string
	Value    string // "" when it may have been personal
	Raw      string // as sent, where decoding it plainly does not give Value
	Status   resolver.KeyStatus
	Became   []locale.Fact
	Warnings warning.List
}

func stepLines(r *resolver.Resolution) []stepLine {
	steps := r.KeyReports()
	lines := make([]stepLine, len(steps))
	for i, s := range steps {
		lines[i] = stepLine{Key: s.Pair.Key, Value: s.Pair.Value, Status: s.Status, Warnings: s.Warnings}
		if s.Pair.Personal {
			lines[i].Value, lines[i].Warnings = "", nil // that it was removed says all
			continue
		}
		if s.Pair.Raw != "" && repaired(s.Pair.Raw, s.Pair.Value) {
			lines[i].Raw = s.Pair.Raw
		}
		if s.Status == resolver.Superseded {
			lines[i].Warnings = append(lines[i].Warnings, refused(r.Warnings, s.Pair.Value)...)
		}
		for _, name := range s.Fields {
			lines[i].Became = append(lines[i].Became, locale.Fact{Name: name, Value: valueOf(r, name)})
		}
	}
	return lines
}

// refused returns the warnings that name a value and not its key: it was left out for
// what it is.
func refused(all warning.List, value string) warning.List {
	var found warning.List
	for _, w := range all {
		if w.Detail == value && value != "" {
			found = append(found, w)
		}
	}
	return found
}

// repaired reports whether more than plain decoding makes the value of a piece.
func repaired(raw, value string) bool {
	_, sent, _ := strings.Cut(raw, "=")
	plain, err := url.QueryUnescape(sent)
	return err != nil || strings.TrimSpace(norm.NFC.String(plain)) != strings.TrimSpace(value)
}

// valueOf returns what a pair became: a field of the citation by its CSL name, or the
// link's source.
func valueOf(r *resolver.Resolution, name string) string {
	switch name {
	case "source":
		return r.Source
	case "type":
		return string(r.Citation.Type)
	}
	if f := citation.FieldNamed(name); f != nil {
		return f.Value(&r.Citation)
	}
	return ""
}

// sentLine is one key of the outgoing address.
type sentLine struct {
	Key, Value string
	Length     int // in the address, with key and separator
}

func sentLines(sent []requestform.Param, filled string) []sentLine {
	lines := make([]sentLine, len(sent))
	pieces := strings.Split(filled, "&")
	for i, p := range sent {
		lines[i] = sentLine{Key: p.Key, Value: p.Value}
		if i < len(pieces) {
			lines[i].Length = len(pieces[i]) + len("&")
		}
	}
	return lines
}
