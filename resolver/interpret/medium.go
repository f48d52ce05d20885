package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// media are the words for what is no text, as whole values of the keys for the kind of item
// and as designations in brackets, in the languages of the catalogues that send them; each
// with the medium of CSL. Words in titles and extents, "1 online resource (maps)", say nothing.
var media = func() map[string]string {
	words := map[string]string{}
	for medium, list := range map[string]string{
		"video": "video, videos, videorecording, video recording, video recordings, video file, streaming video, " +
			"electronic video, videodisc, videocassette, videograbación, enregistrement vidéo, bildtonträger, " +
			"videoupptagning, videoopptak, videooptagelse, video-opname, gravação de vídeo, registo vídeo, videotallenne, videozáznam, " +
			"wideokaseta, enregistrament vídeo, видеозапись, 録画資料, 录像资料, grabación de vídeo, grabación de video, " +
			"videoregistrazione, vidéo, vídeo, moving image, movingimage, images animées",
		"DVD":  "dvd, dvd-video, dvds, blu-ray, blu-ray disc",
		"film": "film, films, motion picture, motion pictures, movie, película, filme, filmstrip, film or video",
		"score": "score, scores, musical score, music score, notated music, notatedmusic, sheet music, printed music, partitura, " +
			"musiktryck, musikktrykk, muziekdruk, bladmuziek, musica a stampa, música impresa, música notada, música impressa, " +
			"druk muzyczny, hudebnina, nuotti, 楽譜, 樂譜, " +
			"partition, noten, musikdruck, musique imprimée, ноты",
		"audio": "audio, sound recording, soundrecording, sound recordings, sound, sound disc, audio recording, audio cd, " +
			"compact disc, music recording, grabación sonora, enregistrement sonore, tonträger, " +
			"ljudupptagning, lydopptak, lydoptagelse, geluidsopname, gravação de som, gravação sonora, registo sonoro, registro sonoro, " +
			"audioregistrazione, äänitallenne, zvukový záznam, dokument dźwiękowy, enregistrament sonor, звукозапись, 録音資料, 录音资料, " +
			"hangfelvétel, " +
			"registrazione sonora, cd, " +
			"cds, music cd, audiobook, audiobooks, audio book, eaudiobook, e-audiobook, hörbuch, livre audio, audiolibro, " +
			"vinyl, lp",
		"map": "map, maps, cartographic material, kartografisches material, " +
			"kartografiskt material, kartografisk materiale, cartografisch materiaal, materiale cartografico, material cartográfico, " +
			"document cartographique, documento cartográfico, dokument kartograficzny, kartografický dokument, kartta-aineisto, " +
			"картографический материал, 地図資料, " +
			"mapa, mapas, carte, cartes, karte, karten, atlas map, " +
			"globe, chart",
		"kit":     "kit, kits, medienkombination, game, toy, activity card, flash card",
		"object":  "object, physical object, physicalobject, realia, model, three-dimensional object, artifact",
		"picture": "picture, graphic, still image, photograph, slide, art original, art reproduction, transparency",
	} {
		for word := range strings.SplitSeq(list, ",") {
			words[text.Fold(word)] = medium
		}
	}
	return words
}()

// mediumKeys are the keys whose whole value may be one of media.
var mediumKeys = [...]openurl.Field{openurl.Genre, openurl.ObjectType, openurl.DCType, openurl.DCFormat}

// medium returns what the item is where it is no text, or "".
func (r *reader) medium() string {
	for _, f := range mediumKeys {
		value := r.co.Get(f)
		if value == "" || strings.EqualFold(value, "book") || strings.EqualFold(value, "article") { // most links
			continue
		}
		if m := media[text.Fold(value[strings.LastIndexByte(value, '/')+1:])]; m != "" {
			return m
		}
	}
	for _, f := range titleOrder {
		if m := mediumIn(citation.Designation(r.co.Get(f))); m != "" {
			return m
		}
	}
	return mediumIn(citation.Designation(r.co.Get(openurl.ATitle)))
}

// mediumIn returns the medium of a designation, with its kind in brackets behind it:
// "videorecording (DVD)".
func mediumIn(designation string) string {
	if designation == "" {
		return ""
	}
	word, kind, _ := strings.Cut(designation, "(")
	if m := media[text.Fold(kind)]; m != "" {
		return m
	}
	word, _, _ = strings.Cut(word, ":")
	return media[text.Fold(word)]
}
