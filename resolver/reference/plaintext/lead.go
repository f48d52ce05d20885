package plaintext

import "strings"

// leads are the words that publishers and footnotes put before a reference, in small
// letters and without signs. Those of the first list need a colon after them, or names. The
// "in press" among them says nothing of the date, which can be in the same reference.
var (
	leads = words(`cite this article as, cite this article, cite this paper as, cite this chapter as, cite this as, cite as,
		how to cite this article, how to cite this paper, how to cite this chapter, how to cite this, how to cite,
		to cite this article, to cite this paper, to cite this document, to cite this chapter, to cite this version,
		please cite this article as, please cite this article in press as, please cite this paper as, please cite as,
		article citation, citation, suggested citation, recommended citation, preferred citation, full citation, reference, source,
		pour citer cet article, pour citer ce document, pour citer, référence électronique, référence papier, référence,
		cómo citar este artículo, cómo citar, para citar este artículo, citar como, citar este artículo, cita recomendada, fuente,
		zitierweise, zitiervorschlag, empfohlene zitierweise, zitieren als, zitierhinweis, quelle`)
	bareLeads = words(`vgl, vgl auch, vgl dazu, vgl hierzu, siehe, siehe auch, siehe dazu, see, see also, cf, voir, voir aussi, véase,
		véase también, cfr`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for phrase := range strings.SplitSeq(list, ",") {
		set[strings.Join(strings.Fields(phrase), " ")] = true
	}
	return set
}

// longestLead is how many words the longest of leads has.
const longestLead = 7

// pastLead returns where a reference begins after words such as "Cite this article as:",
// or at where there are none.
func pastLead(tokens []token, at int) int {
	if i := pastIbid(tokens, at); i > at {
		return pastLead(tokens, i)
	}
	found, i := at, at
	for phrase, n := "", 0; n < longestLead && i < len(tokens) && tokens[i].is(capital|small); n++ {
		phrase = strings.TrimPrefix(phrase+" "+strings.ToLower(tokens[i].text), " ")
		i++
		for i < len(tokens) && tokens[i].is(period) && bareLeads[phrase] {
			i++
		}
		end := i
		for end < len(tokens) && tokens[end].is(colon|period) {
			end++
		}
		switch {
		case end >= len(tokens):
		case leads[phrase] && tokens[i].is(colon), leads[phrase] && n > 0 && beginsWithName(tokens, end):
			found = end
		case bareLeads[phrase] && beginsWithName(tokens, i):
			found = i
		}
	}
	return found
}

// pastIbid returns where another reference begins after one to the work cited before, as in
// "Ibid., 44. See also", or at.
func pastIbid(tokens []token, at int) int {
	if at >= len(tokens) || !ibid[strings.ToLower(tokens[at].text)] {
		return at
	}
	i := at + 1
	for i < len(tokens) && tokens[i].is(period|comma|semicolon|dash|pageWord|number) {
		i++
	}
	if end := pastLead(tokens, i); end > i {
		return i
	}
	return at
}

var ibid = words("ibid, ibidem, ebd, ebenda, ibíd")

func beginsWithName(tokens []token, at int) bool {
	_, end := namesUpTo(tokens, at, 1)
	return end > at
}
