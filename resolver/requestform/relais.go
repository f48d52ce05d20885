package requestform

import (
	"regexp"

	"lendlink/resolver/citation"
)

// Relais is the patron portal of OCLC Relais D2D.
const Relais Service = "relais"

// relais opens the form that the genre names and refuses "unknown".
var relais = spec{
	service: Relais,
	name:    "Relais D2D",
	short:   "Relais",
	example: "https://demo.relais-host.com/user/login.html?LS=DEMO&group=patron&",
	query:   true,
	pattern: regexp.MustCompile(`(?i)^https://[^?]+/user/login\.html\?(.*&)?LS=[^&]+(&.*)?$`),
	genres: []genreRow{
		{citation.Report, always, shape{"book", formatBook, false}},
		{citation.Patent, always, shape{"book", formatBook, false}},
		{citation.Document, inContainer, shape{"article", formatJournal, true}},
		{citation.Document, always, shape{"book", formatBook, false}},
	},
	rows: []row{
		{key: "group", from: "patron", required: true},
		{key: "url_ver", from: "Z39.88-2004"},
		{key: "rft_val_fmt", from: "{format}"},
		{key: "genre", from: "{genre}"},
		{key: "rft.genre", from: "{genre}", duplicate: true},
		{key: "rft_id", from: "info:oclcnum/{oclc}", label: "OCLC number"},
		{key: "rft_id", from: "info:doi/{doi}", label: "DOI"},
		{key: "rft_id", from: "info:pmid/{pmid}", label: "PubMed ID"},
		{key: "rft.btitle", from: "{book-title}", duplicate: true},
		{key: "rft.jtitle", from: "{journal-title}", duplicate: true},
		{key: "rft.title", from: "{main-title}", label: "Title"},
		{key: "rft.atitle", from: "{part-title}", label: "Article title"},
		{key: "rft.aulast", from: "{family}", duplicate: true},
		{key: "rft.aufirst", from: "{given}", duplicate: true},
		{key: "rft.au", from: "{first-author}", label: "Author"},
		{key: "rft.date", from: "{date}", label: "Publication date"},
		{key: "rft.isbn", from: "{isbn}", label: "ISBN"},
		{key: "rft.issn", from: "{issn}", label: "ISSN"},
		{key: "rft.volume", from: "{volume}", label: "Volume"},
		{key: "rft.issue", from: "{issue}", label: "Issue"},
		{key: "rft.spage", from: "{spage}", duplicate: true},
		{key: "rft.epage", from: "{epage}", duplicate: true},
		{key: "rft.pages", from: "{pages}", label: "Pages"},
		{key: "rft.edition", from: "{edition}", label: "Edition"},
		{key: "rft.pub", from: "{publisher}", label: "Publisher"},
		{key: "rft.place", from: "{place}", label: "Place of publication"},
		{key: "rft.series", from: "{series}", label: "Series"},
		{key: "rfr_id", from: "info:sid/{{source} via }lendlink{; record {record}}{; {changed}}", label: "Source"},
	},
}
