// Package interpret works out what item a link means: its type, titles, names, dates,
// pages and identifiers, each from the key that means it for the type found.
//
// It follows Z39.88-2004 and its KEV formats. It deviates from them where sources do: the
// genre is one piece of evidence and not the truth, and keys count whatever the format.
//
// The type is decided by tables:
//
//   - conditions.go names what can hold of a link: a line for each condition, with its words
//     for staff and a function of the [evidence]. A condition made of others lists its
//     alternatives.
//   - rules.go has a row for each way to know the type: the conditions that must hold (when)
//     and those that must not (unless), the type, whether it is doubtful (low), and whether
//     the only title is a part's (containerLost). The first row that holds decides, so a narrower
//     rule is above a wider one.
//   - doubts.go has a row for each warning about what was decided, in the same form.
//   - plausible has a row for each thing that no citation holds, whatever the rules say.
//   - quirk.go has a row for each habit of a source, genre.go for each genre that they send.
//
// To add a rule, write the cases first (testdata/cases/README.md), then its row with an example
// link, and the conditions that it needs and that have no line yet. What the conditions
// look at is a field of evidence, which gather (evidence.go) sets. The tests take out each
// row, each condition of a row and each alternative, and change each confidence, and fail
// where no case differs.
//
// It imports address, citation, identifier, name, openurl, plausible, text and warning.
package interpret
