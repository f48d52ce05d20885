// Package interpret works out what item a link means: its type, titles, names, dates,
// pages and identifiers, each from the key that means it for the type found.
//
// It follows Z39.88-2004 and its KEV formats. It deviates from them where sources do: the
// genre is evidence beside others and not the truth, and keys count whatever the format.
//
// It imports openurl, citation, name, identifier, text and warning.
package interpret
