package openurl

import (
	"unicode/utf8"

	"lendlink/resolver/warning"
)

// MaxValue bounds a value, in bytes, so that the work for it is bounded too, whatever the
// rules look for in it. The longest titles and lists of authors seen have some 2,000.
const MaxValue = 4 << 10

// maxJoinedObject bounds a ContextObject by value that was put together again.
const maxJoinedObject = 16 << 10

// boundValues cuts values that are longer than MaxValue.
func (co *ContextObject) boundValues() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if len(p.Value) > MaxValue {
			p.set(Cut(p.Value))
			p.Raw = ""
			co.warnOnce(warning.TooLong, p.Key, "")
		}
	}
}

// Cut returns the first MaxValue bytes of a value, without half a letter at the end.
func Cut(value string) string {
	if len(value) <= MaxValue {
		return value
	}
	end := MaxValue
	for end > MaxValue-utf8.UTFMax && !utf8.RuneStart(value[end]) {
		end--
	}
	return value[:end]
}

// isFull reports whether no more may be joined to a pair's value.
func (p *Pair) isFull() bool {
	if p.role.has(byValue) {
		return len(p.Value) > maxJoinedObject
	}
	return len(p.Value) > MaxValue
}
