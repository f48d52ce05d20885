// Package text has what the packages that read a link need of strings: tidying, folding,
// markup, dashes, numerals, final periods, sets of characters and of words.
//
// Text is put in Unicode's normal form C. Folding deviates from Unicode's case folding: it
// drops accents, punctuation and blanks too, since catalogues and databases differ in those.
//
// It imports nothing of Lendlink.
package text
