package interpret

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// otherIdentifier is an identifier that the type does not depend on.
type otherIdentifier struct {
	field string
	key   openurl.Field
	names []string // what an identifier or address has in it that names one, in lower case
	parse func(string) (string, bool)
	code  warning.Code // where its own key has none
}

// otherIdentifiers are those that have a key of their own, or say in rft_id what they are
// by what they begin with.
var otherIdentifiers = []otherIdentifier{
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
	for i := range otherIdentifiers {
		other := &otherIdentifiers[i]
		value := r.find(other.field, other.parse, other.key)
		if value == "" {
			value = r.find(other.field, func(s string) (string, bool) { return r.named(other, s) }, openurl.ID, openurl.Identifier, openurl.PMID)
		}
		switch {
		case value != "":
			*citation.FieldNamed(other.field).At(&r.c) = value
		case other.code != "":
			r.warnUnread(value, other.key, other.code, other.field)
		}
	}
}

// named reads an identifier that says of itself what it is.
func (r *reader) named(o *otherIdentifier, s string) (string, bool) {
	if !text.ContainsAnyOf(r.lower(s), o.names) {
		return "", false
	}
	return o.parse(s)
}
