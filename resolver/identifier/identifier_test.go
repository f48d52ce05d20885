package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

// vectors is a text and what is found in it; "" for nothing.
type vectors []struct{ name, in, want string }

func (v vectors) run(t *testing.T, parse func(string) (string, bool)) {
	t.Helper()
	for _, tt := range v {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := parse(tt.in)
			if ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("%q: got %q, %v; want %q", tt.in, got, ok, tt.want)
			}
			if again, ok := parse(got); got != "" && (!ok || again != got) {
				t.Errorf("%q: reading %q again gives %q", tt.in, got, again)
			}
		})
	}
}

func TestParseISBN(t *testing.T) {
	vectors{
		{"ten digits", "0306406152", "9780306406157"},
		{"check digit X", "057117678X", "9780571176786"},
		{"small x", "061871460x", "9780618714605"},
		{"hyphens", "0-471-78379-X", "9780471783794"},
		{"thirteen digits", "9789570810530", "9789570810530"},
		{"979", "979-10-343-0459-2", "9791034304592"},
		{"979-8", "9798602405453", "9798602405453"},
		{"nine digits are an SBN", "340013818", "9780340013816"},
		{"qualifier", "0679743006 (hardcover : acid-free paper)", "9780679743002"},
		{"qualifier glued to it", "9780071741675(print", "9780071741675"},
		{"several", "0870232924 9780870232923", "9780870232923"},
		{"several, the first wrong", "0306406153; 0262011808", "9780262011808"},
		{"blanks for hyphens", "978 0 306 40615 7", "9780306406157"},
		{"dashes", "978–3–540–44178–6", "9783540441786"},
		{"urn", "urn:isbn:978-2-07-036042-0", "9782070360420"},
		{"wrong check digit", "9780306406154", ""},
		{"no prefix of books", "1000000000012", ""},
		{"printed music", "9790060115615", ""},
		{"an ISSN", "0378-5955", ""},
		{"a word", "journal", ""},
		{"nothing", "", ""},
	}.run(t, identifier.ParseISBN)
}

func TestParseISSN(t *testing.T) {
	vectors{
		{"with hyphen", "0378-5955", "0378-5955"},
		{"without", "00249319", "0024-9319"},
		{"check digit X", "0420073x", "0420-073X"},
		{"two", "0829-982X; 1040-676X", "0829-982X"},
		{"a code after it", "03785955@@@edsdnp", "0378-5955"},
		{"wrong check digit", "0032-147X", ""},
		{"a database's code", "NBID.ZZZE", ""},
		{"an ISBN", "9780306406157", ""},
	}.run(t, identifier.ParseISSN)
}

func TestParseDOI(t *testing.T) {
	vectors{
		{"bare", "10.1126/science.275.5304.1320", "10.1126/science.275.5304.1320"},
		{"info", "info:doi/10.1145/1029999.1029998", "10.1145/1029999.1029998"},
		{"a label", "DOI: 10.1086/679999.", "10.1086/679999"},
		{"urn", "urn:doi:10.1086/679999", "10.1086/679999"},
		{"resolver", "https://doi.org/10.1086/679999?x=1", "10.1086/679999"},
		{"a library's proxy", "https://doi-org.proxy.example.edu/10.1086/679999", "10.1086/679999"},
		{"a publisher's page", "https://www.example.com/doi/full/10.1080/02724634.2012.661003#top", "10.1080/02724634.2012.661003"},
		{"escaped", "10%2E1039%2Fb814549k", "10.1039/b814549k"},
		{"parentheses of its own", "10.1016/S0140-6736(11)60693-4", "10.1016/S0140-6736(11)60693-4"},
		{"a bracket opened before it", "(10.1016/S0140-6736(11)60693-4)", "10.1016/S0140-6736(11)60693-4"},
		{"angle brackets of old Wiley", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O"},
		{"text after it", "10.1086/679999 [PubMed]", "10.1086/679999"},
		{"empty", "info:doi/", ""},
		{"an ISBN", "info:doi/9780306406157", ""},
		{"no registrant", "10.12/x", ""},
		{"a decimal number", "110.1234/5", ""},
	}.run(t, identifier.ParseDOI)
}

func TestParseOCLC(t *testing.T) {
	vectors{
		{"001 of eight digits", "ocm00012345 ", "12345"},
		{"001 of nine", "ocn123456789", "123456789"},
		{"001 of ten", "on1234567890", "1234567890"},
		{"035", "(OCoLC)814782", "814782"},
		{"both", "(OCoLC)ocm00003862", "3862"},
		{"info", "info:oclcnum/0053393962", "53393962"},
		{"WorldCat", "http://www.worldcat.org/oclc/678061209", "678061209"},
		{"WorldCat, new", "https://search.worldcat.org/title/678061209?oclcNum=1", "678061209"},
		{"another library's", "(DLC)2001000002", ""},
		{"words", "on loan", ""},
		{"empty", "info:oclcnum/", ""},
	}.run(t, identifier.ParseOCLC)
}

func TestParseLCCN(t *testing.T) {
	vectors{
		{"prefix and hyphen", "n78-890351", "n78890351"},
		{"padded to six", "n78-89035", "n78089035"},
		{"blanks", "n 78890351 ", "n78890351"},
		{"leading blanks", " 85000002 ", "85000002"},
		{"short", "85-2", "85000002"},
		{"four-digit year", "2001-000002", "2001000002"},
		{"revision", "75-425165//r75", "75425165"},
		{"suffix", " 79139101 /AC/r932", "79139101"},
		{"info", "info:lccn/2011201780", "2011201780"},
		{"too short", "1234567", ""},
		{"letters inside", "12ab5678", ""},
	}.run(t, identifier.ParseLCCN)
}

func TestParsePMID(t *testing.T) {
	vectors{
		{"bare", "9036860", "9036860"},
		{"id", "pmid:9036860", "9036860"},
		{"info", "info:pmid/9036860", "9036860"},
		{"a label", "PMID: 9036860", "9036860"},
		{"a page", "https://pubmed.ncbi.nlm.nih.gov/9036860/", "9036860"},
		{"the guidelines' misprint", "info:ofi/pmid:9036860", "9036860"},
		{"PubMed Central's is another", "PMC2808187", ""},
		{"too long", "123456789", ""},
		{"empty", "info:pmid/", ""},
	}.run(t, identifier.ParsePMID)
}
