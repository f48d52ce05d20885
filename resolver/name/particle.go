package name

import (
	"strings"

	"lendlink/resolver/text"
)

// particles belong to the family name that follows them. Compared folded.
var particles = text.Words(`abu al bin bint ibn ben el da dal de degli dei del dela della delle der des di do dos du das
	la las le les los lo mac mc san santa st ste saint van den vander vande vanden het op vel von vom zu zum zur ter
	ten te af av y i e ap fitz`)

// exactParticles are those that are known by their accent, apostrophe or lower case
// alone, of Irish, Dutch and German names: O and T are initials.
var exactParticles = map[string]bool{"Ó": true, "Ní": true, "Nic": true, "Uí": true, "'t": true, "’t": true, "dem": true, "und": true}

// connectors join two family names.
var connectors = map[string]bool{"y": true, "i": true, "e": true}

// suffixes follow a name. Compared folded.
var suffixes = text.Words(`jr sr jnr snr ii iii iv 2nd 3rd esq`)

// degrees follow a name, but are not part of it. Compared folded.
var degrees = text.Words(`phd md ma msc dphil edd jd llb llm mba rn dds dvm facs mph`)

// honorifics begin a part of a heading that is a title, not a name (MARC X00 $c).
var honorifics = text.Words(`sir dame lord lady pope saint king queen emperor empress bishop archbishop cardinal duke duchess
	earl baron baroness count countess marquis marquess viscount prince princess rabbi dr prof professor rev reverend mrs mr ms miss
	freiherr graf grafin comte vicomte conde marques don padre fray sultan caliph comtesse duc dom abbot canon
	general captain colonel sister brother consort`)

// namedTitles are honorifics that are given names right after a family name: "Norman,
// Don", "Basie, Count". With a realm they are titles: "Victor, King of Italy".
var namedTitles = text.Words(`don duke earl king prince princess rey reina dom duc conde papa miss marquis bishop baron count sultan`)

// sovereigns are those known by their forename: the name before one is not a family
// name with a given name to come.
var sovereigns = text.Words(`pope king queen saint emperor empress sultan caliph tsar czar papst könig königin
	kaiser rey reina papa roi reine pape`)

var (
	trailingMarks = text.Chars(".,")
	innerMarks    = text.Chars(".- ")
)

// cutParticles cuts the particles that a family name begins with.
func cutParticles(family string) string {
	for {
		first, rest, more := strings.Cut(family, " ")
		if !more || !particles.Has(first) {
			return family
		}
		family = rest
	}
}

// isSuffix reports whether a word that comes after other names is a suffix.
// "J.R." is not.
func isSuffix(s string) bool {
	s = trailingMarks.TrimRight(s)
	return len(s) < 6 && !innerMarks.In(s) && suffixes.Has(s)
}

// isOnlySuffix reports whether a word alone in the given name's place is a suffix: there
// JR, SR, II and IV are initials.
func isOnlySuffix(s string) bool {
	return isSuffix(s) && (s != strings.ToUpper(s) || text.Roman(s) == 3)
}

// elided are particles that are written together with the family name, in lower case.
var elided = []string{"d'", "d’", "l'", "l’", "al-", "el-", "as-", "ad-", "ar-", "an-", "at-", "ez-", "az-", "bin-", "ibn-"}

// withoutElided returns a word without such a particle: d'Alembert, al-Sayyid.
func withoutElided(word string) string {
	for _, particle := range elided {
		if rest, ok := strings.CutPrefix(word, particle); ok {
			return rest
		}
	}
	return word
}

// IsParticle reports whether a word is a particle, or joins two family names.
func IsParticle(word string) bool { return particles.Has(word) || exactParticles[word] }
