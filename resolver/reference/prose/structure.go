package prose

import "regexp"

// parts are what references are built of, and how much each says.
var parts = [...]struct {
	points int
	shape  *regexp.Regexp
}{
	{2, regexp.MustCompile(`(?i)10\.\d{4,9}/|\b(?:isbn|issn|pmid|doi|arxiv)\b|https?://|\b97[89][- ]?\d(?:[- ]?\d){8}`)},
	{1, regexp.MustCompile(`\b(?:1[5-9]|20)\d\d[a-z]?\b`)},                             // a year
	{1, regexp.MustCompile(`\((?:1[5-9]|20)\d\d[a-z]?\)`)},                             // in brackets
	{1, regexp.MustCompile(`\b\d{1,4} ?\(\d{1,4}(?:[-–]\d{1,4})?\)`)},                  // volume and issue
	{1, regexp.MustCompile(`[:,] ?[eE]?\d{1,5} ?[-–] ?[eE]?\d{1,5}(?:[\s.,;)]|$)`)},    // pages
	{1, regexp.MustCompile(`(?i)\b(?:pp?|pág|págs|S)\. ?\d|\bpages? \d`)},              // with their word
	{1, regexp.MustCompile(`(?i)\bvol(?:ume|umen)?\b|\bBd\.|\bJg\.|\bt\. ?[IVXLC\d]`)}, // volume
	{1, regexp.MustCompile(`\p{Lu}[\pL'’-]+, \p{Lu}\.|\p{Lu}[\pL'’-]+ \p{Lu}{1,3}(?:,|\.)`)},
	{1, regexp.MustCompile(`\b(?:et al|[Ee]ds?\.|[Hh]rsg|[Dd]ir\.|In:)`)},
	{1, regexp.MustCompile(`[“"«„][^“”"«»„]{10,}[”"»“]`)},
	{1, regexp.MustCompile(`(?i)\b(?:press|verlag|university|éditions|editorial|publishers?)\b`)},
}

// IsStructured reports whether a text is built like a reference, prose in it or not.
func IsStructured(text string) bool { return pointsOf(text) > 1 }

// pointsOf returns how much the parts of a text say, up to what is enough.
func pointsOf(text string) int {
	text = text[:min(len(text), longest)]
	points := 0
	for i := range parts {
		if parts[i].shape.MatchString(text) {
			points += parts[i].points
		}
		if points > 1 {
			break
		}
	}
	return points
}
