package interpret

import (
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// doubts are looked at when the type is decided; each that holds is a warning.
var doubts = []doubt{
	{code: warning.GenreContradicted, field: "genre", detail: openurl.Genre, low: true,
		example: "genre=book&title=Weir+Letters&atitle=Mud&jtitle=Weir+Letters",
		clause:  clause{when: conditions{genreContradicted}, unless: conditions{medium}}},
	{code: warning.TypeUncertain, field: "type", low: true,
		example: "doi=10.1080/01419870.2019.1234567",
		clause:  clause{when: conditions{isDocument}, unless: conditions{medium}}},
	{code: warning.ContainerUnknown, field: "container-title", low: true,
		example: "genre=bookitem&atitle=Mud&spage=5",
		clause:  clause{when: conditions{containerLost}}},
	{code: warning.ContainerSame, field: "container-title", low: true,
		example: "genre=article&atitle=Mud&title=Mud&volume=3&spage=5&aulast=Lee",
		clause:  clause{when: conditions{isArticle, titlesEqual}}},
	{code: warning.DOIContradicted, field: "DOI", detail: openurl.DOI, low: true,
		example: "genre=article&atitle=Mud&jtitle=Weirs&issn=0378-5955&volume=3&doi=10.1007/978-0-306-40615-7_7",
		clause:  clause{when: conditions{doiOfBookPart}, unless: conditions{isChapter}}},
	{code: warning.GenreContradicted, field: "genre", detail: openurl.Genre, low: true,
		example: "genre=dissertation&atitle=Mud&title=Weir+Letters&issn=0378-5955&volume=3&issue=2",
		clause:  clause{when: conditions{isThesis, titlesDiffer, seriesVolume, issue}, unless: conditions{thesisDatabase, thesisSource}}},
	{code: warning.TitlesOverlap, field: "title", detail: openurl.ATitle, low: true,
		example: "genre=bookitem&atitle=Weirs&title=Weirs:+a+history",
		clause:  clause{when: conditions{titleContinues}, unless: conditions{isWhole}}},
	{code: warning.TitleDropped, field: "title", detail: openurl.Title, low: true,
		example: "genre=book&btitle=Weirs&title=Locks&aulast=Lee",
		clause:  clause{when: conditions{otherTitle, isWhole}}},
	{code: warning.NumbersDiffer, field: "DOI", low: true,
		example: "genre=article&atitle=Mud&title=Weirs&doi=10.1093/weirs/1.2&id=doi:10.1080/01419870.2019.1234567",
		clause:  clause{when: conditions{numbersDiffer}}},
	{code: warning.GenreContradicted, field: "genre", detail: openurl.Genre, low: true,
		example: "genre=book&title=Weirs&volume=3&issue=2&spage=15&epage=20&aulast=Lee",
		clause:  clause{when: conditions{isWhole, volume, issue, partPages}}},
	{code: warning.NameAmbiguous, field: "author", low: true,
		example: "genre=book&title=Weirs&au=Ferri+e+Conti",
		clause:  clause{when: conditions{nameAmbiguous}}},
	{code: warning.NoText, field: "type",
		example: "genre=video&title=Weirs&aulast=Lee",
		clause:  clause{when: conditions{medium}}},
}
