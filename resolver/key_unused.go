package resolver

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
)

// means is the field of the citation that a key is for. Keys for several, such as
// rft_id, are not here.
var means = map[openurl.Field]string{
	openurl.ATitle: "title", openurl.BTitle: "title", openurl.JTitle: "title", openurl.Title: "title", openurl.STitle: "title",
	openurl.AuLast: "author", openurl.AuFirst: "author", openurl.AuInit: "author", openurl.AuInit1: "author", openurl.AuInitM: "author",
	openurl.AuSuffix: "author", openurl.Au: "author", openurl.AuCorp: "author", openurl.Creator: "author",
	openurl.Inventor: "author", openurl.InvLast: "author", openurl.InvFirst: "author",
	openurl.Date: "issued", openurl.Year: "issued", openurl.PubDate: "issued", openurl.PubYear: "issued", openurl.Month: "issued",
	openurl.Volume: "volume", openurl.Issue: "issue", openurl.Part: "issue",
	openurl.SPage: "page", openurl.EPage: "page", openurl.Pages: "page", openurl.ArtNum: "page",
	openurl.ISBN: "ISBN", openurl.NormalizedISBN: "ISBN", openurl.ISBNList: "ISBN", openurl.EISBN: "ISBN", openurl.EISBNList: "ISBN",
	openurl.ISSN: "ISSN", openurl.NormalizedISSN: "ISSN", openurl.EISSN: "ISSN",
	openurl.Pub: "publisher", openurl.Publisher: "publisher", openurl.Inst: "publisher",
	openurl.Place: "publisher-place", openurl.PubPlace: "publisher-place",
	openurl.Edition: "edition", openurl.Series: "collection-title",
	openurl.OCLCNum: "OCLC", openurl.LCCN: "LCCN", openurl.DOI: "DOI", openurl.PMID: "PMID", openurl.PMCID: "PMCID",
	openurl.ArXiv: "arXiv", openurl.Bibcode: "bibcode", openurl.Handle: "handle",
}

// whyUnused returns why the value of a pair about the item is in no field of the citation.
func (r *Resolution) whyUnused(p openurl.Pair) KeyStatus {
	f := citation.FieldNamed(means[p.Field])
	switch {
	case f == nil:
		return Unused
	case f.Value(&r.Citation) != "":
		return Superseded
	case f.Types != nil && !slices.Contains(f.Types, r.Citation.Type):
		return NotOfType
	}
	return Unused
}
