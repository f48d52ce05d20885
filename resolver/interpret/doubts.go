package interpret

import (
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// doubts are looked at when the type is decided; each that holds is a warning.
var doubts = []doubt{
	{code: warning.GenreContradicted, field: "genre", detail: openurl.Genre, low: true,
		example: "genre=book&title=Weir+Letters&atitle=Mud&jtitle=Weir+Letters",
		clause:  clause{when: conditions{genreContradicted}}},
	{code: warning.TypeUncertain, field: "type", low: true,
		example: "doi=10.1080/01419870.2019.1234567",
		clause:  clause{when: conditions{isDocument}}},
	{code: warning.ContainerUnknown, field: "container-title", low: true,
		example: "genre=bookitem&atitle=Mud&spage=5",
		clause:  clause{when: conditions{containerLost}}},
}
