package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/ascii"
)

// abbreviations keep their final period. The list is for titles, publishers,
// editions and places; a word of two letters or with a period inside it ("U.S.")
// needs no row.
var abbreviations = spelled(`Inc Co Corp Ltd LLC Bros Pub Publ Univ Inst Assn Dept Jr Sr Dr St Vol ed eds rev
	Mass Calif Conn Penn Wash Ont`)

// publisherAbbreviations end the names of publishers in German, French and
// Spanish catalogues.
var publisherAbbreviations = spelled(`Off Print Govt Assoc Publs Pubs Verlagsges Verlagsbuchh Verl Buchh Buchges Wiss Akad Ges Gesellsch Dr Druck Impr Imp Libr Edit Ét Soc Nac Cie Cía Cia Hnos Gebr Forl Universitetsforl Nauk inc Int Intern Ed Eds Pr Ac Acad`)

// editionAbbreviations end edition statements in German, French and Spanish
// catalogues.
var editionAbbreviations = spelled(`enl abr abridg facsim Facsim illus izd изд vyd wyd uppl utg udg Aufl Ausg edn impr repr reimpr verb erw überarb bearb durchges corr aum augm nouv Nachdr Neuaufl reimp rprt print popr act ampl испр доп dop έκδ publ oppl facs`)

// placeAbbreviations are what catalogues write for states and provinces beside
// those above (AACR2, appendix B.14). In a title the same letters may be a word.
var placeAbbreviations = spelled(`Ala Ariz Ark Colo Del Fla Ill Ind Kan Mich Minn Miss Mont Neb Nev Okla Ore Tenn Tex
	Dak Wis Wyo Eng Engl Scot Hants Bucks Berks Beds Cambs Herts Lancs Lincs Notts Oxon Staffs Wilts Worcs Yorks Nfld Qué Alta Man Que Sask Vic Tas Qld`)

// forenameAbbreviations are shortened given names of old imprints.
var forenameAbbreviations = spelled(`Thos Chas Geo Jas Robt Benj Saml Jos Edw Alex Wm Jno Chr Fred Hon Rev Esq Jr Sr Jnr Snr Prof`)

// spelled makes a set of words in the case given, or all in capitals: "Wash." is
// an abbreviation, "wash." ends a sentence.
func spelled(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
		m[strings.ToUpper(w)] = true
	}
	return m
}

// cutPeriod cuts one final period, but not that of an ellipsis or of an
// abbreviation; after a bracket, a quotation mark or a digit it always does.
func cutPeriod(s string, more ...map[string]bool) string {
	bare, found := strings.CutSuffix(s, ".")
	if !found || strings.HasSuffix(bare, "..") {
		return s
	}
	bare = strings.TrimRight(bare, " ")
	if rest, twice := strings.CutSuffix(bare, "."); twice { // a slip, "Title.."
		bare = strings.TrimRight(rest, " ")
	}
	last, _ := utf8.DecodeLastRuneInString(bare)
	if !unicode.IsLetter(last) && !unicode.IsMark(last) {
		return bare
	}
	token := strings.TrimLeft(bare[strings.LastIndexAny(bare, " \u00a0")+1:], `([{"'“‘«`)
	if strings.ContainsRune(token, '.') || abbreviations[token] || utf8.RuneCountInString(token) <= 2 && !ascii.Digits.In(token) {
		return s
	}
	for _, m := range more {
		if m[token[strings.LastIndexByte(token, '-')+1:]] { // Steg-Verl.
			return s
		}
	}
	return bare
}
