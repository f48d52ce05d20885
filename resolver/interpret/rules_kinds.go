package interpret

import "lendlink/resolver/citation"

// rulesOfKinds come first: theses, patents, what is not a text, and what a source has of one kind alone,
// whatever genre it sends.
var rulesOfKinds = []rule{
	{
		name:    "the format is for dissertations",
		example: "rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation&rft.title=Mud+banks",
		clause:  clause{when: conditions{formatDissertation}},
		decides: citation.Thesis,
	},
	{
		name:    "the genre names a thesis",
		example: "genre=dissertation&title=Mud+banks",
		clause:  clause{when: conditions{genreThesis}},
		decides: citation.Thesis,
	},
	{
		name: "there is %s", says: dissertation,
		example: "title=Mud+banks&rft.degree=Ph.D.",
		clause:  clause{when: conditions{dissertation}},
		decides: citation.Thesis,
	},
	{
		name:    "the title of the whole is a database of theses",
		example: "genre=article&atitle=Mud+banks&title=Dissertation+Abstracts+International",
		clause:  clause{when: conditions{thesisDatabase}, unless: conditions{genreJournal}},
		decides: citation.Thesis,
	},
	{
		name:    "the source has only theses",
		example: "sid=ProQ:pqdtglobal&genre=article&title=Mud+banks",
		clause:  clause{when: conditions{thesisSource}},
		decides: citation.Thesis,
	},
	{
		name:    "an ISBN of ProQuest's dissertations",
		example: "genre=bookitem&title=Mud+banks&isbn=9780549000006",
		clause:  clause{when: conditions{thesisISBN}},
		decides: citation.Thesis,
	},
	{
		name:    "the format is for patents",
		example: "rft_val_fmt=info:ofi/fmt:kev:mtx:patent&rft.title=Sluice+gate",
		clause:  clause{when: conditions{formatPatent}},
		decides: citation.Patent,
	},
	{
		name:    "the genre is patent",
		example: "genre=patent&title=Sluice+gate",
		clause:  clause{when: conditions{genrePatent}},
		decides: citation.Patent,
	},
	{
		name: "there is %s", says: invention,
		example: "title=Sluice+gate&rft.inventor=Lee,+Ann",
		clause:  clause{when: conditions{invention}},
		decides: citation.Patent,
	},
	{
		name:    "the source has only patents",
		example: "sid=EBSCO:USPTO+Patent+Applications&genre=bookitem&atitle=Sluice+gate",
		clause:  clause{when: conditions{patentSource}},
		decides: citation.Patent,
	},
	{
		name:    "the title of the whole is a gazette of patents",
		example: "genre=article&atitle=Sluice+gate&title=PCT+Int.+Appl.",
		clause:  clause{when: conditions{patentGazette}},
		decides: citation.Patent,
	},
	{
		name: "it is not a text, and a title with %s says which", says: identified,
		example: "genre=video&title=Weirs&aulast=Lee",
		clause:  clause{when: conditions{medium, anyTitle, identified}},
		decides: citation.Document,
	},
	{
		name:    "it is not a text",
		example: "genre=video&title=Weirs",
		clause:  clause{when: conditions{medium}},
		decides: citation.Document, low: true,
	},
	{
		name:    "a number of ERIC's documents in the ISSN's place",
		example: "genre=article&issn=ERICRIE0&atitle=Mud+in+schools&title=Weir+Institute",
		clause:  clause{when: conditions{ericDocument}},
		decides: citation.Report,
	},
	{
		name:    "a mark of conferences in the ISSN's place",
		example: "genre=article&issn=edseee.IEEEConferenc&isbn=9780471117094&atitle=Mud&title=Weir+Days",
		clause:  clause{when: conditions{conferenceMark, partTitle}},
		decides: citation.Paper,
	},
	{
		name:    "genre article, but an ISBN, and a title of the whole that names a conference",
		example: "genre=article&isbn=9780471117094&issn=0378-5955&atitle=Mud&title=2019+Conference+on+Weirs",
		clause: clause{
			when:   conditions{genreArticle, isbn, titlesDiffer, ofConference},
			unless: conditions{seriesVolume, issue, journalTitle},
		},
		decides: citation.Paper,
	},
	{
		name:    "genre article, but a title of the whole that names one meeting, and no ISSN",
		example: "genre=article&atitle=Mud&title=2nd+Conference+on+Weirs",
		clause:  clause{when: conditions{genreArticle, titlesDiffer, ofMeeting}},
		decides: citation.Paper,
	},
	{
		name:    "a part's title beside papers of a conference as title of the whole",
		example: "genre=bookitem&atitle=Mud&title=Conference+Papers+--+Weir+Society",
		clause:  clause{when: conditions{partTitle, conferencePapers}},
		decides: citation.Paper,
	},
	{
		name:    "the source has only parts of books",
		example: "sid=EBSCO:Credo+Reference&genre=article&isbn=9780471117094&atitle=Mud&title=Weirs",
		clause:  clause{when: conditions{partsSource, titlesDiffer}},
		decides: citation.Chapter,
	},
	{
		name:    "the source has only books, and there is a part's title alone",
		example: "sid=EBSCO:HathiTrust&genre=article&atitle=Weirs",
		clause:  clause{when: conditions{bookSource, partTitle}, unless: conditions{wholeTitle}},
		decides: citation.Book,
	},
	{
		name:    "genre bookitem, but a day, from a source that has newspapers so",
		example: "sid=EBSCO:Newspaper+Source&genre=bookitem&atitle=Mud&title=Weir+Post&date=20180821",
		clause:  clause{when: conditions{newsSource, genreItem, titlesDiffer, dayDate}, unless: conditions{isbn}},
		decides: citation.Article,
	},
}
