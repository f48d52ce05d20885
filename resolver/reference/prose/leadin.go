package prose

import "strings"

// longestLeadIn is how long the words before a reference may be, in bytes.
const longestLeadIn = 160

// CutLeadIn cuts the words with which people hand over a reference: "Could you please order
// this for me:", "I need:". They greet or wish, and they point to what follows or say nothing
// else.
func CutLeadIn(text string) (rest, lead string) {
	i := strings.IndexAny(text[:min(len(text), longestLeadIn)], ":\n")
	if i < 0 || !IsStructured(text[i+1:]) {
		return text, ""
	}
	lead = text[:i]
	found := phrasesIn(lead)
	if found&(greeting|wish) == 0 {
		return text, ""
	}
	if points := found&(pointing|thing) != 0; !points && len(words(lead)) > 3 {
		return text, ""
	}
	return strings.TrimSpace(text[i+1:]), strings.TrimSpace(lead)
}
