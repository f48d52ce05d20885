package requestform

import "regexp"

// Tipasa is OCLC's system for interlibrary loan.
const Tipasa Service = "tipasa"

var tipasa = spec{
	service: Tipasa,
	name:    "OCLC Tipasa",
	short:   "Tipasa",
	signIn:  "OCLC",
	example: "https://12345.account.worldcat.org/profile/route/openurl?",
	pattern: regexp.MustCompile(`^https://[^/]+\.worldcat\.org/(profile|account)/route/openurl\?$`),
	rows:    discoveryRows(),
}

// discoveryRows are the keys that WorldCat Discovery sends to OCLC's request
// forms, with those of an article. The order is that of Discovery, so that what
// identifies the item comes first should a system on the way cut the address.
//
// OCLC documents the mapping of neither Tipasa nor WorldShare ILL. Both are after the
// same sign-in and are fed by Discovery, so both get what Discovery sends.
func discoveryRows() []row {
	return []row{
		{key: "url_ver", from: "Z39.88-2004"},
		{key: "rft_val_fmt", from: "{format}"},
		{key: "rft.genre", from: "{genre}"},
		{key: "rft.format", from: "{medium}"}, // the form's Format, under Dublin Core's key: books and articles have none
		{key: "rft_id", from: "info:oclcnum/{oclc}"},
		{key: "rft_id", from: "urn:ISBN:{isbn}", duplicate: true},
		{key: "rft_id", from: "info:doi/{doi}"},
		{key: "rft_id", from: "info:pmid/{pmid}"},
		{key: "rft_id", from: "info:pmcid/{pmcid}"},
		{key: "rft.btitle", from: "{book-title}"},
		{key: "rft.jtitle", from: "{journal-title}"},
		{key: "rft.atitle", from: "{part-title}"},
		{key: "rft.title", from: "{main-title}", duplicate: true},
		{key: "rft.aulast", from: "{family}"},
		{key: "rft.aufirst", from: "{given}"},
		{key: "rft.au", from: "{family}{, {given}}{, {suffix}}", duplicate: true},
		{key: "rft.aucorp", from: "{organisation}"},
		{key: "rft.date", from: "{date}"},
		{key: "rft.isbn", from: "{isbn}"},
		{key: "rft.issn", from: "{issn}"},
		{key: "rft.volume", from: "{volume}"},
		{key: "rft.issue", from: "{issue}"},
		{key: "rft.spage", from: "{spage}"},
		{key: "rft.epage", from: "{epage}"},
		{key: "rft.pages", from: "{pages}"},
		{key: "rft.edition", from: "{edition}"},
		{key: "rft.pub", from: "{publisher}"},
		{key: "rft.place", from: "{place}"},
		{key: "rft.series", from: "{series}"},
		{key: "rfe_dat", from: "{oclc}", duplicate: true},
		{key: "rfr_id", from: "info:sid/{{source} via }lendlink{; record {record}}{; {changed}}"},
	}
}
