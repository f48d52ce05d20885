// Package referrer sorts the sources of links into families: the search systems,
// databases and publishers that staff know by name.
//
// What a link calls its source is its own text, without end. A family is one of a
// closed list, so that counting by it takes bounded memory and reveals nothing else
// that a link holds.
//
// It imports nothing of Lendlink.
package referrer

// Family is a family of sources, from 0 to [Count]-1. The zero value is that of
// sources not in the list.
type Family uint8

// String returns the family's name as metrics use it, such as primo.
func (f Family) String() string { return families[f].name }

// Label returns the family's name as people write it, such as Primo.
func (f Family) Label() string { return families[f].label }

// Count is how many families there are.
const Count = len(families)

// None is the family of links that name no source.
const None Family = 1

// longestWord is more than any word of the list has letters.
const longestWord = 24

// Of returns the family of a source as the link names it: an rfr_id or sid without
// info:sid/, such as primo.exlibrisgroup.com:primo3 or EBSCO:CINAHL. The first of
// its words that is in the list decides.
func Of(source string) Family {
	if source == "" {
		return None
	}
	var word [longestWord]byte
	n := 0 // letters of the word; more than fit are counted, not kept
	for i := 0; i <= len(source); i++ {
		var b byte
		if i < len(source) {
			b = source[i]
		}
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		if 'a' <= b && b <= 'z' {
			if n < longestWord {
				word[n] = b
			}
			n++
			continue
		}
		if 0 < n && n <= longestWord {
			if f, ok := byWord[string(word[:n])]; ok {
				return f
			}
		}
		n = 0
	}
	return 0
}

// byWord finds a family by a word of its sources.
var byWord = func() map[string]Family {
	m := map[string]Family{}
	for i, f := range families {
		for _, w := range f.words {
			m[w] = Family(i)
		}
	}
	return m
}()
