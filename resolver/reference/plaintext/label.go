package plaintext

// label is what a part of a reference is.
type label uint8

const (
	none label = iota
	title
	container
	series
	editors
	publisherLabel
	placeLabel
	genre
	note
	labels // how many can be decided; those below are recognised by their shape
	author
	dateLabel
	locator
	editionLabel
	numberLabel
)
