// Package name reads the names of people and organisations as catalogues, databases and
// title pages write them: headings, lists, statements of responsibility, in direct or
// inverted order, with particles, suffixes, degrees, relators and dates.
//
// It follows MARC 21 (fields 100 and 110), RDA and AACR2 for headings, and MEDLINE and APA
// for lists. A [Name] is a name of CSL-JSON. It deviates from CSL in one point: particles
// are part of the family name.
//
// It imports text.
package name
