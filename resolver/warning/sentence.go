package warning

// Sentence says in words what happened, for staff. It is "" for a code that is not
// on the list.
func (c Code) Sentence() string { return sentences[c] }

var sentences = map[Code]string{
	EncodingRepaired:   "The encoding was damaged and was repaired.",
	AmpersandGlued:     "The value was cut at an unencoded ampersand. The parts were joined.",
	PlaceholderDropped: "What the source sent stands for a value that it does not have. It was ignored.",
	TruncatedDropped:   "The link was cut short in the middle of its last key. That key was dropped.",
	ObjectIgnored:      "The link describes more than one item. The first was taken.",
	ReferenceIgnored:   "The link only says where a description can be fetched. Such addresses are never followed.",
	PersonalDropped:    "The key may contain patron data. It was removed on arrival.",
	XMLUnreadable:      "The link carries an XML description that cannot be read. It was left out.",
	TooLong:            "The link has more in it than a description of one item. The rest was left out.",

	GenreContradicted:  "The genre contradicts the rest of the link, so it was ignored.",
	TypeUncertain:      "Nothing in the link says what kind of item it is.",
	ContainerUnknown:   "This is a chapter, but the link does not name its book.",
	ContainerSame:      "The journal has the same title as the article, so the journal is unknown.",
	DOIContradicted:    "The DOI belongs to a part of a book, but the rest of the link describes something else.",
	TitlesOverlap:      "The title of the whole begins with the item’s own title. They may be the same.",
	TitleDropped:       "The link has another title, which may be a part’s. It was left out.",
	JournalUnproven:    "The genre is article, but nothing else in the link is a journal’s. It may be a chapter.",
	TitleOfReference:   "The title of the whole ends in page numbers. It may be the rest of a reference.",
	ValueCutShort:      "The link ends in the middle of its last value.",
	PagesBackwards:     "The last page comes before the first. One of them may be wrong.",
	PagesDiffer:        "The pages do not begin at the first page that the link names.",
	CharactersLost:     "Letters were lost on the way: signs are where they were.",
	TitleUnproven:      "The link has one title only, and nothing says whose it is.",
	TitlesSwapped:      "The titles of the item and of what it is in seem to be under one another’s keys.",
	NumbersDiffer:      "The link has two numbers of one kind, and they differ. The first was taken.",
	NameAmbiguous:      "The author’s name can be split in two ways, and the link does not say which.",
	NoText:             "The item is not a text. Check that the request form asks for the right format.",
	ISBNInvalid:        "This is not a valid ISBN. It was left out.",
	ISSNInvalid:        "This is not a valid ISSN. It was left out.",
	DOIInvalid:         "This is not a valid DOI. It was left out.",
	PMIDInvalid:        "This is not a valid PubMed ID. It was left out.",
	PMCIDInvalid:       "This is not a valid PubMed Central ID. It was left out.",
	ArXivInvalid:       "This is not a valid arXiv number. It was left out.",
	BibcodeInvalid:     "This is not a valid bibcode. It was left out.",
	HandleInvalid:      "This is not a valid handle. It was left out.",
	OCLCInvalid:        "This is not a valid OCLC number. It was left out.",
	LCCNInvalid:        "This is not a valid LCCN. It was left out.",
	DateInvalid:        "There is no plausible year in the date. It was left out.",
	PageInvalid:        "There are words where page numbers belong. They were left out.",
	PageIsYear:         "The year was sent as the first page, too. It was left out there.",
	ContributorDropped: "Somebody who is not an author was given as one, and was left out.",
	IdentifierMoved:    "An identifier was sent under the wrong key. It was moved to the right field.",

	LengthDropped:   "The address was too long for the request form, so this less important value was left out.",
	LengthShortened: "The address was too long for the request form, so this title was cut at a word.",

	LookupDistrusted: "A source answered with a title that is not like the link’s, so nothing was taken from it. The identifier may be wrong.",
	LookupUnknown:    "No source knows the identifier.",
	LookupDiffers:    "A source knows the item, but says something else here. What was pasted is kept.",
	LookupUnanswered: "No source answered in time, so nothing was filled in.",
}
