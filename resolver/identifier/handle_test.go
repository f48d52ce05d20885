package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseHandle(t *testing.T) {
	vectors{
		{"bare", "2027/mdp.39015012345678", "2027/mdp.39015012345678"},
		{"an address", "https://hdl.handle.net/2027/mdp.39015012345678", "2027/mdp.39015012345678"},
		{"info", "info:hdl/20.500.11811/1234", "20.500.11811/1234"},
		{"labelled", "hdl:1721.1/7582", "1721.1/7582"},
		{"a DOI", "10.1000/182", ""},
		{"a date", "12/", ""},
		{"no prefix of numbers", "mdp/39015012345678", ""},
		{"a blank in it", "1721.1/75 82", ""},
		{"empty", "hdl:", ""},
	}.run(t, identifier.ParseHandle)
}
