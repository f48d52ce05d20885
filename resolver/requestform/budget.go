package requestform

import (
	"slices"
	"sort"
	"strings"

	"lendlink/resolver/warning"
)

// sacrifice is one step in making an address shorter. Steps are taken in order
// until the address fits.
type sacrifice struct {
	keys []string
	// floor is the encoded length that the values of the keys may be cut down to,
	// the longest first; 0 is for keys that go as a whole.
	floor int
	// prefix of the value, where the key alone does not say what it holds.
	prefix string
	// repeats names the keys of which one must be there for the step to be taken.
	repeats []string
	// over is the encoded length above which alone the step is taken.
	over int
}

const (
	// titleFloor and nameFloor keep enough to know the item by: some 80 Latin
	// letters or 9 Chinese characters of a title, 50 letters of a name.
	titleFloor = 90
	nameFloor  = 60
	// longestText (a name, a publisher) and longestOther (a number, an identifier)
	// are what hardly any real value exceeds. What does is no reason to lose another.
	longestText  = 300
	longestOther = 240
	// longestDetail is how much of a value a warning shows.
	longestDetail = 600
)

// order is the order of sacrifice: from what is said twice to what a request
// cannot do without.
var order = []sacrifice{
	{keys: []string{"rft.title"}, repeats: []string{"rft.btitle", "rft.jtitle"}},
	{keys: []string{"rft.au"}, repeats: []string{"rft.aulast"}},
	{keys: []string{"rfe_dat"}, repeats: []string{"rft_id"}},
	{keys: []string{"rft_id"}, prefix: "urn:ISBN:", repeats: []string{"rft.isbn"}},

	{
		keys:  []string{"rft.aulast", "rft.aufirst", "rft.au", "rft.aucorp", "rft.series", "rft.place", "rft.pub", "rft.edition"},
		floor: longestText, over: longestText,
	},
	{
		keys: []string{"rft_id", "rft.date", "rft.isbn", "rft.issn", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.pages", "rfe_dat", "rfr_id"},
		over: longestOther,
	},

	{keys: []string{"rft.series"}},
	{keys: []string{"rft.place"}},
	{keys: []string{"rft.pub"}},
	{keys: []string{"rft.edition"}},

	{keys: []string{"rft.btitle", "rft.jtitle", "rft.atitle", "rft.title"}, floor: titleFloor},

	{keys: []string{"rfr_id"}},
	{keys: []string{"rft.epage", "rft.spage"}, repeats: []string{"rft.pages"}},
	{keys: []string{"rft.pages"}},
	{keys: []string{"rft.epage"}},
	{keys: []string{"rft.issue"}},
	{keys: []string{"rft.volume"}},
	{keys: []string{"rft.spage"}},
	{keys: []string{"rft.aulast", "rft.aufirst", "rft.au", "rft.aucorp"}, floor: nameFloor},
	{keys: []string{"rft.atitle"}},
	{keys: []string{"rft.btitle", "rft.jtitle", "rft.title"}},

	{keys: []string{"rft_id"}, prefix: "info:pmid/"},
	{keys: []string{"rft_id"}, prefix: "info:doi/"},
	{keys: []string{"rft_id"}, prefix: "urn:ISBN:"},
	{keys: []string{"rft.issn"}},
	{keys: []string{"rft.isbn"}},
	{keys: []string{"rfe_dat", "rft_id"}},
	{keys: []string{"rft.date"}},
	{keys: []string{"rft.au", "rft.aufirst"}},
	{keys: []string{"rft.aulast", "rft.aucorp"}},
	{keys: []string{"rft.genre", "rft_val_fmt", "url_ver"}},
}

// shrinking is an address on its way into the budget.
type shrinking struct {
	params   []Param
	fixed    func(key string) bool // by the settings: given up last
	excess   int                   // bytes over the budget
	warnings warning.List
}

// shrink takes from the params until excess bytes are gone, and tells what it took.
func (f *Form) shrink(params []Param, excess int) ([]Param, warning.List) {
	s := shrinking{params: params, fixed: f.fixes, excess: excess}
	for _, step := range order {
		if s.excess <= 0 {
			break
		}
		if step.repeats != nil && !slices.ContainsFunc(s.params, func(p Param) bool { return slices.Contains(step.repeats, p.Key) }) {
			continue
		}
		if step.floor > 0 {
			s.cut(step)
		} else {
			s.drop(step)
		}
	}
	// What is left are the library's own extras; without room for them the last go first.
	for i := len(s.params) - 1; i >= 0 && s.excess > 0; i-- {
		s.remove(i)
	}
	return s.params, s.warnings
}

// touches tells whether a step is about a param.
func (s *shrinking) touches(step sacrifice, p Param) bool {
	return slices.Contains(step.keys, p.Key) && strings.HasPrefix(p.Value, step.prefix) &&
		(step.over == 0 || encodedLen(p.Value) > step.over) && !s.fixed(p.Key)
}

// drop removes what a step is about, from the end, while there is excess.
func (s *shrinking) drop(step sacrifice) {
	for i := len(s.params) - 1; i >= 0 && s.excess > 0; i-- {
		if s.touches(step, s.params[i]) {
			s.remove(i)
		}
	}
}

func (s *shrinking) remove(i int) {
	p := s.params[i]
	s.excess -= p.size()
	s.params = slices.Delete(s.params, i, i+1)
	s.warnings.Add(warning.LengthDropped, p.Key, shorten(p.Value, longestDetail))
}

// cut shortens the values that a step is about to a common length, so that the
// longest gives most and the short ones nothing.
func (s *shrinking) cut(step sacrifice) {
	var long []*Param
	for i := range s.params {
		if p := &s.params[i]; s.touches(step, *p) && encodedLen(p.Value) > step.floor {
			long = append(long, p)
		}
	}
	slices.SortStableFunc(long, func(a, b *Param) int { return encodedLen(b.Value) - encodedLen(a.Value) })
	for len(long) > 0 && s.excess > 0 {
		room := encodedLen(long[0].Value)
		// The greatest common length at which enough is gained, else the floor.
		room -= sort.Search(room-step.floor, func(less int) bool {
			gain := 0
			for _, p := range long {
				gain += max(0, encodedLen(p.Value)-(room-less))
			}
			return gain >= s.excess
		})
		p := long[0]
		long = long[1:]
		short := shorten(p.Value, room)
		s.excess -= encodedLen(p.Value) - encodedLen(short)
		s.warnings.Add(warning.LengthShortened, p.Key, shorten(p.Value, longestDetail))
		p.Value = short
	}
}
