package requestform

import (
	"strings"

	"lendlink/resolver/citation"
)

// key is one key of an address and the value that it holds.
type key struct {
	name  string
	value field
}

// discoveryKeys are the keys that WorldCat Discovery sends to OCLC's request
// forms, with those of an article. The order is that of Discovery, so that what
// identifies the item comes first should a system on the way cut the address.
var discoveryKeys = []key{
	{"url_ver", fieldVersion},
	{"rft_val_fmt", fieldFormat},
	{"rft.genre", fieldGenre},
	{"rft_id", fieldOCLCURI},
	{"rft_id", fieldISBNURN},
	{"rft_id", fieldDOIURI},
	{"rft_id", fieldPMIDURI},
	{"rft.btitle", fieldBtitle},
	{"rft.jtitle", fieldJtitle},
	{"rft.atitle", fieldAtitle},
	{"rft.title", fieldTitle},
	{"rft.aulast", fieldAulast},
	{"rft.aufirst", fieldAufirst},
	{"rft.au", fieldAu},
	{"rft.aucorp", fieldAucorp},
	{"rft.date", fieldDate},
	{"rft.isbn", fieldISBN},
	{"rft.issn", fieldISSN},
	{"rft.volume", fieldVolume},
	{"rft.issue", fieldIssue},
	{"rft.spage", fieldSpage},
	{"rft.epage", fieldEpage},
	{"rft.pages", fieldPages},
	{"rft.edition", fieldEdition},
	{"rft.pub", fieldPub},
	{"rft.place", fieldPlace},
	{"rft.series", fieldSeries},
	{"rfe_dat", fieldOCLC},
	{"rfr_id", fieldReferrer},
}

// field is one value that an address can hold.
type field int

const (
	fieldVersion field = iota
	fieldFormat
	fieldGenre
	fieldOCLCURI
	fieldISBNURN
	fieldDOIURI
	fieldPMIDURI
	fieldBtitle
	fieldJtitle
	fieldAtitle
	fieldTitle
	fieldAulast
	fieldAufirst
	fieldAu
	fieldAucorp
	fieldDate
	fieldISBN
	fieldISSN
	fieldVolume
	fieldIssue
	fieldSpage
	fieldEpage
	fieldPages
	fieldEdition
	fieldPub
	fieldPlace
	fieldSeries
	fieldOCLC
	fieldReferrer
	fieldCount
)

// values is a citation as the keys need it; what is not known is "".
type values [fieldCount]string

func (v *values) read(c *citation.Citation, l layout, source string) {
	v[fieldVersion], v[fieldFormat], v[fieldGenre] = "Z39.88-2004", l.format, clean(l.genre)
	v.placeTitles(l, clean(c.Title), clean(c.ContainerTitle))
	v[fieldDate] = c.Issued.String()
	v[fieldISBN], v[fieldISSN], v[fieldOCLC] = clean(c.ISBN), clean(c.ISSN), clean(c.Custom.OCLC)
	v[fieldVolume], v[fieldIssue], v[fieldPages] = clean(c.Volume), clean(c.Issue), clean(c.Page)
	v[fieldSpage], v[fieldEpage] = startEnd(v[fieldPages])
	v[fieldEdition], v[fieldSeries] = clean(c.Edition), clean(c.CollectionTitle)
	v[fieldPub], v[fieldPlace] = clean(c.Publisher), clean(c.PublisherPlace)

	n := firstAuthor(c.Author)
	doi, pmid, source := clean(c.DOI), clean(c.PMID), clean(source)
	// What has to be put together goes through one buffer: one allocation for all.
	var j joiner
	j.Grow(128 + len(v[fieldOCLC]) + len(v[fieldISBN]) + len(doi) + len(pmid) + len(n.Family) + 2*len(n.Given) + 2*len(n.Suffix) + len(source))
	v[fieldOCLCURI] = j.prefixed("info:oclcnum/", v[fieldOCLC])
	v[fieldISBNURN] = j.prefixed("urn:ISBN:", v[fieldISBN])
	v[fieldDOIURI] = j.prefixed("info:doi/", doi)
	v[fieldPMIDURI] = j.prefixed("info:pmid/", pmid)
	v[fieldAulast], v[fieldAufirst], v[fieldAucorp] = n.Family, n.Given, n.Literal
	if n.Family != "" {
		v[fieldAu] = j.join(n.Family, j.prefixed(", ", n.Given), j.prefixed(", ", n.Suffix))
	}
	v[fieldReferrer] = "info:sid/lendlink"
	if source != "" {
		v[fieldReferrer] = j.join("info:sid/", source, " via lendlink")
	}
}

// count tells how many values are known.
func (v *values) count() int {
	n := 0
	for i := range v {
		if v[i] != "" {
			n++
		}
	}
	return n
}

// firstAuthor gives the first author of whom something is known, with either a
// family name or a literal. A form has one field for authors, so the others are
// not sent.
func firstAuthor(authors []citation.Name) citation.Name {
	for _, a := range authors {
		n := citation.Name{Family: clean(a.Family), Given: clean(a.Given), Suffix: clean(a.Suffix), Literal: clean(a.Literal)}
		if n.Literal != "" {
			return citation.Name{Literal: n.Literal}
		}
		if n.Family == "" { // one name alone is the one that is searched for
			n.Family, n.Given = n.Given, ""
		}
		if n.Family != "" {
			return n
		}
	}
	return citation.Name{}
}

// joiner puts strings together in one buffer. What it gave stays valid when the
// buffer grows.
type joiner struct{ strings.Builder }

func (j *joiner) join(parts ...string) string {
	start := j.Len()
	for _, p := range parts {
		j.WriteString(p)
	}
	return j.String()[start:]
}

// prefixed is join for a value that may be missing.
func (j *joiner) prefixed(prefix, value string) string {
	if value == "" {
		return ""
	}
	return j.join(prefix, value)
}
