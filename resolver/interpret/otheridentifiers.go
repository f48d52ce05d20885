package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// otherIdentifiers are those that have a key of their own, or say in rft_id what they are
// by what they begin with.
var otherIdentifiers = []struct {
	field string
	key   openurl.Field
	names []string // what an identifier or address has in it that names one, in lower case
	parse func(string) (string, bool)
	code  warning.Code
}{
	{
		"PMCID", openurl.PMCID,
		[]string{"pmcid", "info:pmc/", "pmc/articles/", "pmc.ncbi.nlm.nih.gov/", "europepmc.org/article/pmc", "europepmc.org/articles/pmc"},
		identifier.ParsePMCID, warning.PMCIDInvalid,
	},
	{"arXiv", openurl.ArXiv, []string{"arxiv"}, identifier.ParseArXiv, warning.ArXivInvalid},
	{"bibcode", openurl.Bibcode, []string{"bibcode", "adsabs.harvard.edu/"}, identifier.ParseBibcode, warning.BibcodeInvalid},
	{"handle", openurl.Handle, []string{"info:hdl/", "hdl.handle.net/", "hdl:"}, identifier.ParseHandle, warning.HandleInvalid},
	{"MMS", openurl.MMSID, nil, identifier.ParseMMS, ""},
}

// others reads them.
func (r *reader) others() {
	for _, other := range otherIdentifiers {
		value := r.find(other.field, other.parse, other.key)
		if value == "" && other.names != nil {
			value = r.find(other.field, func(s string) (string, bool) {
				if !text.ContainsAnyOf(strings.ToLower(s), other.names) {
					return "", false
				}
				return other.parse(s)
			}, openurl.ID, openurl.Identifier, openurl.PMID)
		}
		if value != "" {
			*citation.FieldNamed(other.field).At(&r.c) = value
		} else if other.code != "" {
			r.warnUnread(value, other.key, other.code, other.field)
		}
	}
}
