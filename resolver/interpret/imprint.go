package interpret

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
)

// The keys of publisher and place, in order of preference.
var (
	publisherKeys = []openurl.Field{openurl.Pub, openurl.Publisher}
	placeKeys     = []openurl.Field{openurl.Place, openurl.PubPlace}
)

// imprint sets publisher, place, edition and series.
func (r *reader) imprint() {
	keys := publisherKeys
	if r.c.Type == citation.Thesis { // the school before who reproduces its theses
		keys = slices.Insert(slices.Clone(keys), 0, openurl.Inst)
	}
	if p := r.firstClean("publisher", citation.CleanPublisher, keys...); p != "" {
		r.c.Publisher = p
	}
	r.c.PublisherPlace = r.firstClean("publisher-place", citation.CleanPlace, placeKeys...)
	r.splitImprint()
	r.c.CollectionTitle = r.firstClean("collection-title", citation.CleanSeries, openurl.Series)
	r.c.Edition = r.firstClean("edition", citation.CleanEdition, openurl.Edition)
	if r.c.Edition == "" {
		r.c.Edition = r.find("edition", func(v string) (string, bool) {
			text, ok := tagged(v, "edition")
			return citation.CleanEdition(text), ok
		}, openurl.Pid, openurl.RfeDat)
	}
}

// splitImprint splits place and publisher where both came under the key of one. With a
// place of its own, what comes before a publisher's colon is not a place.
func (r *reader) splitImprint() {
	if place, publisher, ok := citation.SplitImprint(r.co.Get(openurl.Place)); ok {
		r.c.PublisherPlace = place
		if r.c.Publisher == "" {
			r.c.Publisher = publisher
			r.copyUse("publisher-place", "publisher")
		}
		return
	}
	if r.c.PublisherPlace != "" {
		return
	}
	if place, publisher, ok := citation.SplitImprint(r.c.Publisher); ok {
		r.c.PublisherPlace, r.c.Publisher = place, publisher
		r.copyUse("publisher", "publisher-place")
	}
}

// copyUse records that a second field came from the pairs of the first.
func (r *reader) copyUse(from, to string) {
	for _, f := range r.from {
		if f.Field == from {
			r.used(f.Pair, to)
		}
	}
}

func (r *reader) firstClean(field string, clean func(string) string, keys ...openurl.Field) string {
	for _, f := range keys {
		if i := r.co.Index(f); i >= 0 {
			if v := clean(r.co.Pairs[i].Value); v != "" {
				r.used(i, field)
				return v
			}
		}
	}
	return ""
}
