package interpret_test

import (
	"strings"
	"testing"

	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// Each key that may hold the title of an item of a type is read where no other does.
func TestTitleUnderEachKey(t *testing.T) {
	for genre, keys := range map[string]string{
		"genre=book":                        "btitle title jtitle stitle",
		"genre=journal":                     "jtitle title btitle stitle",
		"genre=dissertation":                "atitle title btitle rft.source",
		"genre=patent":                      "atitle title btitle",
		"genre=bookitem&isbn=9780306406157": "atitle",
		"genre=article&issn=0306-3968&title=Tide+tables":     "atitle",
		"genre=proceeding&title=Conference+on+winches":       "atitle",
		"genre=report&title=Dock+papers&isbn=9780306406157":  "atitle",
		"genre=document&aulast=Ruiz&aufirst=Ana&volume=none": "atitle",
	} {
		for key := range strings.FieldsSeq(keys) {
			link := genre + "&" + key + "=Harbour+law"
			if got := interpret.Read(openurl.Parse(link), year).Citation; got.Title != "Harbour law" {
				t.Errorf("%s has the title %q", link, got.Title)
			}
		}
	}
}
