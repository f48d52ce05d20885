package openaccess

import "strings"

// License is a licence that says in general what may be done with a copy.
type License string

// The licences.
const (
	PublicDomain License = "public-domain"
	CC0          License = "cc0"
	CCBY         License = "cc-by"
	CCBYSA       License = "cc-by-sa"
	CCBYND       License = "cc-by-nd"
	CCBYNC       License = "cc-by-nc"
	CCBYNCSA     License = "cc-by-nc-sa"
	CCBYNCND     License = "cc-by-nc-nd"
)

// Licenses lists every licence.
var Licenses = [...]License{PublicDomain, CC0, CCBY, CCBYSA, CCBYND, CCBYNC, CCBYNCSA, CCBYNCND}

// otherNames are names of licences that are not written as they are here.
var otherNames = map[string]License{
	"pd": PublicDomain, "publicdomain": PublicDomain, "mark": PublicDomain, "publicdomain-mark": PublicDomain,
	"cc-zero": CC0, "zero": CC0, "cc-pd": PublicDomain, "cc-pdm": PublicDomain,
}

// ParseLicense returns the licence that a service names: cc-by, CC BY-NC 4.0,
// cc-by-nd-3.0, https://creativecommons.org/licenses/by/4.0/. It returns "" for those that
// say what a publisher permits in its own words.
func ParseLicense(s string) License {
	s = strings.ToLower(strings.TrimSpace(s))
	if _, path, ok := strings.Cut(s, "creativecommons.org/"); ok {
		path, own := strings.CutPrefix(path, "licenses/")
		path = strings.TrimPrefix(path, "publicdomain/")
		path, _, _ = strings.Cut(path, "/")
		if s = path; own {
			s = "cc-" + path
		}
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
	if n := len(words) - 1; n > 0 && strings.Trim(words[n], "0123456789.") == "" {
		words = words[:n]
	}
	s = strings.Join(words, "-")
	for _, l := range Licenses {
		if s == string(l) {
			return l
		}
	}
	return otherNames[s]
}
