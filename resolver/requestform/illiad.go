package requestform

import (
	"regexp"

	"lendlink/resolver/citation"
)

// ILLiad is Atlas Systems' ILLiad, by its OpenURL entry point.
const ILLiad Service = "illiad"

// illiad maps keys to its fields by a table of the site. The keys are those that the
// table it comes with knows, in the mix of OpenURL 0.1 and 1.0 that large libraries send.
var illiad = spec{
	service: ILLiad,
	name:    "ILLiad",
	short:   "ILLiad",
	example: "https://illiad.example.edu/illiad/illiad.dll/OpenURL?",
	query:   true,
	pattern: regexp.MustCompile(`(?i)^https://[^?]+/illiad\.dll(/OpenURL)?(\?|$)`),
	pathEnd: "/OpenURL",
	genres:  illiadGenres,
	limits:  illiadLimits,
	rows: []row{
		{key: "Action", from: "10", required: true},
		{key: "Form", from: "30", required: true},
		{key: "genre", from: "{genre}"},
		{key: "rft_id", from: "info:oclcnum/{oclc}", duplicate: true},
		{key: "rft_id", from: "info:doi/{doi}", label: "DOI"},
		{key: "rft_id", from: "info:pmid/{pmid}", label: "PMID"},
		{key: "title", from: "{main-title}", label: "Title"},
		{key: "atitle", from: "{part-title}", label: "Article Title"},
		{key: "rft.aulast", from: "{family}", duplicate: true},
		{key: "rft.aufirst", from: "{given}", duplicate: true},
		{key: "rft.au", from: "{first-author}", label: "Author"},
		{key: "rft.date", from: "{date}", label: "Date"},
		{key: "isbn", from: "{isbn}", label: "ISBN"},
		{key: "issn", from: "{issn}", label: "ISSN"},
		{key: "volume", from: "{volume}", label: "Volume"},
		{key: "issue", from: "{issue}", label: "Issue"},
		{key: "rft.spage", from: "{spage}", duplicate: true},
		{key: "rft.epage", from: "{epage}", duplicate: true},
		{key: "rft.pages", from: "{pages}", label: "Inclusive Pages"},
		{key: "rft.edition", from: "{edition}", label: "Edition"},
		{key: "rft.pub", from: "{publisher}", label: "Publisher"},
		{key: "rft.place", from: "{place}", label: "Place of Publication"},
		{key: "rft.oclcnum", from: "{oclc}", label: "OCLC Number"},
		{key: "rfe_dat", from: "{oclc}", duplicate: true},
		{key: "notes", from: "{Format: {medium}}", label: "Notes"},
		{key: "sid", from: "{{source} via }lendlink", label: "Cited In", duplicate: true},
		{key: "CitedIn", from: "{{source} via }lendlink{; record {record}}{; {changed}}", label: "Cited In"},
	},
}

// illiadGenres are those that open one of its forms. "unknown" opens none, and a paper
// is asked for as the chapter or the article that it is.
var illiadGenres = []genreRow{
	{citation.Paper, inJournal, shape{"article", formatJournal, true}},
	{citation.Paper, always, shape{"bookitem", formatBook, true}},
	{citation.Periodical, always, shape{"book", formatBook, false}},
	{citation.Report, always, shape{"book", formatBook, false}},
	{citation.Patent, always, shape{"book", formatBook, false}},
	{citation.Document, inContainer, shape{"article", formatJournal, true}},
	{citation.Document, always, shape{"book", formatBook, false}},
}

// illiadLimits are the lengths of the columns in its database.
var illiadLimits = []limit{
	{[]string{"part-title"}, 250},
	{wholeTitles, 255},
	{allNames, 100},
	{[]string{"publisher"}, 40},
	{[]string{"place"}, 30},
	{[]string{"oclc"}, 32},
	{numbers, 30},
	{provenance, 4000},
}
