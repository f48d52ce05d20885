package openurl

import "strings"

// key is what a key says before its value is looked at.
type key struct {
	field    Field
	version1 bool // it carries the prefix of OpenURL 1.0
	personal bool
	entity   bool // it is about another entity than the referent, or about the link itself
	role     keyRole
}

// keyRole is what a pair does for the reading of the link as a whole.
type keyRole uint8

const (
	version   keyRole = 1 << iota // it says that the link is one of OpenURL 1.0
	byValue                       // it holds a whole ContextObject
	reference                     // it says where a description can be fetched
	charset                       // it names the encoding
	admin                         // of its value it is known what it looks like
	private                       // it holds private data of the source, with a session among them
)

// has reports whether r includes one of the roles.
func (r keyRole) has(roles keyRole) bool { return r&roles != 0 }

// roles are the keys that have one: administrative and transport keys of OpenURL
// 1.0, and those in which SFX and RefWorks name the encoding.
var roles = map[string]keyRole{
	"url_ver": version, "ctx_ver": version,
	"url_ctx_val": byValue, "url_ctx_ref": reference, "rft_ref": reference,
	"ctx_enc": charset | admin, "__char_set": charset, "__charset": charset, "charset": charset,
	"rft_val_fmt": admin, "rft_val_format": admin, "rfr_id": admin, "sid": admin, "pid": private,
}

// entityPrefixes are the prefixes of the entities that do not describe the
// wanted item, and of administrative and transport keys (Z39.88-2004, tables 6
// and 10). A citing work (rfe.) has titles and ISBNs of its own.
var entityPrefixes = []struct {
	prefix   string
	personal bool
}{
	{"rfe", false}, {"rfr", false}, {"ctx", false}, {"url", false},
	{"req", true}, {"svc", true}, {"res", true},
}

// usual are keys that say nothing about the item but come in most links: Primo's
// and Alma's templates ask for all that the matrices have, and for numbers of their
// own.
var usual = strings.Fields(`rft_id rft_val_fmt rfe_dat rfr_id rft_dat ctx_ver ctx_enc ctx_tim url_ver url_tim url_ctx_fmt
	rft.quarter rft.ssn rft.sici rft.bici rft.coden rft.chron rft.tpages rft.co rft.cc rft.advisor rft.dcTitle
	rft.mms_id rft.object_id rft.language rft_pqid rft_galeid rft_cupid rft_dacid
	svc_val_fmt svc_dat svc.fulltext req.language req_id res_dat rft_ref
	quarter ssn coden sici bici language svc user_ip institution vid customer request_system
	sfx.ignore_date_threshold u.ignore_date_coverage env_type linktype Action Form`)

// known holds what the usual keys mean, so that they need one look-up.
var known = func() map[string]key {
	m := map[string]key{}
	for name := range byName {
		for _, prefix := range []string{"", "rft.", "rft_"} {
			m[prefix+name] = classifyAny(prefix + name)
		}
	}
	for _, name := range usual {
		m[name] = classifyAny(name)
	}
	return m
}()

// classify returns what a decoded key means.
func classify(name string) key {
	if k, ok := known[name]; ok {
		return k
	}
	return classifyAny(name)
}

// classifyAny does so for a key never seen before. Keys are compared without
// case. PHP turns rft.title into rft_title: both are read.
func classifyAny(name string) key {
	if hasUpper(name) {
		name = strings.ToLower(name)
	}
	k := entityOf(name)
	k.role = roles[name]
	return k
}

// entityOf returns which entity and which field of it a key in lower case names.
func entityOf(name string) key {
	if rest, ok := strings.CutPrefix(name, "rft"); ok && len(rest) > 1 && (rest[0] == '.' || rest[0] == '_') {
		switch name {
		case "rft_val_fmt", "rft_val_fmlt", "rft_val_format": // the others are misprints seen in links
			return key{field: Format, version1: true}
		case "rft_ref", "rft_ref_fmt", "rft_dat":
			return key{version1: true, entity: true}
		}
		f := byName[rest[1:]]
		return key{field: f, version1: true, personal: isPatronKey(name)}
	}
	if len(name) > 3 && (name[3] == '.' || name[3] == '_') {
		for _, e := range entityPrefixes {
			if name[:3] == e.prefix {
				k := key{version1: e.prefix != "url" && e.prefix != "ctx", personal: e.personal, entity: true}
				switch name {
				case "rfe_dat":
					k.field = RfeDat
				case "rfr_id":
					k.field = RfrID
				}
				return k
			}
		}
	}
	f := byName[name]
	if isPatronKey(name) {
		return key{personal: true}
	}
	if prefixedOnly[f] {
		f = NoField
	}
	return key{field: f}
}

// plausible reports whether a piece in front of a "=" can be a key: a word of
// letters, digits, dots, underscores and hyphens. Anything else is text that an
// unescaped ampersand cut off.
func plausible(name string) bool {
	if name == "" || len(name) > 60 {
		return false
	}
	if strings.HasPrefix(name, "rft_") || strings.HasPrefix(name, "rft.") { // Primo sends rft_<provider_id>
		return !strings.ContainsAny(name, " \t")
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_'
		further := '0' <= c && c <= '9' || strings.IndexByte(".-:", c) >= 0
		if !letter && (i == 0 || !further) {
			return false
		}
	}
	return true
}

// cutShort reports whether a last piece without "=" is a key whose end was cut
// off with the rest of the link.
func cutShort(piece string) bool {
	k := classify(piece)
	if k.entity || k.version1 {
		return true
	}
	for name := range byName {
		if len(piece) > 1 && strings.HasPrefix(name, piece) {
			return true
		}
	}
	for _, prefix := range [...]string{"rft.", "rft_", "rfr_id", "rfe_dat", "ctx_", "url_"} {
		if len(piece) > 1 && strings.HasPrefix(prefix, piece) {
			return true
		}
	}
	return false
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// isControlKey reports whether a name without value is a key that only programs write:
// "rft.part", "__charset".
func isControlKey(name string, k key) bool {
	return k.version1 || strings.HasPrefix(name, "_") && plausible(name)
}

// isCutKey reports whether the last piece of a link is the beginning of a key.
func isCutKey(name string) bool {
	return plausible(name) && cutShort(name)
}

// isKnown reports whether a key is one that links are known to have.
func (k key) isKnown() bool { return k.field != NoField || k.entity || k.personal }

// asItems returns the key of a piece whose key as sent is not plausible: one about the item, or else as sent.
func (k plainKey) asItems(sent string) string {
	if torn, isTorn := k.tornPrefix(); isTorn {
		return torn
	}
	if k.isItems(sent) {
		return k.name
	}
	return sent
}

// isItems reports whether what is not a plausible key as it was sent is still one
// about the item: a field's, such as "& title=" of a link that was typed, or a sender's own.
// A word of a title, "& Demand=", is neither.
func (k plainKey) isItems(sent string) bool {
	if k.separator != '=' || k.blank {
		return false
	}
	if classify(k.name).field != NoField {
		return true
	}
	return k.hasValue() && len(k.name) >= shortestOwnKey && strings.TrimFunc(sent, isUnseen) == k.name
}

// shortestOwnKey keeps formulas in titles, "& t=5 min", from being taken for keys.
const shortestOwnKey = 3

// tornPrefix returns the key that a blank tore from its prefix: "rft. volume=35".
func (k plainKey) tornPrefix() (name string, isTorn bool) {
	bare, isTorn := strings.CutPrefix(k.name, "rft._")
	return "rft." + bare, isTorn && k.separator == '=' && byName[bare] != NoField
}
