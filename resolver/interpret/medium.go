package interpret

import (
	"maps"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// mediumTypes are the words for what is not a text that are values of the keys for the kind of
// item and no designations, by the medium of CSL.
var mediumTypes = map[string]string{
	"video": "video, videos, video recordings, video file, videoregistrazione, vidéo, vídeo, moving image, movingimage",
	"DVD":   "dvds, blu-ray disc",
	"film":  "films, motion pictures, movie, película, filme, film or video",
	"score": "scores, musical score, music score, notatedmusic",
	"audio": "audio, soundrecording, sound recordings, sound, audio recording, audio cd, music recording, " +
		"registrazione sonora, cd, cds, music cd, audiobooks, audio book, eaudiobook, e-audiobook, audiolibro, " +
		"vinyl, lp",
	"map":    "maps, mapa, mapas, carte, cartes, karte, karten, atlas map",
	"kit":    "kits",
	"object": "object, physical object, physicalobject, three-dimensional object, artifact",
	"picture": "image, images, still image, stillimage, photograph, photographs, photo, painting, paintings, artwork, drawing, " +
		"drawings, poster, posters, postcard, postcards, engraving, etching, lithograph, watercolor, watercolour, oil on canvas, " +
		"oil on panel, gelatin silver print, albumen print, peinture, gemälde, pintura, fotografie, photographie, fotografía",
}

// media are the mediums by all words for them, those of designations too, folded. Words in
// titles and extents, "1 online resource (maps)", say nothing.
var media = func() map[string]string {
	mediums := map[string]string{}
	for _, table := range []map[string]string{citation.MediumDesignations, mediumTypes} {
		for medium, list := range table {
			for word := range strings.SplitSeq(list, ",") {
				mediums[text.Fold(word)] = medium
			}
		}
	}
	return mediums
}()

var mediumWords = text.Words(strings.Join(slices.Collect(maps.Keys(media)), " "))

// mediumNamed returns the medium of which a text is one of the words, or "".
func mediumNamed(s string) string {
	if !mediumWords.Has(s) { // most, without folding a copy
		return ""
	}
	return media[text.Fold(s)]
}

// mediumKeys are the keys whose whole value may be one of media.
var mediumKeys = [...]openurl.Field{openurl.Genre, openurl.ObjectType, openurl.DCType, openurl.DCFormat}

// medium returns what the item is where it is not a text, or "".
func (r *reader) medium() string {
	for _, f := range mediumKeys {
		value := r.co.Get(f)
		if value == "" { // in most links all but one
			continue
		}
		if m := mediumNamed(value[strings.LastIndexByte(value, '/')+1:]); m != "" {
			return m
		}
	}
	for _, f := range titleOrder {
		if m := mediumIn(citation.Designation(r.co.Get(f))); m != "" {
			return m
		}
	}
	if m := mediumIn(citation.Designation(r.co.Get(openurl.ATitle))); m != "" {
		return m
	}
	if r.quirks.has(onlyVideos) {
		return "video"
	}
	for _, v := range r.co.All(openurl.ISBN) {
		if identifier.IsISMN(v) {
			return "score"
		}
	}
	if m := r.mediumOfPublisher(); m != "" {
		return m
	}
	return r.mediumOfMaker()
}

// filmPublishers end the names of those who publish films alone, whatever the case.
var filmPublishers = []string{" home video", " home entertainment", " films", " video", " television networks", "filmakers library",
	"films for the humanities & sciences"}

// mediumOfPublisher returns the medium of what only publishers of films publish, under book keys
// as catalogues send it.
func (r *reader) mediumOfPublisher() string {
	if r.co.Get(openurl.ATitle) != "" {
		return ""
	}
	for _, f := range publisherKeys {
		publisher := strings.Trim(r.co.Get(f), " ,.;:")
		for _, end := range filmPublishers {
			if n := len(publisher) - len(end); n >= 0 && strings.EqualFold(publisher[n:], end) {
				return "video"
			}
		}
	}
	return ""
}

// makers end the names of those who publish no books, or hardly any, or are part of the names of the organisations
// that take part, by the medium of CSL. They say so only where books would have a genre. In lower case.
var makers = [...]struct{ name, medium string }{
	{" audio", "audio"},
	{" audio books", "audio"},
	{" audiobooks", "audio"},
	{" records", "audio"},
	{" recordings", "audio"},
	{" television networks", "video"},
	{" television", "video"},
	{" video archives", "video"},
	{"20th century fox", "video"},
	{"(television network)", "video"},
	{"(television station : ", "video"},
	{" film corporation", "video"},
	{"boosey & hawkes", "score"},
	{"c. fischer", "score"},
	{"boston music", "score"},
	{"g. schirmer", "score"},
}

// mediumOfMaker returns the medium of what a source that names the genre of books sends without one, by
// who published it or took part.
func (r *reader) mediumOfMaker() string {
	if !r.quirks.has(booksHaveGenre) || r.c.ISBN != "" || parseGenre(r.co.Get(openurl.Genre)) != noGenre {
		return ""
	}
	for _, f := range [...]openurl.Field{openurl.Pub, openurl.AuCorp} {
		for who := range strings.FieldsFuncSeq(strings.ToLower(r.co.Get(f)), func(c rune) bool { return c == ';' }) {
			who, _, _ = strings.Cut(strings.Trim(who, " ,.:"), ", sole agent")
			for _, m := range makers {
				if strings.HasSuffix(who, m.name) || strings.HasSuffix(m.name, " ") && strings.Contains(who, m.name) {
					return m.medium
				}
			}
		}
	}
	return ""
}

// mediumIn returns the medium of a designation, with its kind in brackets after it:
// "videorecording (DVD)".
func mediumIn(designation string) string {
	if designation == "" { // in most titles
		return ""
	}
	word, kind, _ := strings.Cut(designation, "(")
	if m := mediumNamed(kind); m != "" {
		return m
	}
	word, _, _ = strings.Cut(word, ":")
	return mediumNamed(word)
}
