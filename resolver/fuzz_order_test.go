package resolver_test

import (
	"encoding/json"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/openurl"
)

// FuzzOrder: two pairs whose keys are different and not repeated mean the same in either
// order, where every piece of the link is a pair of its own. The last is left where it is:
// what a cut link ends in is dropped.
func FuzzOrder(f *testing.F) {
	for _, c := range sources(f) {
		f.Add(c.Link, uint8(0), uint8(3))
		f.Add(c.Link, uint8(2), uint8(7))
	}
	lib := tipasa()
	f.Fuzz(func(t *testing.T, query string, i, j uint8) {
		pieces := strings.Split(strings.TrimPrefix(query, "?"), "&")
		if len(pieces) < 3 {
			return
		}
		a, b := int(i)%(len(pieces)-1), int(j)%(len(pieces)-1)
		if a == b || !isPlainLink(query, pieces) || !isAlone(pieces, a) || !isAlone(pieces, b) {
			return
		}
		before := answer(t, resolver.Resolve(lib, strings.Join(pieces, "&"), year))
		pieces[a], pieces[b] = pieces[b], pieces[a]
		swapped := strings.Join(pieces, "&")
		if !isPlainLink(swapped, pieces) { // a key that begins with a blank is joined to the value before it
			return
		}
		if after := answer(t, resolver.Resolve(lib, swapped, year)); after != before {
			t.Errorf("link    %q\ngives   %s\nswapped %q\ngives   %s", query, before, swapped, after)
		}
	})
}

// answer returns what a patron would see of a resolution.
func answer(t *testing.T, r *resolver.Resolution) string {
	t.Helper()
	text, err := json.Marshal(struct {
		Citation, Confidence, Action, Location any
	}{r.Citation, r.Confidence, r.Action, r.Location})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// isPlainLink reports whether each piece between ampersands is a pair of its own: none is
// joined to another, none holds a whole link, and there is one item.
func isPlainLink(query string, pieces []string) bool {
	if strings.ContainsAny(query[min(1, len(query)):], "?#;") || strings.Contains(strings.ToLower(query), "url_ctx") {
		return false
	}
	return len(openurl.Parse(strings.Join(pieces, "&")).Pairs) == len(pieces)
}

// isAlone reports whether no other piece has a key that means the same field.
func isAlone(pieces []string, at int) bool {
	field := fieldOf(pieces[at])
	for i, piece := range pieces {
		if i != at && fieldOf(piece) == field {
			return false
		}
	}
	return true
}

// fieldOf returns what the key of a piece means: a field, or the key itself.
func fieldOf(piece string) string {
	key, _, _ := strings.Cut(piece, "=")
	if pairs := openurl.Parse(key + "=x1").Pairs; len(pairs) == 1 && pairs[0].Field != openurl.NoField {
		return pairs[0].Field.String()
	}
	return strings.ToLower(key)
}
