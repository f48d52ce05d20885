package requestform

// ReShare is Project ReShare's listener for OpenURLs.
const ReShare Service = "reshare"

// reshare takes the title, author and date as the book's or journal's, those of a part
// under keys of its own, and svc_id as what is wanted. It reads an rft_id as the number
// of a record in its own catalogue, so a DOI and a PMID go into the note.
var reshare = spec{
	service: ReShare,
	name:    "ReShare",
	short:   "ReShare",
	example: "https://openurl.reshare.example.edu/demo?",
	query:   true,
	rows: []row{
		{key: "url_ver", from: "Z39.88-2004"},
		{key: "rft_val_fmt", from: "{format}"},
		{key: "svc_id", from: "copy", when: isPart, label: "Service type"},
		{key: "svc_id", from: "loan", when: whole, label: "Service type"},
		{key: "rft.genre", from: "{genre}", label: "Publication type"},
		{key: "rft.title", from: "{main-title}", label: "Title"},
		{key: "rft.titleOfComponent", from: "{part-title}", label: "Title of component"},
		{key: "rft.atitle", from: "{part-title}", duplicate: true},
		{key: "rft.au", from: "{first-author}", label: "Author"},
		{key: "rft.authorOfComponent", from: "{first-author}", when: isPart, label: "Author of component", duplicate: true},
		{key: "rft.date", from: "{date}", label: "Publication date"},
		{key: "rft.isbn", from: "{isbn}", label: "ISBN"},
		{key: "rft.issn", from: "{issn}", label: "ISSN"},
		{key: "rft.oclc", from: "{oclc}", label: "OCLC number"},
		{key: "rft.volume", from: "{volume}", label: "Volume"},
		{key: "rft.issue", from: "{issue}", label: "Issue"},
		{key: "rft.spage", from: "{spage}", label: "Start page", duplicate: true},
		{key: "rft.epage", from: "{epage}", duplicate: true},
		{key: "rft.pagesRequested", from: "{pages}", label: "Pages requested"},
		{key: "rft.pages", from: "{pages}", duplicate: true},
		{key: "rft.edition", from: "{edition}", label: "Edition"},
		{key: "rft.pub", from: "{publisher}", label: "Publisher"},
		{key: "rft.place", from: "{place}", label: "Place of publication"},
		{key: "svc.note", from: "{DOI {doi}} {PMID {pmid}}{ Format: {medium}}{ Record {record}}{ {changed}}", label: "Note"},
		{key: "rfr_id", from: "info:sid/{{source} via }lendlink", label: "Information source"},
	},
}
