package requestform

import "regexp"

// ILLiadForms are ILLiad's own forms for a loan, an article and a chapter, each opened
// and filled in directly by the names of its fields.
const ILLiadForms Service = "illiad-forms"

var illiadForms = spec{
	service: ILLiadForms,
	name:    "ILLiad (fixed forms)",
	short:   "ILLiad",
	example: "https://illiad.example.edu/illiad/illiad.dll?",
	query:   true,
	pattern: regexp.MustCompile(`(?i)^https://[^?]+/illiad\.dll(\?|$)`),
	genres:  illiadGenres,
	limits:  illiadLimits,
	rows: []row{
		{key: "Action", from: "10", required: true},
		{key: "Form", from: "21", when: whole, required: true},
		{key: "Form", from: "22", when: article, required: true},
		{key: "Form", from: "23", when: bookPart, required: true},

		{key: "DocumentType", from: "{medium}", label: "Document Type"},
		{key: "LoanTitle", from: "{main-title}", when: whole, label: "Title"},
		{key: "LoanAuthor", from: "{authors}", when: whole, label: "Author"},
		{key: "LoanPublisher", from: "{publisher}", when: whole, label: "Publisher"},
		{key: "LoanPlace", from: "{place}", when: whole, label: "Place of Publication"},
		{key: "LoanDate", from: "{date}", when: whole, label: "Date"},
		{key: "LoanEdition", from: "{edition}", when: whole, label: "Edition"},

		{key: "PhotoJournalTitle", from: "{main-title}", when: article, label: "Journal Title"},
		{key: "PhotoJournalTitle", from: "{main-title}", when: bookPart, label: "Book Title"},
		{key: "PhotoArticleTitle", from: "{part-title}", when: article, label: "Article Title"},
		{key: "PhotoArticleTitle", from: "{part-title}", when: bookPart, label: "Chapter Title"},
		{key: "PhotoArticleAuthor", from: "{authors}", when: article, label: "Article Author"},
		{key: "PhotoArticleAuthor", from: "{authors}", when: bookPart, label: "Chapter Author"},
		{key: "PhotoJournalVolume", from: "{volume}", when: isPart, label: "Volume"},
		{key: "PhotoJournalIssue", from: "{issue}", when: isPart, label: "Issue"},
		{key: "PhotoJournalMonth", from: "{month}", when: article, label: "Month"},
		{key: "PhotoJournalYear", from: "{year}", when: isPart, label: "Year"},
		{key: "PhotoJournalInclusivePages", from: "{pages}", when: isPart, label: "Inclusive Pages"},
		{key: "PhotoItemPublisher", from: "{publisher}", when: bookPart, label: "Publisher"},
		{key: "PhotoItemPlace", from: "{place}", when: bookPart, label: "Place of Publication"},
		{key: "PhotoItemEdition", from: "{edition}", when: bookPart, label: "Edition"},

		// One field takes either number.
		{key: "ISSN", from: "{issn}", when: article, label: "ISSN"},
		{key: "ISSN", from: "{isbn-or-issn}", when: notArticle, label: "ISBN"},
		{key: "ESPNumber", from: "{oclc}", label: "OCLC Number"},
		{key: "DOI", from: "{doi}", when: isPart, label: "DOI"},
		{key: "PMID", from: "{pmid}", when: isPart, label: "PMID"},
		{key: "CitedIn", from: "{{source} via }lendlink{; record {record}}{; {changed}}", label: "Cited In"},
	},
}
