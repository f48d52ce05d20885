package reference

// Problem is a part of a text that could not be read.
type Problem struct {
	Line int // where it begins, or where its fault is; from 1 on, 0 for the whole text
	Code Code
}

// Code is a kind of problem.
type Code string

// The problems.
const (
	Unreadable  Code = "unreadable"   // nothing in an entry or a text names an item
	NoReference Code = "no-reference" // it is a question, a mail or somebody's address
	Unclosed    Code = "unclosed"     // a brace or quotation mark of BibTeX is not closed
	NoEquals    Code = "no-equals"    // a field of BibTeX has no sign between its name and its value
	NoEnd       Code = "no-end"       // a record of RIS stops before its end, with nothing in it
	NotJSON     Code = "not-json"     // what follows is not JSON
	BadNumber   Code = "bad-number"   // an ISBN or ISSN has a wrong check digit
	TooLong     Code = "too-long"     // the text goes on after what is taken
	TooMany     Code = "too-many"     // there are more items than are taken
)

// sentences are the codes in words.
var sentences = map[Code]string{
	Unreadable:  "nothing here identifies an item",
	NoReference: "this does not look like a reference",
	Unclosed:    "a brace or quotation mark is opened but not closed",
	NoEquals:    `the "=" after a field name is missing`,
	NoEnd:       "the record stops before its last line (ER)",
	NotJSON:     "from here on, this is not valid JSON",
	BadNumber:   "the check digit of this ISBN or ISSN is wrong",
	TooLong:     "the text is longer than 64 KiB; the rest was not read",
	TooMany:     "there are more than 200 items; the rest was not read",
}

// Codes lists the problems.
func Codes() []Code {
	return []Code{Unreadable, NoReference, Unclosed, NoEquals, NoEnd, NotJSON, BadNumber, TooLong, TooMany}
}

// IsPart reports whether a part of the text could not be read; else the text goes on
// after what was read.
func (c Code) IsPart() bool { return c != TooLong && c != TooMany }

// Sentence returns the problem in words.
func (c Code) Sentence() string { return sentences[c] }
