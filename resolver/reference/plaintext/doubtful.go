package plaintext

import "lendlink/resolver/name"

// dropDoubtful leaves out names at the end of a list that a comma ends: in "John Smith,
// Dark Matter, Nature 5" the second is a title. Initials or "and" make a name sure.
func dropDoubtful(tokens []token, people []person, end int) ([]person, int) {
	if end >= len(tokens) || !tokens[end].is(comma|colon|open) || isYearAfter(tokens, end) {
		return people, end
	}
	if end+1 < len(tokens) && tokens[end].is(open) && tokens[end+1].is(editor|translator) {
		if i := firstDoubtful(tokens, people); i > 0 { // Roe, Bo, Old Lamps, Ann Lee (trans.)
			return people[:i], people[i-1].to
		}
	}
	if i := firstDoubtful(tokens, people); i > 0 && isImprint(tokens, end) { // Lynn White, Medieval Technology and Social Change (Oxford:
		return people[:i], people[i-1].to
	}
	if last := len(people) - 1; last > 0 && !people[last].afterAnd && isImprint(tokens, end) { // Hermione Lee, Virginia Woolf (London:
		people, end = people[:last], people[last-1].to
	}
	for len(people) > 1 {
		last := people[len(people)-1]
		if !last.doubtful(tokens) {
			break
		}
		people = people[:len(people)-1]
		end = people[len(people)-1].to
	}
	return people, end
}

// doubtful reports whether a name may be two words of a title.
func (p *person) doubtful(tokens []token) bool {
	return p.form == givenFirst && !p.afterAnd && !p.hasInitials && !tokens[p.from].isGivenName()
}

// isGivenName reports whether a word is a given name by one of the lists.
func (t *token) isGivenName() bool { return t.is(forename) || name.IsGiven(t.text) }

// firstDoubtful returns the place of the first such name after the first name, or 0.
func firstDoubtful(tokens []token, people []person) int {
	for i := 1; i < len(people); i++ {
		if people[i].doubtful(tokens) {
			return i
		}
	}
	return 0
}
