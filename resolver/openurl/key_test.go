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

// embed.js takes the key of every field but those.
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
}
