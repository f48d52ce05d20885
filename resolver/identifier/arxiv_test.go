package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseArXiv(t *testing.T) {
	vectors{
		{"with a version", "arXiv:1706.03762v5", "1706.03762"},
		{"bare", "1412.7054", "1412.7054"},
		{"before 2007", "math.GT/0309136", "math.GT/0309136"},
		{"an address", "https://arxiv.org/abs/1706.03762?context=cs", "1706.03762"},
		{"a file", "https://arxiv.org/pdf/hep-th/9901001v1.pdf", "hep-th/9901001"},
		{"info", "info:arxiv/1706.03762", "1706.03762"},
		{"of a harvester", "oai:arXiv.org:hep-th/9901001", "hep-th/9901001"},
		{"a date", "2017.06", ""},
		{"six digits", "1706.037620", ""},
		{"a DOI", "10.48550/arXiv.1706.03762", ""},
		{"empty", "arXiv:", ""},
	}.run(t, identifier.ParseArXiv)
}

// TestArXivDOI: arXiv registers a DOI for each e-print, which names the number.
func TestArXivDOI(t *testing.T) {
	for _, number := range []string{"1706.03762", "hep-th/9901001"} {
		doi, ok := identifier.ParseDOI(identifier.ArXivDOI(number))
		if !ok || !identifier.IsArXivDOI(doi) {
			t.Errorf("%s: the DOI %q is arXiv's: %t, %t", number, doi, ok, identifier.IsArXivDOI(doi))
		}
	}
	for doi, want := range map[string]bool{
		"10.48550/ARXIV.1706.03762": true, "10.48550/arXiv.": false, "10.1086/679999": false, "": false,
	} {
		if identifier.IsArXivDOI(doi) != want {
			t.Errorf("%q is arXiv's: %t", doi, !want)
		}
	}
}
