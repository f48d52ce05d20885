package name

import (
	"strings"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// organisationWords are words that are part of organisations' names and not of
// people's, folded, in the languages of the catalogues that send them.
var organisationWords = text.Words(`university universitat universitaet universidad universite universita universidade universiteit
	institute institut instituto istituto institution society societe sociedad societa gesellschaft
	association asociacion associazione associacao verein committee comite comision commission kommission
	department departement departamento dept ministry ministere ministerio ministerium ministero
	press inc ltd llc gmbh corporation company co corp bank library bibliothek bibliotheque biblioteca museum musee museo
	council conseil consejo organization organisation organizacion agency agence agencia office bureau
	foundation fondation fundacion stiftung college academy akademie academie academia federation federacion
	congress conference congreso kongress colloque kolloquium coloquio symposium symposion simposio workshop meeting
	seminar tagung centre center centro zentrum hospital laboratory laboratories survey
	government parliament senate authority administration secretariat nations union consortium network group trust board`)

// furtherOrganisationWords are further such words. They count only in names without a comma, since
// they may be one of two family names: "Club Ortiz, Ana".
var furtherOrganisationWords = text.Words(`fund gallery galleries school schools service services navy
	orchestra philharmonic philharmoniker ensemble railway railways railroad railroads
	choir opera theatre theater clinic
	archives archive collection media newswire publishing publishers publications books club party corps division bureau statistics project
	program programme
	societies universities colleges institutes observatory parish diocese synod league alliance forum initiative unit
	iglesia eglise kirche chiesa igreja banco banque banca bundesbank bundestag bundesamt landesamt amt verband
	verlag kunsthaus galerie galleria galeria
	collaboration collaborative collaborators investigators trialists contributors developers community members team
	arbeitskreis groupe grupo gruppo equipe equipo collectif colectivo collettivo kollektiv
	family familie famille familia museen akademien akademiet akademia akatemia akademija akademiia akademii
	akademiya forskningsrad sentralbyra bibliotek biblioteket kirjasto
	kurumu universitesi bakanligi nauk tudomanyos egyetem stadt camara rijksmuseum
	משרד אוניברסיטת אוניברסיטה מכון جامعة وزارة مركز معهد مؤسسة جمعية
	fondazione fundacao stichting vereniging univerzita uniwersytet universitetet universitetas universiteti accademia
	академия университет институт министерство общество комитет библиотека музей издательство союз центр`)

// corporateNames are countries and states, which are authors of laws and treaties
// (MARC 110 with first indicator 1), and organisations whose last word may be a person's
// family name. A name ends with them or is one of them.
var corporateNames = text.Words(`unitedstates greatbritain unitedkingdom southafrica newzealand newsouthwales
	hongkong newyork newjersey newmexico
	northcarolina southcarolina northdakota southdakota westvirginia rhodeisland newhampshire puertorico
	southaustralia westernaustralia
	novascotia newbrunswick britishcolumbia europeanunion sovietunion saudiarabia srilanka costarica elsalvador
	catholicchurch orthodoxchurch lutheranchurch methodistchurch presbyterianchurch episcopalchurch anglicanchurch reformedchurch
	supremecourt highcourt federalcourt redcross salvationarmy taskforce`)

// innerOrganisationWords are words between others that are part of organisations' names and not
// of people's.
var innerOrganisationWords = map[string]bool{
	"of": true, "for": true, "on": true, "für": true, "pour": true, "para": true, "voor": true, "in": true,
	"im": true,
}

// companyForms come after the name of an organisation.
var companyForms = text.Words(`inc ltd llc gmbh corp co plc limited incorporated ag bv nv sarl spa`)

// internationals end the names of organisations that have no other word for themselves:
// Amnesty International.
var internationals = text.Words(`international canada uk usa gb europe worldwide`)

// IsOrganisationWord reports whether a word is part of organisations' names and not of people's.
func IsOrganisationWord(word string) bool { return organisationWords.Has(word) }

// isOrganisation reports whether a name is plainly an organisation's. Of a name
// with a comma, what comes before it must be so in more than one word:
// "University of X, Department of Y" is one, "Bank, Melissa" is not.
func isOrganisation(name string) bool {
	if isEastAsianOrganisation(name) {
		return true
	}
	if open := strings.Index(name, " ("); open > 0 && isQualifier(name[:open], name[open+1:]) {
		return true
	}
	head, tail, comma := strings.Cut(name, ",")
	head = strings.TrimSpace(head)
	if companyForms.Has(tail) { // NetLibrary, Inc.
		return len(text.Fold(tail)) > 2 || strings.IndexByte(head, ' ') >= 0 // but not Smith, A. G.
	}
	if comma {
		head = cutParticles(head) // De la Union, Juan
	}
	if strings.IndexByte(head, ' ') < 0 {
		return false
	}
	if office, _, _ := strings.Cut(strings.TrimSpace(tail), " "); endsLikeOrganisation(office) { // Freistaat Sachsen, Innenministerium
		return true
	}
	if corporateNames.Has(head) || corporateNames.Has(lastTwo(head)) {
		return true
	}
	last := ""
	for token := range strings.FieldsSeq(head) {
		switch {
		case organisationWords.Has(token[strings.LastIndexByte(token, '-')+1:]), endsLikeOrganisation(token): // Max-Planck-Institut
			return true
		case !comma && (furtherOrganisationWords.Has(token) || innerOrganisationWords[token]):
			return true
		}
		last = token
	}
	return !comma && (internationals.Has(last) || companyForms.Has(last) || isHierarchy(head))
}

// organisationEndings end the compounds that German and its neighbours have for organisations:
// Bundesministerium, Landesmuseum, Forschungsgemeinschaft.
var organisationEndings = []string{
	"ministerium", "museum", "gemeinschaft", "gesellschaft", "bibliothek", "universität", "institut", "akademie",
	"bibliotek", "universitet", "gruppe",
}

func endsLikeOrganisation(word string) bool {
	for _, ending := range organisationEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// eastAsianEndings end the names of organisations in Chinese, Japanese and Korean: institute, university, society, committee.
var eastAsianEndings = []string{
	"研究所", "研究院", "科学院", "科學院", "学院", "學院", "大学", "大學", "委员会", "委員会", "委員會", "协会", "協会", "協會", "学会", "學會",
	"研究会", "研究會", "图书馆", "図書館", "圖書館", "博物馆", "博物館", "博物院", "出版社", "编辑部", "編集部", "編輯部", "公司", "株式会社",
	"연구소", "연구원", "대학교", "학회", "협회", "위원회", "도서관", "박물관", "출판사",
}

// isEastAsianOrganisation reports whether a name ends in one of eastAsianEndings.
func isEastAsianOrganisation(name string) bool {
	if name == "" || name[len(name)-1] < utf8.RuneSelf { // most names
		return false
	}
	for _, ending := range eastAsianEndings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// lastTwo returns the last two words of a name.
func lastTwo(name string) string {
	return name[strings.LastIndexByte(name[:max(strings.LastIndexByte(name, ' '), 0)], ' ')+1:]
}

// isFirmOfTwo reports whether a name is one such as "Ernst & Young" or "Johnson&Johnson". Two persons joined
// so have been split before.
func isFirmOfTwo(name string) bool {
	return (strings.Contains(name, "&") || strings.Contains(name, " and ")) && strings.IndexByte(name, ',') < 0
}

// qualifiers say in brackets that a name is not a person's (AACR2 24.4B).
var qualifiers = text.Words(`firm organization organisation group agency musicalgroup firma grupo organisme`)

// isQualifier reports whether a bracket qualifies an organisation: "(Firm)", the
// number, year and place of a conference, "(3rd : 1990 : Oslo)", and whatever ends a
// heading in direct order: "National Gallery (Great Britain)". Of a person it holds
// the fuller form of initials, "Doe, J. (Jane)", or dates.
func isQualifier(name, bracket string) bool {
	if strings.Contains(bracket, " : ") || qualifiers.Has(bracket) {
		return true
	}
	if strings.IndexByte(name, ' ') <= 0 || strings.IndexByte(name, ',') >= 0 || isLifeDate(strings.Trim(bracket, "()")) {
		return false
	}
	return strings.HasSuffix(bracket, ")") && !isDotted(name[strings.LastIndexByte(name, ' ')+1:])
}

// isHierarchy reports whether a name has the form of an organisation's part, "United States. Congress": a
// period and a capital after more than one word, or after one too long for an
// abbreviated forename.
func isHierarchy(name string) bool {
	i := strings.Index(name, ". ")
	if i < 0 {
		return false
	}
	before, after := name[:i], strings.TrimSpace(name[i+2:])
	last := before[strings.LastIndexByte(before, ' ')+1:]
	if utf8.RuneCountInString(after) < 4 || forenameAbbreviations[last] || strings.Contains(last, ".") {
		return false
	}
	if strings.Contains(before, " ") {
		return utf8.RuneCountInString(last) > 2
	}
	return utf8.RuneCountInString(before) > 5
}
