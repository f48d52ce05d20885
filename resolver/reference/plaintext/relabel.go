package plaintext

// correctLabels corrects labels by what only the whole shows.
func (r *reading) correctLabels() {
	r.correctPlaces()
	r.correctSubtitle()
	r.correctPublisher()
	r.correctAuthor()
}

// correctSubtitle makes a container the end of the title where the item is not part of it: a book whose
// second sentence is its subtitle. "L'Homme pluriel. Les ressorts de l'action, Paris, Nathan."
func (r *reading) correctSubtitle() {
	const contained = fIn | fJournal | fConf | fAbbreviated | fBeforeLocator | fBeforeEditor | fAfterQuote | fSeries | fHasEditor | fQuoted
	const other = fPublisher | fPublishingHouse | fEdition | fTranslator | fNumber | fOneWord
	if r.has('P') || r.has('I') || !r.decides(placeLabel) || !r.decides(publisherLabel) {
		return
	}
	for i := 1; i < len(r.segs); i++ {
		s := &r.segs[i]
		if r.decided[i] != container || r.decided[i-1] != title || s.fixed != none {
			continue
		}
		if s.before&period != 0 && s.has&(contained|other) == 0 && r.segs[i-1].has&contained == 0 {
			r.decided[i] = title
		}
		return
	}
}

func (r *reading) decides(l label) bool {
	for i := range r.decided {
		if r.decided[i] == l {
			return true
		}
	}
	return false
}

// correctPlaces splits what was taken for places where only some are known as such: what is
// before those is the title's end, if a period separates it from the title, and what is after
// them the publisher. "Le suicide. Étude de sociologie, Paris, Félix Alcan."
func (r *reading) correctPlaces() {
	from, known, last := -1, -1, -1
	for i := range r.segs {
		if r.decided[i] != placeLabel {
			if from >= 0 {
				break
			}
			continue
		}
		if from < 0 {
			from = i
		}
		last = i
		if known < 0 && r.segs[i].has&fPlace != 0 {
			known = i
		}
	}
	if known < 0 || last != known+1 || !r.isPublisherAfter(last) {
		return
	}
	r.decided[last] = publisherLabel
	if from > 0 && known == from+1 && r.decided[from-1] == title && r.segs[from].before&period != 0 {
		r.decided[from] = title
	}
}

// isPublisherAfter reports whether what was taken for a second place can be the publisher.
func (r *reading) isPublisherAfter(i int) bool {
	s := &r.segs[i]
	return s.has&(fState|fPlace) == 0 && s.before&comma != 0 && !r.decides(publisherLabel)
}

// correctAuthor makes the author of a name after the title that was taken for what the title is
// in, where there is no author and no number: "Old Lamps, B. Scott Roe, 1925".
func (r *reading) correctAuthor() {
	if len(r.people) > 0 || r.organisation.to > r.organisation.from || r.has('V') || r.has('I') {
		return
	}
	for i := 1; i < len(r.segs); i++ {
		s := &r.segs[i]
		if s.fixed != none || r.decided[i] != container && r.decided[i] != publisherLabel || r.decided[i-1] != title {
			continue
		}
		people, end := directNames(r.tokens[:s.to], s.from)
		if len(people) > 0 && end == s.to && !people[0].doubtful(r.tokens) && s.has&(fPublisher|fPublishingHouse|fJournal) == 0 {
			r.people, r.decided[i] = people, author
		}
		return
	}
}
