package requestform

// placeTitles puts the item's own title and its container's under the keys that
// the genre's form reads. A form has a field for the whole's title and, for
// articles and chapters, one for the part's:
//
//   - with a container, that is the whole and the own title the part. So a chapter
//     sent as an article fills the Article form with the book as its journal
//     title; sent as a book it asks for the book and still names the chapter.
//   - a part without known container sends its own title as the part's alone,
//     rather than as a book that does not exist. A form for wholes has no such
//     field, so there it goes in the only one.
//
// The whole's title goes to btitle or jtitle, and again to title, which forms
// made for OpenURL 0.1 read. The dc format knows title alone.
func (v *values) placeTitles(l layout, own, container string) {
	var whole string
	switch {
	case container != "":
		whole, v[fieldAtitle] = container, own
	case l.part:
		v[fieldAtitle] = own
	default:
		whole = own
	}
	switch l.format {
	case formatJournal:
		v[fieldJtitle] = whole
	case formatDC:
	default:
		v[fieldBtitle] = whole
	}
	v[fieldTitle] = whole
}
