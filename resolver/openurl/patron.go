package openurl

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// patronEntities are the entities of a ContextObject that are, or may point to, who
// asks and where: requester, service type and resolver (Z39.88-2004, table 6).
var patronEntities = [...]string{"req", "svc", "res"}

// patronKeys are private keys that hold, or may hold, who the patron is. They are
// written without dots, hyphens and underscores, as squeezed returns them.
var patronKeys = setOf(`
	user userid username userip useremail usertype uid netid login loginid loginname logonid
	patron patronid patronname patronip patrontype borrower borrowerid borrowername borrowernumber requesterid requestorid
	email mail emailaddress phonenumber ip ipaddress ipaddr clientip remoteaddr remotehost remoteuser remoteip xforwardedfor
	session sessionid sessid jsessionid phpsessid aspsessionid aspnetsessionid fssessid sessionkey sessiontoken
	ticket casticket token accesstoken authtoken idtoken refreshtoken jwt samlresponse samlart apikey authkey
	password passwd passwort pwd barcode cardnumber cardno cardid librarycard librarycardnumber
	memberid membernumber studentid studentnumber studentno staffid employeeid personid personnelnumber matrikelnummer
	eppn edupersonprincipalname edupersontargetedid shibuser shibid eduid dob birthdate dateofbirth pi rk pdshandle pdshandleid
	usr uname logon bearer saml authorization auth pincode pds firstname lastname surname givenname displayname fullname`)

// patronWords are such keys that titles often have as words too: "Travel & Phone: essays".
var patronWords = setOf(`requester requestor phone telephone mobile cookie cookies pass pin secret card student`)

// patronPrefixes and patronSuffixes are what other keys about patrons begin or end
// with: patron_home_library, alma_user_email.
var (
	patronPrefixes = [...]string{"patron", "borrower", "requester", "requestor", "session", "jsession"}
	patronSuffixes = [...]string{"userid", "username", "userip", "email", "sessionid", "password", "token", "barcode", "ipaddress", "netid"}
)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

