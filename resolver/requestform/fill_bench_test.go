package requestform_test

import (
	"net/url"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// A chapter with everything, and the library's own name in an extra.
func BenchmarkFill(b *testing.B) {
	f := requestform.Form{
		Service: requestform.Tipasa,
		URL:     "https://12345.account.worldcat.org/profile/route/openurl?",
		Params:  []requestform.Param{{Key: "rfr_id", Value: "info:sid/lendlink:demo"}},
	}
	c := &citation.Citation{
		Type: citation.Chapter, Title: "Water and power: irrigation in the hill towns", ContainerTitle: "The Oxford handbook of medieval towns",
		Author: []citation.Name{{Family: "García Márquez", Given: "Ana María", Suffix: "Jr."}}, Issued: citation.Date{Year: 2012},
		Publisher: "Oxford University Press", PublisherPlace: "Oxford", Edition: "2nd ed.", Page: "236-259",
		ISBN: "9780195285062", DOI: "10.1093/oxfordhb/9780195285062.013.0012", Custom: citation.Custom{OCLC: "54987177"},
	}
	b.ReportAllocs()
	for b.Loop() {
		f.Fill(c, requestform.Provenance{Source: "primo.exlibrisgroup.com-01UNI_ALMA"})
	}
}

// The yardstick: the standard library writing twelve keys of the same item.
func BenchmarkValuesEncode(b *testing.B) {
	v := url.Values{
		"url_ver": {"Z39.88-2004"}, "rft_val_fmt": {"info:ofi/fmt:kev:mtx:book"}, "rft.genre": {"bookitem"},
		"rft.btitle": {"The Oxford handbook of medieval towns"}, "rft.atitle": {"Water and power: irrigation in the hill towns"},
		"rft.au": {"García Márquez, Ana María, Jr."}, "rft.date": {"2012"}, "rft.isbn": {"9780195285062"}, "rft.pages": {"236-259"},
		"rft.pub": {"Oxford University Press"}, "rft.place": {"Oxford"}, "rfe_dat": {"54987177"},
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = "https://12345.account.worldcat.org/profile/route/openurl?" + v.Encode()
	}
}
