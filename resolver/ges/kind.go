package ges

import (
	"slices"

	"lendlink/resolver/citation"
)

// attributes are those of Alma's context object that describe an item. Records of
// the local catalogue and those of the Central Discovery Index fill different
// ones (rft.pubdate and rft.publisher here, rft.date and rft.pub there), so both
// are asked for.
var attributes = []string{
	"rft.genre", "rft.object_type",
	"rft.btitle", "rft.title", "rft.stitle", "rft.atitle", "rft.jtitle",
	"rft.au", "rft.aulast", "rft.aufirst", "rft.auinit", "rft.aucorp",
	"rft.date", "rft.year", "rft.pubdate",
	"rft.pub", "rft.publisher", "rft.place", "rft.edition", "rft.series",
	"rft.volume", "rft.issue", "rft.part", "rft.spage", "rft.epage", "rft.pages",
	"rft.isbn", "rft.eisbn", "rft.normalized_isbn", "rft.issn", "rft.eissn",
	"rft.oclcnum", "rft.doi", "rft.mms_id",
	"rfr_id",
}

// kind is what is particular to the service of one type.
type kind struct {
	itemType   citation.Type
	code       string
	plural     string
	publicName string
	without    []string // attributes that items of the type do not have
	rules      []Rule
}

var (
	ofArticles = []string{"rft.jtitle", "rft.issue", "rft.issn", "rft.eissn"}
	ofPages    = []string{"rft.spage", "rft.epage", "rft.pages"}
	ofVolumes  = []string{"rft.volume", "rft.part"}
)

var kinds = []kind{
	{citation.Book, "BOOK", "books", "Request this book through interlibrary loan",
		slices.Concat(ofArticles, ofPages, []string{"rft.atitle"}), []Rule{
			genre("bookitem", false), genre("article", false), genre("proceeding", false), genre("dissertation", false), otherwise(true),
		}},
	{citation.Chapter, "CHAPTER", "chapters", "Request this chapter through interlibrary loan",
		ofArticles, only("bookitem")},
	{citation.Article, "ARTICLE", "articles", "Request this article through interlibrary loan",
		// Papers are in journals or in books, so nothing of a book is left out but this.
		[]string{"rft.edition"}, only("article", "proceeding")},
	{citation.Thesis, "DISSERTATION", "dissertations", "Request this dissertation through interlibrary loan",
		slices.Concat(ofArticles, ofPages, ofVolumes, []string{"rft.atitle", "rft.edition", "rft.series"}), only("dissertation")},
}

// only shows a service for some genres and no others.
func only(genres ...string) []Rule {
	var rules []Rule
	for _, g := range genres {
		rules = append(rules, genre(g, true))
	}
	return append(rules, otherwise(false))
}

func genre(is string, show bool) Rule { return Rule{"rft.genre", "=", is, show} }

func otherwise(show bool) Rule { return Rule{Show: show} }