// isPatronKey reports whether a key in lower case is about the patron, or about
// another entity that may be.
func isPatronKey(key string) bool {
	key = withoutReferent(key)
	if isPatronEntity(key) {
		return true
	}
	name := squeezed(key)
	if patronKeys[name] || patronWords[name] {
		return true
	}
	if name == "" {
		return false
	}
	first, last := name[0], name[len(name)-1] // most keys differ in them
	for _, p := range patronPrefixes {
		if p[0] == first && strings.HasPrefix(name, p) {
			return true
		}
	}
	for _, s := range patronSuffixes {
		if s[len(s)-1] == last && strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}

// isPatronEntity reports whether a key in lower case names one of patronEntities:
// "res" and "res_id", not "research".
func isPatronEntity(key string) bool {
	for _, e := range patronEntities {
		if rest, ok := strings.CutPrefix(key, e); ok && (rest == "" || keySigns.Has(rest[0])) {
			return true
		}
	}
	return false
}

// withoutReferent removes the prefix that some templates put before every key:
// rft.user_id.
func withoutReferent(key string) string {
	if rest, ok := strings.CutPrefix(key, "rft"); ok && rest != "" && keySigns.Has(rest[0]) {
		return rest[1:]
	}
	return key
}

// keySigns are the characters besides letters and digits that keys are written with.
var keySigns = text.Chars("._-")

// separators are what follows a key.
var separators = text.Chars("=:")

// squeezed returns a key without these.
func squeezed(key string) string {
	if keySigns.Index(key) < 0 {
		return key
	}
	var b strings.Builder
	b.Grow(len(key))
	for i := range len(key) {
		if !keySigns.Has(key[i]) {
			b.WriteByte(key[i])
		}
	}
	return b.String()
}

// longestKey bounds a key, without what plainKey drops.
const longestKey = 60

// plainKey is what a piece of a link begins with, read as a key however it is
// spelled, so that what is decided about a key does not depend on its spelling.
type plainKey struct {
	name      string // lower case letters and digits, with dots, hyphens and underscores between them; "" for no key
	separator byte   // '=' or ':', or 0 where the piece ends without either
	blank     bool   // there were blanks inside, now underscores
	value     string // what follows the separator, as it was sent
}

// readKey reads the key of a piece: escapes decoded until none is left, entities
// and wide letters written plainly, without invisible signs and those that
// cannot belong to a key.
func readKey(piece string) plainKey {
	if i := separators.Index(piece); i >= 0 && isPlainlyWritten(piece[:i]) { // most are
		return plainKey{name: keySigns.Trim(strings.ToLower(piece[:i])), separator: piece[i], value: piece[i+1:]}
	}
	text, separator, value := decodeToSeparator(piece)
	// An entity, of which the piece's own ampersand was the first sign. The names of some are keys: "&phone;=".
	if bare := strings.TrimSuffix(text, ";"); isPatronKey(strings.ToLower(bare)) {
		text = bare
	} else if strings.IndexByte(text, ';') >= 0 {
		text = html.UnescapeString("&" + text)
	}
	if !isASCII(text) {
		text = plainLetters(strings.ToValidUTF8(text, ""), separator)
	}
	k := plainKey{separator: separator, value: value}
	var b strings.Builder
	blank := false
	for _, r := range text {
		if !inKeys(r) {
			blank = blank || unicode.IsSpace(r)
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte('_')
			k.blank = true
		}
		blank = false
		b.WriteRune(unicode.ToLower(r))
		if b.Len() > longestKey {
			return plainKey{separator: separator, value: value}
		}
	}
	k.name = keySigns.Trim(b.String())
	return k
}

// isPlainlyWritten reports whether a key needs no reading.
func isPlainlyWritten(name string) bool {
	for i := range len(name) {
		c := name[i]
		isPlain := 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
		if !isPlain && !keySigns.Has(c) {
			return false
		}
	}
	return len(name) <= longestKey
}

// inKeys reports whether a rune can be one of a key's. The Hangul fillers count as
// letters and show nothing.
func inKeys(r rune) bool {
	switch {
	case r == 0x115F, r == 0x1160:
		return false
	case r < utf8.RuneSelf && keySigns.Has(byte(r)):
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isUnseen reports whether a rune shows nothing: blanks, control characters, marks
// of direction, the byte order mark.
func isUnseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn)
}

// hasValue reports whether anything follows the separator.
func (k plainKey) hasValue() bool { return strings.TrimSpace(k.value) != "" }

// isPatron reports whether a piece with this key is about the patron. Before a ":",
// which titles have too, it depends on what follows.
func (k plainKey) isPatron() bool {
	switch {
	case !k.hasValue():
		return false
	case k.separator == '=':
		return isPatronKey(k.name)
	case k.blank:
		return false
	}
	key := withoutReferent(k.name)
	switch name := squeezed(key); {
	case patronWords[name]:
		return !isProse(k.value)
	case isPatronEntity(key) || patronKeys[name]:
		return strings.ContainsAny(key, "._") || !isSubtitle(k.value)
	}
	return false
}

// isOtherEntity reports whether a piece that is not a pair as it was sent is one about
// another entity than the item all the same: rfr_id%3Dinfo:sid/x.
func (k plainKey) isOtherEntity() bool { return !k.blank && k.hasValue() && classify(k.name).entity }

// decodeToSeparator decodes a piece up to its first "=" or ":", however often it was
// encoded. Each escape is resolved as soon as it is complete, so that the work is
// in proportion to the piece.
func decodeToSeparator(piece string) (text string, separator byte, value string) {
	b := make([]byte, 0, min(len(piece), 2*longestKey))
	for i := range len(piece) {
		c := piece[i]
		if c == '+' {
			c = ' '
		}
		b = resolveEscape(append(b, c))
		n := len(b)
		if b[n-1] == '=' || b[n-1] == ':' {
			return string(b[:n-1]), b[n-1], piece[i+1:]
		}
		if b[n-1] < utf8.RuneSelf {
			continue
		}
		r, size := utf8.DecodeLastRune(b)
		if meant, ok := wideSeparators[r]; ok {
			return string(b[:n-size]), meant, piece[i+1:]
		}
	}
	return string(b), 0, ""
}

// resolveEscape replaces escapes at the end of b, as long as it ends in one: %25 and
// then 3D make a "%3D", which makes a "=".
func resolveEscape(b []byte) []byte {
	for {
		n := len(b)
		switch {
		case n >= 3 && b[n-3] == '%' && isHex(b[n-2]) && isHex(b[n-1]):
			b = append(b[:n-3], unhex(b[n-2])<<4|unhex(b[n-1]))
		case n >= 6 && b[n-6] == '%' && b[n-5]|0x20 == 'u' && hex4(string(b[n-4:])) >= 0:
			b = utf8.AppendRune(b[:n-6], rune(hex4(string(b[n-4:]))))
		default:
			return b
		}
	}
}

// decodeAll decodes every escape of a value, however often it was encoded.
func decodeAll(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		b = resolveEscape(append(b, s[i]))
	}
	return string(b)
}
