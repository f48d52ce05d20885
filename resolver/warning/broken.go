package warning

// broken are the codes of links that were damaged on the way, or have a value that cannot
// be right: what their source should fix. What every link of some sources has, such as a
// template's placeholder, is not among them.
var broken = map[Code]bool{
	EncodingRepaired: true, AmpersandGlued: true, TruncatedDropped: true, XMLUnreadable: true, TooLong: true,
	GenreContradicted: true, DOIContradicted: true, NumbersDiffer: true,
	ISBNInvalid: true, ISSNInvalid: true, DOIInvalid: true, PMIDInvalid: true, PMCIDInvalid: true, ArXivInvalid: true,
	BibcodeInvalid: true, HandleInvalid: true, OCLCInvalid: true, LCCNInvalid: true, DateInvalid: true, PageInvalid: true,
	PageIsYear: true,
}

// Broken reports whether something in the link is broken.
func (c Code) Broken() bool { return broken[c] }
