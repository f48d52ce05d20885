package requestform

import (
	"regexp"

	"lendlink/resolver/citation"
)

// Koha is the interlibrary-loan form of the Koha catalogue, with its Standard backend.
const Koha Service = "koha"

// koha names its fields itself, and its types are not genres of OpenURL. None of them is for
// notes, so there is no place for the record's address and what the patron changed.
var koha = spec{
	service: Koha,
	name:    "Koha ILL",
	short:   "Koha",
	example: "https://catalogue.example.edu/cgi-bin/koha/opac-illrequests.pl?",
	query:   true,
	pattern: regexp.MustCompile(`^https://[^?]+/opac-illrequests\.pl(\?|$)`),
	foreign: true,
	genres: []genreRow{
		{citation.Book, always, shape{"book", formatBook, false}},
		{citation.Chapter, always, shape{"chapter", formatBook, true}},
		{citation.Article, always, shape{"article", formatJournal, true}},
		{citation.Paper, inJournal, shape{"article", formatJournal, true}},
		{citation.Paper, always, shape{"chapter", formatBook, true}},
		{citation.Periodical, always, shape{"journal", formatJournal, false}},
		{citation.Report, always, shape{"book", formatBook, false}},
		{citation.Thesis, always, shape{"thesis", formatBook, false}},
		{citation.Patent, always, shape{"book", formatBook, false}},
		{citation.Document, inContainer, shape{"article", formatJournal, true}},
		{citation.Document, always, shape{"book", formatBook, false}},
		{"", always, shape{"conference", formatBook, true}},
	},
	rows: []row{
		{key: "op", from: "add_form", required: true},
		{key: "backend", from: "Standard", required: true},
		{key: "type", from: "{genre}", label: "Type"},
		{key: "title", from: "{main-title}", label: "Title"},
		{key: "article_title", from: "{part-title}", label: "Article/Chapter title"},
		{key: "author", from: "{authors}", when: whole, label: "Author"},
		{key: "article_author", from: "{authors}", when: isPart, label: "Article/Chapter author"},
		{key: "isbn", from: "{isbn}", label: "ISBN"},
		{key: "issn", from: "{issn}", label: "ISSN"},
		{key: "doi", from: "{doi}", label: "DOI"},
		{key: "year", from: "{year}", label: "Year"},
		{key: "published_date", from: "{date}", when: article, label: "Publication date", duplicate: true},
		{key: "volume", from: "{volume}", label: "Volume"},
		{key: "issue", from: "{issue}", when: isPart, label: "Issue number"},
		{key: "pages", from: "{pages}", when: isPart, label: "Pages"},
		{key: "part_edition", from: "{edition}", label: "Part edition"},
		{key: "publisher", from: "{publisher}", label: "Publisher"},
		{key: "published_place", from: "{place}", label: "Place of publication"},
	},
}
