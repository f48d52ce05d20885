// Package prose distinguishes what people write to a library, a question, a mail, somebody's
// address, from what they ask for. A title alone is read as a title, and titles say
// everything that people say. So a text counts as prose only where two things that
// letters have and titles have not come together, or where it says how to reach somebody;
// and never where it is built like a reference.
//
// The phrases are data (phrases.txt), the shapes rows. Addresses of e-mail and pairs about
// a patron are what resolver/openurl takes for such in links.
//
// It imports openurl and text.
package prose

import (
	"regexp"
	"strings"

	"lendlink/resolver/openurl"
)

// longest is how much of a text is checked, in bytes.
const longest = 4 << 10

// evidence are the kinds that together make a text prose.
var evidence = [...]struct {
	all     kind
	example string
}{
	{mail | name, "Jane Doe, jane.doe@example.edu"},
	{mail | greeting, "hi, something on ships, jane.doe@example.edu"},
	{mail | wish, "i need something on ships, jane.doe@example.edu"},
	{mail | self, "something on ships, my email is jane.doe@example.edu"},
	{mail | closing, "something on ships, thank you, jane.doe@example.edu"},
	{phone, "Jane Doe, tel. 555-123-4567"},
	{card, "Library card 21912345678"},
	{pair, "username=jdoe"},
	{street | postcode, "Jane Doe, 12 Main Street, Springfield 62704"},
	{greeting | wish, "hello, can you help me with something on ships"},
	{greeting | mine, "hi, about my book"},
	{greeting | account, "hi, the due date of my loan"},
	{greeting | closing, "Hello\nsomething about ships\nthank you"},
	{wish | thing, "i need the article about harbours"},
	{wish | mine, "i can't find my book"},
	{wish | account, "i would like to extend my loan"},
	{wish | self, "i am looking for something on ships, my name is jane"},
	{question | mine, "where is my book?"},
	{question | account, "when will my request be ready?"},
}

// sure are the kinds that no title has, in whatever case it is written.
const sure = mail | name | phone | card | pair

// Is reports whether a text is prose and not a title. A caller whose text may hold a reference
// asks this of its parts, and IsStructured of each.
func Is(text string) bool {
	text = text[:min(len(text), longest)]
	found := kindsIn(text)
	if isTitleCase(text) {
		found &= sure | street | postcode
	}
	for i := range evidence {
		if all := evidence[i].all; found&all == all {
			return true
		}
	}
	return false
}

// kindsIn returns the kinds that a text has.
func kindsIn(text string) kind {
	found := phrasesIn(text)
	for _, s := range shapes {
		if s.shape.MatchString(text) {
			found |= s.kind
		}
	}
	if rest, mails := WithoutMail(text); len(mails) > 0 {
		found |= mail
		if len(words(rest)) < 3 {
			found |= name
		}
	}
	isPair := strings.ContainsAny(text, "0123456789=@_") // "Session: stories" is a title
	if isPair && openurl.WithoutPatron(text) == "" {
		found |= pair
	}
	return found
}

var mailDomain = regexp.MustCompile(`@[^@/]+\.\pL{2,}[.]?$`)

// WithoutMail returns a text without the addresses of e-mail in it: they are not part of an
// item, as in links.
func WithoutMail(text string) (rest string, mails []string) {
	if len(text) > longest {
		return text, nil
	}
	for _, m := range openurl.MailAddresses(text) {
		if mailDomain.MatchString(m) {
			mails = append(mails, m)
			text = strings.Replace(text, m, "", 1)
		}
	}
	if len(mails) > 0 {
		text = strings.Trim(text, " \t\r\n,;:<>()[]")
	}
	return text, mails
}

// shapes are how numbers and addresses of people are written.
var shapes = [...]struct {
	kind  kind
	shape *regexp.Regexp
}{
	{phone, after(`tel|phone|telephone|mobile|cell|call me at|telefon|telefonnummer|handy|mobil|tél|téléphone|portable|`+
		`teléfono|telefono|móvil|movil`,
		`(?:\s?(?:no|nr|number|is|ist|es|est))?[.:\s]{0,3}\+?\(?`+dialled)},
	{phone, regexp.MustCompile(`(?:^|\s)\+[1-9]\d{0,2}[\s(]` + dialled)},
	{card, after(`(?:library|student|id) card|card (?:no|number)|barcode|student (?:id|number)|patron (?:id|number)|ausweisnummer|`+
		`bibliotheksausweis|leseausweis|benutzernummer|matrikelnummer|carte de (?:bibliothèque|lecteur)|numéro de (?:carte|lecteur)|`+
		`carné|número de (?:carné|socio|lector|tarjeta)|tarjeta`, `\P{N}{0,15}\d{6,14}(?:\P{N}|$)`)},
	{street, regexp.MustCompile(`(?:^|[\s,])\d{1,5} (?:\p{Lu}[\pL.']* ){1,3}` +
		`(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd)(?:\P{L}|$)`)},
	{street, regexp.MustCompile(`\p{Lu}\pL*(?:straße|strasse|str\.|weg|gasse|platz|allee) \d{1,4}`)},
	{street, regexp.MustCompile(`(?i)(?:^|[\s,])\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|chemin|impasse) \pL`)},
	{street, regexp.MustCompile(`(?i)(?:^|[\s,])(?:calle|avenida|paseo|plaza) (?:\pL+ ){0,3}\pL+,? (?:n\.?º ?)?\d{1,4}`)},
	{postcode, regexp.MustCompile(`(?:^|\P{N})\d{5}(?:\P{N}|$)`)},
	{postcode, regexp.MustCompile(`(?:^|\P{L})[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?:\P{L}|$)`)},
}

// dialled is a number of seven digits or more.
const dialled = `(?:\d[\s().\-/]{0,2}){6,}\d`

// after returns the shape of a number after one of some words.
func after(words, number string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|\P{L})(?:` + words + `)` + number)
}
