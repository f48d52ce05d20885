package plaintext

// nameForm is a way to write a person's name.
type nameForm uint8

const (
	noName       nameForm = iota
	familyFirst           // Lee, A. B.; Lee AB
	familyGiven           // Lee, Anna B.
	initialsLead          // A. B. Lee
	givenFirst            // Anna B. Lee
)

// person is one name of a list: the tokens of its parts.
type person struct {
	form        nameForm
	family      span
	given       span
	from, to    int
	afterAnd    bool // "and" joins it to the names before
	heads       bool // it is the first of a list
	hasInitials bool
}

type span struct{ from, to int }

// following lists the forms that a name can have after one of another form, the surer
// first. The last row is for the beginning of a list.
var following = map[nameForm][]nameForm{
	familyFirst:  {familyFirst, initialsLead},
	familyGiven:  {initialsLead, givenFirst, familyFirst},
	initialsLead: {initialsLead, familyFirst},
	givenFirst:   {initialsLead, givenFirst},
	noName:       {familyFirst, initialsLead, familyGiven, givenFirst},
}

// followingAnd lists them where "and", "&" or a semicolon is between the two.
var followingAnd = map[nameForm][]nameForm{
	familyFirst:  {familyFirst, initialsLead, familyGiven, givenFirst},
	familyGiven:  {familyFirst, familyGiven, initialsLead, givenFirst},
	initialsLead: {initialsLead, familyFirst, givenFirst},
	givenFirst:   {initialsLead, givenFirst},
}

// maxPeople bounds a list; forms take the first.
const maxPeople = 100

// nameList reads the people that are named one after another from a token on. It
// returns where the list ends, et al. included, or at itself.
func nameList(tokens []token, at int) (people []person, end int) {
	return namesUpTo(tokens, at, maxPeople)
}

// namesUpTo is nameList of at most so many people.
func namesUpTo(tokens []token, at, most int) (people []person, end int) {
	end = at
	next, joined, forms := at, false, following[noName]
	for len(people) < most {
		p, ok := nameAt(tokens, next, forms, len(people) == 0)
		if !ok {
			break
		}
		p.afterAnd = joined
		people, end = append(people, p), p.to
		if to := othersEnd(tokens, end); to > 0 {
			return people, to
		}
		next, joined = pastSeparator(tokens, end)
		if next == end {
			break
		}
		forms = following[p.form]
		if joined {
			forms = followingAnd[p.form]
		}
	}
	return dropDoubtful(tokens, people, end)
}

// pastSeparator returns where the next name would begin, and whether more than a comma
// separates it from the last.
func pastSeparator(tokens []token, at int) (next int, joined bool) {
	for next = at; next < len(tokens) && next < at+3; next++ {
		t := &tokens[next]
		if !t.is(comma|semicolon|and|slash) || t.is(and) && t.is(capital) && !isAmongCapitals(tokens, next) {
			break
		}
		joined = joined || t.is(semicolon|and|slash)
	}
	return next, joined
}

// othersEnd returns where "et al." ends that follows a name, 0 if there is none.
func othersEnd(tokens []token, at int) int {
	i := at
	if i < len(tokens) && tokens[i].is(comma) {
		i++
	}
	if i < len(tokens) && (tokens[i].is(and) || tokens[i].text == "et") {
		i++
	}
	if i >= len(tokens) || !tokens[i].is(etAl) && !isOthers(tokens[i].text) {
		return 0
	}
	if i+1 < len(tokens) && tokens[i+1].is(dash) { // Al-Gazali
		return 0
	}
	if i++; i < len(tokens) && tokens[i].is(period) {
		i++
	}
	return i
}

// isOthers reports whether a word is for further people.
func isOthers(word string) bool {
	switch word {
	case "others", "otros", "autres", "andere", "col", "collab":
		return true
	}
	return false
}

func nameAt(tokens []token, at int, forms []nameForm, heads bool) (person, bool) {
	for _, form := range forms {
		p := person{form: form, from: at, heads: heads}
		ok := false
		switch form {
		case familyFirst:
			ok = p.familyInitials(tokens)
		case familyGiven:
			ok = p.familyForenames(tokens)
		case initialsLead:
			ok = p.initialsFamily(tokens)
		case givenFirst:
			ok = p.forenamesFamily(tokens)
		}
		if ok {
			p.to = suffixEnd(tokens, p.to)
			return p, true
		}
	}
	return person{}, false
}

// familyInitials reads "Lee, A. B." and "Lee AB". Like its siblings, it reports whether the tokens are such a name.
func (p *person) familyInitials(tokens []token) bool {
	end := familyEnd(tokens, p.from, 3, true)
	if end == p.from {
		return false
	}
	if end < len(tokens) && tokens[end].is(suffix) && !tokens[end].isCapitals() { // Lee Jr., A. B., but not Lee JR
		end = suffixEnd(tokens, end)
	}
	p.family = span{p.from, end}
	separated := end < len(tokens) && tokens[end].is(comma|open)
	if separated {
		end++
	}
	p.given.from = end
	p.given.to = initialsEnd(tokens, end)
	if p.given.to == end {
		return false
	}
	p.to = p.given.to
	if tokens[end-1].is(open) { // Lee (A. B.)
		if p.to >= len(tokens) || !tokens[p.to].is(closing) {
			return false
		}
		p.to++
	}
	p.to = particlesEnd(tokens, p.to)
	p.hasInitials = true
	return endsName(tokens, p.to) && (separated || !p.heads || !p.isForenamed(tokens))
}

