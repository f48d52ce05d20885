package resolver

import (
	"slices"
	"strings"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// KeyStatus is what became of a pair of the link.
type KeyStatus string

// The statuses.
const (
	Used       KeyStatus = "used"       // it gave a field of the citation
	Superseded KeyStatus = "superseded" // it means a field, but another pair said it first or better, or the type has no such field
	Empty      KeyStatus = "empty"      // its value says nothing
	Personal   KeyStatus = "personal"   // it may hold personal data and was removed
	Other      KeyStatus = "other"      // it is not about the wanted item
)

// statusWords are the statuses as reports and pages say them.
var statusWords = map[KeyStatus]string{
	Used:       "used",
	Superseded: "not needed: said by another key, or no field of this type",
	Empty:      "ignored: empty",
	Personal:   "removed: may be personal",
	Other:      "ignored: not about the item",
}

// Words returns the status in words.
func (s KeyStatus) Words() string { return statusWords[s] }

// The headings of the parts of a report.
const (
	ItemHeading     = "Found"
	PairsHeading    = "As sent"
	SentHeading     = "Sent to the request form"
	WarningsHeading = "Repairs and warnings"
)

// KeyReport is one pair of the link and what became of it: a line of the inspection.
type KeyReport struct {
	Pair     openurl.Pair
	Status   KeyStatus
	Fields   []string // the fields of the citation it gave, by their CSL names
	Warnings warning.List
}

// KeyReports returns what became of every pair of the link, in the order sent.
func (r *Resolution) KeyReports() []KeyReport {
	reports := make([]KeyReport, len(r.Link.Pairs))
	for i, p := range r.Link.Pairs {
		reports[i] = KeyReport{Pair: p, Status: keyStatus(p), Warnings: about(r.Warnings, p.Key)}
	}
	for _, f := range r.Used {
		s := &reports[f.Pair]
		s.Status = Used
		if !slices.Contains(s.Fields, f.Field) {
			s.Fields = append(s.Fields, f.Field)
		}
	}
	for i := range reports {
		if what := decides[reports[i].Pair.Field]; what != "" && reports[i].Status == Superseded {
			reports[i].Status, reports[i].Fields = Used, []string{what}
		}
	}
	return reports
}

// decides are the keys that give no field of the citation, and what they help to decide.
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
	return Superseded
}

// about returns the warnings about a key.
func about(all warning.List, key string) warning.List {
	var found warning.List
	for _, w := range all {
		if strings.EqualFold(w.Field, key) {
			found = append(found, w)
		}
	}
	return found
}
