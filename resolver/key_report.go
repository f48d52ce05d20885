package resolver

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// KeyStatus is what became of a pair of the link.
type KeyStatus string

// The statuses.
const (
	Used       KeyStatus = "used"        // its value is in the citation
	Superseded KeyStatus = "superseded"  // the value of its field is from another pair
	NotOfType  KeyStatus = "not-of-type" // the type of item does not have its field
	Unused     KeyStatus = "unused"      // it is about the item, but its value is in no field
	Empty      KeyStatus = "empty"       // its value says nothing
	Personal   KeyStatus = "personal"    // it may hold personal data and was removed
	Other      KeyStatus = "other"       // it is not about the wanted item
)

// statusWords are the statuses in the words of reports and pages.
var statusWords = map[KeyStatus]string{
	Used:       "used",
	Superseded: "not used: another value was taken",
	NotOfType:  "not used: this type of item has no such field",
	Unused:     "not used: it adds nothing",
	Empty:      "ignored: empty",
	Personal:   "removed: may be personal",
	Other:      "ignored: not about the item",
}

// KeyReport is one pair of the link and what became of it: a line of the inspection.
type KeyReport struct {
	Key      string
	Value    string // "" if it may be personal
	Raw      string // as sent, where decoding it plainly does not result in Value
	Status   KeyStatus
	Fields   []citation.Detail // the fields of the citation that it is in; "type" and "source" for what it helped to decide
	Warnings warning.List
}

// KeyReports returns what became of every pair of the link, in the order sent.
func (r *Resolution) KeyReports() []KeyReport {
	reports, about := make([]KeyReport, len(r.Link.Pairs)), r.warningsByPair()
	for i := range reports {
		reports[i] = r.keyReport(i, about[i])
	}
	return reports
}

func (r *Resolution) keyReport(pair int, about warning.List) KeyReport {
	p := r.Link.Pairs[pair]
	report := KeyReport{Key: p.Key, Status: keyStatus(p)}
	if p.Personal {
		return report // nothing else may be said of it
	}
	report.Value, report.Warnings = p.Value, about
	if isRepaired(p.Raw, p.Value) {
		report.Raw = p.Raw
	}
	for _, used := range r.Used {
		named := func(d citation.Detail) bool { return d.Name == used.Field }
		if value := r.valueOf(used.Field); used.Pair == pair && value != "" && !slices.ContainsFunc(report.Fields, named) {
			report.Fields = append(report.Fields, citation.Detail{Name: used.Field, Value: value})
		}
	}
	if what := decides[p.Field]; what != "" && report.Status == Unused {
		report.Fields = append(report.Fields, citation.Detail{Name: what, Value: r.valueOf(what)})
	}
	switch {
	case report.Fields != nil:
		report.Status = Used
	case report.Status == Unused:
		report.Status = r.whyUnused(p)
	}
	return report
}

// Outcome returns in words what became of a pair that is in no field.
func (k *KeyReport) Outcome() string {
	refuses := func(w warning.Warning) bool { return w.Code != warning.EncodingRepaired }
	unused := k.Status == Unused || k.Status == Superseded || k.Status == NotOfType
	if unused && slices.ContainsFunc(k.Warnings, refuses) {
		return "left out"
	}
	return statusWords[k.Status]
}

// isRepaired reports whether more than plain decoding makes the value of a pair.
func isRepaired(raw, value string) bool {
	_, sent, _ := strings.Cut(raw, "=")
	plain, _ := url.QueryUnescape(sent) // "" where it cannot be decoded
	return strings.TrimSpace(norm.NFC.String(plain)) != strings.TrimSpace(value)
}

// valueOf returns a field of the citation by its CSL name, its type, or the link's source.
func (r *Resolution) valueOf(name string) string {
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

// decides are the keys whose values are in no field of the citation, and what they help to decide.
var decides = map[openurl.Field]string{
	openurl.Genre: "type", openurl.Format: "type", openurl.ObjectType: "type", openurl.DCType: "type", openurl.Degree: "type",
	openurl.RfrID: "source", openurl.Sid: "source",
}

func keyStatus(p openurl.Pair) KeyStatus {
	switch {
	case p.Personal:
		return Personal
	case p.Empty:
		return Empty
	case p.Field == openurl.NoField, p.Field == openurl.MMSID:
		return Other
	}
	return Unused
}

// warningsByPair returns the warnings about each pair, by its place in the link.
func (r *Resolution) warningsByPair() []warning.List {
	about := make([]warning.List, len(r.Link.Pairs))
	for _, w := range r.Warnings {
		if i := r.pairOf(w); i >= 0 && !slices.Contains(about[i], w) {
			about[i] = append(about[i], w)
		}
	}
	return about
}
