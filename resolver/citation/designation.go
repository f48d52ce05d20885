package citation

import (
	"slices"
	"strings"
)

// designations are general material designations (AACR2 1.1C) and what e-book
// vendors write in their place, in the languages of the catalogues that send
// them. One may go on: "[electronic resource (video)]"; "[map of Kent]" is a title.
var designations = func() []string {
	all := slices.Clone(textDesignations)
	for _, words := range MediumDesignations {
		all = append(all, strings.Split(words, ", ")...)
	}
	return all
}()

// textDesignations are those of texts, and those that say nothing of a medium.
var textDesignations = []string{
	"electronic resource", "online resource", "internet resource", "website", "online", "electronic book", "e-book",
	"ebook", "computer file", "interactive multimedia", "text", "large print", "microform",
	"microfilm", "microfiche", "manuscript", "music", "braille", "cd-rom", "diorama", "microscope slide",
	"technical drawing", "recurso electrónico", "recurso electronico", "libro electrónico", "microforma",
	"texto impreso", "ressource électronique", "ressource electronique", "livre électronique", "microforme",
	"texte imprimé", "elektronische ressource", "online-ressource", "mikroform", "mikrofiche", "電子資源", "电子资源", "전자자료",
	"专著", "recurso en línea", "document électronique", "testo a stampa", "elektronisk ressurs", "verkkoaineisto",
	"elektronik kaynak", "מקור אלקטרוני", "archival material", "pdf", "internet", "электронный ресурс", "текст",
	"dokument elektroniczny", "elektronický zdroj", "computer disc", "online-ausgabe", "en línea",
	"documento electrónico", "web site", "large type", "tactile", "material gráfico", "multimedia",
	"elektroninen aineisto", "オンライン", "risorsa elettronica", "recurso eletrônico", "elektronisk resurs",
	"elektronische bron",
}

// MediumDesignations are the designations of what is not text, by the medium of CSL.
var MediumDesignations = map[string]string{
	"video": "videorecording, video recording, streaming video, electronic video, videodisc, videocassette, " +
		"videograbación, enregistrement vidéo, bildtonträger, videoupptagning, videoopptak, videooptagelse, " +
		"video-opname, gravação de vídeo, registo vídeo, videotallenne, videozáznam, wideokaseta, " +
		"enregistrament vídeo, видеозапись, 録画資料, 录像资料, grabación de vídeo, grabación de video, images animées",
	"DVD":  "dvd, dvd-video, blu-ray",
	"film": "film, motion picture, filmstrip",
	"score": "score, notated music, sheet music, printed music, partitura, musiktryck, musikktrykk, muziekdruk, " +
		"bladmuziek, musica a stampa, música impresa, música notada, música impressa, druk muzyczny, hudebnina, " +
		"nuotti, 楽譜, 樂譜, partition, noten, musikdruck, musique imprimée, ноты",
	"audio": "sound recording, sound disc, compact disc, grabación sonora, enregistrement sonore, tonträger, " +
		"ljudupptagning, lydopptak, lydoptagelse, geluidsopname, gravação de som, gravação sonora, registo sonoro, " +
		"registro sonoro, audioregistrazione, äänitallenne, zvukový záznam, dokument dźwiękowy, " +
		"enregistrament sonor, звукозапись, 録音資料, 录音资料, hangfelvétel, audiobook, hörbuch, livre audio",
	"map": "map, cartographic material, kartografisches material, kartografiskt material, kartografisk materiale, " +
		"cartografisch materiaal, materiale cartografico, material cartográfico, document cartographique, " +
		"documento cartográfico, dokument kartograficzny, kartografický dokument, kartta-aineisto, " +
		"картографический материал, 地図資料, globe, chart",
	"kit":      "kit, medienkombination, game, toy, activity card, flash card",
	"object":   "realia, model",
	"picture":  "picture, graphic, slide, art original, art reproduction, transparency",
	"software": "software, computer software, computer program",
}

// longestDesignation bounds the work: what is longer is not a designation.
const longestDesignation = 80

// cutDesignation removes a general material designation with the punctuation before it.
func cutDesignation(s string) string {
	open := strings.IndexByte(s, '[')
	for open >= 0 {
		n := strings.IndexByte(s[open:], ']')
		if n < 0 {
			if isDesignation(s[open+1:]) && open > 0 { // its end was cut off
				return strings.TrimRight(s[:open], " :/,;")
			}
			return s
		}
		if isDesignation(s[open+1:open+n]) && strings.Trim(s[:open]+s[open+n+1:], " :/,;.") != "" {
			before := strings.TrimRight(s[:open], " :/,;.")
			rest := strings.TrimLeft(s[open+n+1:], " ")
			if strings.IndexAny(rest, ".,;") != 0 {
				rest = " " + rest
			}
			s = before + rest
			open = strings.IndexByte(s, '[')
			continue
		}
		next := strings.IndexByte(s[open+1:], '[')
		if next < 0 {
			return s
		}
		open += 1 + next
	}
	return s
}

// Designation returns the general material designation that a title holds in brackets, or "".
func Designation(title string) string {
	for rest := title; len(title) < longestTitle; {
		_, after, found := strings.Cut(rest, "[")
		if !found {
			return ""
		}
		inner, _, _ := strings.Cut(after, "]")
		if isDesignation(inner) {
			return inner
		}
		rest = after
	}
	return ""
}

// longestTitle bounds the search for designations.
const longestTitle = 2000

func isDesignation(s string) bool {
	if len(s) > longestDesignation {
		return false
	}
	s = strings.ToLower(strings.TrimSpace(s))
	for _, d := range designations {
		if rest, ok := strings.CutPrefix(s, d); ok && len(rest) < 24 && mayFollowDesignation(rest) {
			return true
		}
	}
	return false
}

// mayFollowDesignation reports whether a text may follow a designation that is still one: in
// the plural, or with a qualifier.
func mayFollowDesignation(s string) bool {
	return s == "" || s == "s" || strings.HasPrefix(strings.TrimPrefix(s, " "), "(") || strings.HasPrefix(s, " :")
}