// isForenamed reports whether "Anna B." without a comma goes on as a name in direct
// order does.
func (p *person) isForenamed(tokens []token) bool {
	last := &tokens[p.given.to-1]
	if tokens[p.from].is(upper) && p.to < len(tokens) && tokens[p.to].is(upper) { // MORGAN D. H. FAMILY TIES
		return false
	}
	if !last.is(period) || p.to >= len(tokens) || !tokens[p.to].is(capital) || len(tokens[p.given.from].text) > 1 {
		return false
	}
	direct := person{from: p.from}
	if !direct.forenamesFamily(tokens) || direct.to >= len(tokens) {
		return false
	}
	if tokens[direct.to].is(and) && direct.to+1 < len(tokens) && tokens[direct.to+1].is(small) { // Roe B. Guetter et dormir
		return false
	}
	return tokens[direct.to].is(comma | period | and | open | semicolon | colon)
}

// familyForenames reads "Lee, Anna B.".
func (p *person) familyForenames(tokens []token) bool {
	end := familyEnd(tokens, p.from, 3, true)
	if p.heads && p.forenameInBracket(tokens, end) {
		return true
	}
	if end == p.from || end >= len(tokens) || !tokens[end].is(comma) {
		return false
	}
	p.family = span{p.from, end}
	p.given.from = end + 1
	i := p.given.from
	if i >= len(tokens) || !isForename(tokens, i) || p.isListOfDirect(tokens) {
		return false
	}
	i, p.hasInitials = forenamesEnd(tokens, i)
	if p.isDirect(tokens, i) {
		return false
	}
	p.given.to = i
	p.to = particlesEnd(tokens, i)
	return endsName(tokens, p.to)
}

// initialsFamily reads "A. B. Lee".
func (p *person) initialsFamily(tokens []token) bool {
	end := initialsEnd(tokens, p.from)
	if end == p.from || isShortForename(&tokens[p.from]) && tokens[p.from].is(ofWord) { // An Illustrated History
		return false
	}
	p.given = span{p.from, end}
	p.family.from = end
	p.family.to = familyEnd(tokens, end, 3, false)
	if last := end - 1; p.family.to == end && last > p.from && len(tokens[last].text) > 1 { // C. Hu
		p.given.to, p.family.from, p.family.to = last, last, end
	}
	p.to = p.family.to
	p.hasInitials = true
	return p.to > p.given.to && endsName(tokens, p.to)
}

// isDirect reports whether what would be a family name of two words is a whole name, and
// what would be the forenames the title after its comma: "Alena Lede, How Russia Works:".
func (p *person) isDirect(tokens []token, end int) bool {
	if p.family.to-p.family.from != 2 || tokens[p.family.from].is(particle) {
		return false
	}
	if p.isTitleAName(tokens, end) {
		return true
	}
	if tokens[p.given.from].is(forename) {
		return false
	}
	if tokens[p.family.from].is(upper) && tokens[p.family.to-1].is(upper) && !tokens[p.given.from].is(upper) { // GARCÍA LOPE, Néstor
		return false
	}
	return end < len(tokens) && tokens[end].is(comma|colon|open|quote) && !isYearAfter(tokens, end)
}

// isListOfDirect reports whether what looks like a family name of two words and the
// forenames after a comma are the first two of three or more names in direct order.
func (p *person) isListOfDirect(tokens []token) bool {
	if p.family.to-p.family.from < 2 || tokens[p.family.from].is(particle|upper) {
		return false
	}
	if tokens[p.family.from].is(forename) && !tokens[p.given.from].is(forename) { // James Gleick, Chaos
		return true
	}
	at, n := p.from, 0
	for n < 4 {
		direct := person{from: at}
		if !direct.forenamesFamily(tokens) {
			break
		}
		n++
		next, joined := pastSeparator(tokens, direct.to)
		if joined && n > 1 {
			return true
		}
		if next == direct.to {
			break
		}
		at = next
	}
	return n > 2
}

// forenamesFamily reads "Anna B. Lee".
func (p *person) forenamesFamily(tokens []token) bool {
	if p.from+1 >= len(tokens) || !isForename(tokens, p.from) || tokens[p.from].is(journal) && !tokens[p.from].is(forename) {
		return false
	}
	if tokens[p.from].is(month) && !tokens[p.from+1].is(capital) { // Jan Roe, but not May 1993
		return false
	}
	words, last, i := 0, p.from, p.from
	for i < len(tokens) && words < 6 {
		t := &tokens[i]
		if t.is(comma|and) && !t.is(particle) || !isNameWord(t) && !t.is(initial) {
			break
		}
		if !t.is(particle) || t.is(capital) {
			last = i
			p.hasInitials = p.hasInitials || t.is(initial) && i > p.from
		}
		words++
		i++
		if i < len(tokens) && tokens[i].is(period) && t.is(initial) {
			i++
		}
		for i+1 < len(tokens) && tokens[i].is(dash) && !tokens[i].space && tokens[i+1].is(capital|small) {
			i += 2
			if !tokens[i-1].is(particle) {
				last = i - 3
			}
		}
	}
	for last > p.from+1 && tokens[last-1].is(particle) && tokens[last-1].is(small) {
		last--
	}
	p.given, p.family, p.to = span{p.from, last}, span{last, i}, i
	p.turnCapitals(tokens)
	return words > 1 && last > p.from && endsName(tokens, i)
}
