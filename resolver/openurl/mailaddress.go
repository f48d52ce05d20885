package openurl

import (
	"regexp"
	"strings"

	"lendlink/resolver/warning"
)

// mailAddress is an address of e-mail, or of a person under another scheme that has the sign.
var mailAddress = regexp.MustCompile(`(?i)(mailto:)?[^\s,;:<>()\[\]"/&=@]+[@＠﹫][^\s,;<>()\[\]"&=@]+`)

// mayHoldSign are the fields in which what looks like an address is the item's own: titles
// (C@fé, work@home), and identifiers that are made of any signs.
var mayHoldSign = [fieldCount]bool{
	ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true, Series: true, DCSource: true, DOI: true, Bibcode: true, Handle: true,
	Sid: true, RfrID: true, // which are cleaned as sources are
}

// dropMailAddresses removes addresses of e-mail from values under keys about the item:
// newspapers have them after the names of their authors, templates put the patron's where
// anywhere. They are neither kept nor shown.
func (co *ContextObject) dropMailAddresses() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.classes.has(at|beyond) || p.role.has(byValue|reference) || !isMailAddress(p.Field, p.Value) {
			continue
		}
		clean := strings.Trim(mailAddress.ReplaceAllString(p.Value, ""), " ,;")
		p.set(p.unescaped(clean)) // without the blanks around an address, a plus sign may be one
		p.Raw = ""
		co.warnOnce(warning.PersonalDropped, p.Key, "")
	}
}

// isMailAddress reports whether a value has an address of e-mail in it that is not the item's.
func isMailAddress(of Field, value string) bool {
	if mayHoldSign[of] || !hasAt(value) {
		return false
	}
	isDOI := of == ID && strings.Contains(value, "10.")
	return !isDOI && mailAddress.MatchString(value)
}

// MailAddresses returns the addresses of e-mail, or what is written like one, in a text that is
// not a link.
func MailAddresses(text string) []string {
	if !hasAt(text) {
		return nil
	}
	return mailAddress.FindAllString(text, -1)
}

// hasAt reports whether a value has an @, in any script; most do not.
func hasAt(value string) bool {
	return strings.IndexByte(value, '@') >= 0 || !isASCII(value) && strings.ContainsAny(value, "＠﹫")
}

// isPersonIdentifier reports whether a value under a key for an item's identifier is a person's.
func isPersonIdentifier(of Field, value string) bool {
	return (of == ID || of == Identifier) && personalSchemes[strings.ToLower(scheme(value))]
}

// dropPersonIdentifiers empties identifiers that are a person's and not an item's: ldap:…, tel:….
func (co *ContextObject) dropPersonIdentifiers() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !isPersonIdentifier(p.Field, p.Value) {
			continue
		}
		p.set("")
		p.Raw, p.Empty = "", true
		co.warnOnce(warning.PersonalDropped, p.Key, "")
	}
}
