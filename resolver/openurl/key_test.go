package openurl_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/interpret"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/openurl"
)

// TestEveryKeyMatters takes out one key at a time, and demands that a case is read differently.
func TestEveryKeyMatters(t *testing.T) {
	links, err := readable.Links("../interpret/testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	read := func(link string) string {
		r := interpret.Read(openurl.Parse(link), 2026)
		return fmt.Sprintf("%+v %v %v", r.Citation, r.Low, r.Warnings)
	}
	readings := map[string]string{}
	for _, link := range links {
		readings[link] = read(link)
	}
	openurl.EachKeyOut(func(name string) {
		notices := func(link string) bool {
			return strings.Contains(strings.ToLower(link), name) && read(link) != readings[link]
		}
		if !slices.ContainsFunc(links, notices) {
			t.Errorf("no case notices: %q taken out", name)
		}
	})
}

// unembedded are the fields that embed.js leaves out of what a page names: each value it takes might be
// about a patron, and few pages have these.
var unembedded = strings.Fields(`object_type type format notes creator identifier source pid form
	inventor invlast invfirst applnumber appldate pubdate pubyear month number ssn
	normalized_isbn isbn_list eisbn_list normalized_issn publisher pubplace degree
	lccn pmcid arxiv bibcode hdl mms_id`)

// unembeddedAliases are the other keys for the rest of the fields that embed.js leaves out, and why pages do not need
// them: what they name is written for embed.js or as COinS, with the keys of the standard.
var unembeddedAliases = map[string]string{
	"afirst ausuffux": "misprints in links of a few sources",
	"articletitle booktitle journaltitle titel": "of links that a library's own template makes in Alma",
	"isbn10 isbn13": "of links, where the standard has isbn for both",
	"placeofpublication place_of_publication":               "of links from WorldCat's older catalogues",
	"book_title start_page end_page pagerange place_of_pub": "of links with EPrints' names for its fields",
	`loantitle loanauthor loanpublisher loanplace loandate loanedition espnumber
	photojournaltitle photojournalvolume photojournalissue photojournalyear photojournalinclusivepages
	photoarticletitle photoarticleauthor photoitempublisher photoitemplace photoitemedition`: "of links to ILLiad's forms",
}

// TestEmbedTakesKeys: embed.js takes every key that is not left out on purpose.
func TestEmbedTakesKeys(t *testing.T) {
	script, err := os.ReadFile("../../static/embed.js")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^const ours = /(.*)/;$`).FindSubmatch(script)
	if found == nil {
		t.Fatal("embed.js has no expression ours")
	}
	ours := regexp.MustCompile(string(found[1]))
	for _, key := range openurl.Keys() {
		if taken := ours.MatchString(key); taken == slices.Contains(unembedded, key) {
			t.Errorf("embed.js takes %s: %t; each key stands either in its ours or in unembedded", key, taken)
		}
	}
	left := map[string]bool{}
	for keys := range unembeddedAliases {
		for _, key := range strings.Fields(keys) {
			left[key] = true
		}
	}
	for alias, key := range openurl.Aliases() {
		isLeft := left[alias] || slices.Contains(unembedded, key)
		if taken := ours.MatchString(alias); taken == isLeft {
			t.Errorf("embed.js takes %s, which is %s: %t; each alias stands either in its ours or in unembeddedAliases", alias, key, taken)
		}
		delete(left, alias)
	}
	for alias := range left {
		t.Errorf("%s in unembeddedAliases is no alias", alias)
	}
}
