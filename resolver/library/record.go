package library

import (
	"strings"

	"lendlink/resolver/citation"
)

// mmsPlaceholder is what record_url has for the number of a record.
const mmsPlaceholder = "{mms_id}"

// Record returns the address of the item's record in the library's search, or "" where
// the number of that is not known.
func (l *Library) Record(c *citation.Citation) string {
	if l.RecordURL == "" || c.Custom.MMS == "" {
		return ""
	}
	return strings.ReplaceAll(l.RecordURL, mmsPlaceholder, escapeValue(c.Custom.MMS))
}

// UsesRecordNumber reports whether the number of a record goes anywhere: into record_url,
// or into a key of a form.
func (l *Library) UsesRecordNumber() bool {
	if l.RecordURL != "" {
		return true
	}
	for _, f := range l.AllForms() {
		if f.Names("mms") {
			return true
		}
	}
	return false
}

// notRecordAddress checks the address of a record, with the place of its number.
func notRecordAddress(s string) violation {
	host := strings.TrimPrefix(s, "https://")
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	switch {
	case strings.Contains(host, "{"):
		return violation{"has a placeholder in the host name", ""}
	case !strings.Contains(s, mmsPlaceholder):
		return violation{"does not have " + mmsPlaceholder + " in it", ""}
	}
	return notHTTPS(strings.ReplaceAll(s, mmsPlaceholder, ""))
}
