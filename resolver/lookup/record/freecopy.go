package record

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/openaccess"
)

// FreeCopy returns the best copy of a citation's item among those that records have, and
// reports whether there is one. A record has to be about the item: its title resembles the
// item's, or the item has no title to compare and the record is the one that was asked
// about. For a part of a book the whole book will do. What is lent only counts where it is
// borrowable.
func FreeCopy(c *citation.Citation, records []Record, borrowable bool) (openaccess.Copy, bool) {
	var best openaccess.Copy
	for i := range records {
		r := &records[i]
		relation := relate(c, r)
		isBook := relation == container && r.Citation.Type == citation.Book
		if relation != same && !isBook {
			continue
		}
		for _, free := range r.Copies {
			free.Source, free.Title, free.Book = r.Source, r.Citation.Title, isBook
			if (!free.Borrow || borrowable) && (best.URL == "" || free.Better(best)) {
				best = free
			}
		}
	}
	return best, best.URL != ""
}
