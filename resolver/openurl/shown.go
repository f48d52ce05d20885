package openurl

import (
	"net/url"
	"strings"
)

// Shown returns a query as it was sent, for pages that show it unread: without the pairs
// about the patron, with sources cleaned, and with values hidden under keys that are
// neither OpenURL's nor a form's own.
func Shown(query string, own ...string) string {
	listed := map[string]bool{}
	for _, key := range own {
		listed[strings.ToLower(key)] = true
	}
	var kept []string
	for piece := range strings.SplitSeq(query, "&") {
		if plain := readKey(piece); !plain.isPatron() {
			kept = append(kept, shownPiece(piece, plain, listed))
		}
	}
	return strings.Join(kept, "&")
}

func shownPiece(piece string, plain plainKey, own map[string]bool) string {
	key, value, _ := strings.Cut(piece, "=")
	k := classify(plain.name)
	switch {
	case value == "":
	case k.role.has(byValue | reference), k.role.has(private) && hasUnknownTag(strings.ToLower(decodeAll(value))):
		return key + "=" + url.QueryEscape(hidden)
	case k.field == RfrID, k.field == Sid, k.field == ID && strings.HasPrefix(decodeAll(value), infoSid):
		name := sourceName(decodeAll(value))
		if clean := CleanSource(name); clean != name {
			return key + "=" + url.QueryEscape(clean)
		}
	case isMailAddress(k.field, decodeAll(value)), isPersonIdentifier(k.field, decodeAll(value)):
		return key + "=" + url.QueryEscape(hidden)
	case !own[plain.name] && !isListed(&Pair{Key: plain.name, Field: k.field}):
		return key + "=" + url.QueryEscape(hidden)
	}
	if clean, cut := withoutPatron(piece, false); cut {
		key, value, _ = strings.Cut(clean, "=")
		return url.QueryEscape(key) + "=" + url.QueryEscape(value)
	}
	return piece
}
