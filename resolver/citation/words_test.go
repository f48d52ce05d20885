package citation

import (
	"slices"
	"strings"
	"testing"
)

// The tests here spell out what each table of words reads, so that no word is taken out unnoticed.

func TestMonthWords(t *testing.T) {
	names := []string{ // in the languages of the interface, then in others
		1:  "January januar Jänner janvier enero gennaio styczeń январь",
		2:  "February février fevereiro luty февраль",
		3:  "March März maart mrt. март",
		4:  "April avril abril kwiecień апрель",
		5:  "May mai maj maggio mei мая май",
		6:  "June juin giugno czerwiec июнь",
		7:  "July juillet luglio lipiec июль",
		8:  "August août agosto sierpień август",
		9:  "September settembre wrzesień сентябрь",
		10: "October Oktober outubro ottobre październik октябрь",
		11: "November listopad ноябрь",
		12: "December diciembre décembre Dezember desember grudzień декабрь",
	}
	read := func() (wrong []string) {
		for month, words := range names {
			for word := range strings.FieldsSeq(words) {
				if ParseMonth(word) != month {
					wrong = append(wrong, word)
				}
			}
		}
		return wrong
	}
	if wrong := read(); wrong != nil {
		t.Errorf("not read as their month: %q", wrong)
	}
	all := months
	defer func() { months = all }()
	for i, row := range all {
		if months = slices.Delete(slices.Clone(all), i, i+1); read() == nil {
			t.Errorf("no name needs %q", row.prefix)
		}
	}
}

func TestNumberWords(t *testing.T) {
	for _, label := range []string{
		"volume", "vols.", "vol.", "vol", "v.", "v", "band", "bd.", "bd", "tome", "tomo", "t.", "jahrgang", "jahrg.", "jg.",
		"issue", "iss.", "iss", "number", "no.", "nos.", "no", "nr.", "nr", "num.", "núm.", "n.", "heft", "h.", "fasc.",
		"fasz.", "n°", "nº", "№", "#", "т.", "том", "вып.", "卷", "第", "제", "N", "jrg.", "årg.", "årgang", "roč.", "ročník",
		"svazek", "č.", "číslo", "rocz.", "zesz.", "z.",
	} {
		if got := CleanNumber(label + "5"); got != "5" {
			t.Errorf("%q with 5 is %q", label, got)
		}
	}
	for _, label := range []string{"volume", "issue", "number"} { // whose ends are cut in another way as well
		if got := CleanNumber(label + " XII"); got != "XII" {
			t.Errorf("%s XII is %q", label, got)
		}
	}
	for _, unit := range []string{"卷", "巻", "期", "号", "號", "권", "호"} {
		if got := CleanNumber("5" + unit); got != "5" {
			t.Errorf("5 with %q is %q", unit, got)
		}
	}
	for _, none := range []string{"none", "Unknown", "No volume", "no issue", "No number", "not set", "ja"} {
		if got := CleanNumber(none); got != "" {
			t.Errorf("%q is the number %q", none, got)
		}
	}
	for _, label := range []string{
		"issue", "iss.", "iss", "number", "no.", "no", "nr.", "nr", "num.", "núm.", "n.", "heft", "h.", "fasc.", "n°", "nº",
		"№", "#", "pt.", "part",
	} {
		if volume, issue := SplitNumbers("24, "+label+" 4", ""); volume != "24" || issue != "4" {
			t.Errorf("24, %s 4 is volume %q, issue %q", label, volume, issue)
		}
	}
	for _, label := range []string{
		"article number ", "article no. ", "article no ", "article ", "art. no. ", "art. no ", "artn ", "art. ", "unsp ",
		"no. ",
	} {
		if got := CleanArticleNumber(label + "e33"); got != "e33" {
			t.Errorf("%q with e33 is %q", label, got)
		}
	}
}

func TestPageWords(t *testing.T) {
	for _, label := range []string{
		"pages", "page", "pgs.", "pg.", "pp.", "pp", "p.", "p ", "seiten", "seite", "ss.", "s.", "págs.", "pág.", "pag.",
		"blz.", "side", "sid.", "str.", "σσ.", "σ.", "стр.", "с.", "ص", "עמ'", "第", "页", "頁",
	} {
		if got := CleanPages(label + " 12-19"); got != "12-19" {
			t.Errorf("%q with 12-19 is %q", label, got)
		}
	}
	for _, unit := range []string{"页", "頁", "ページ", "쪽"} {
		if got := CleanPages("12-19" + unit); got != "12-19" {
			t.Errorf("12-19 with %q is %q", unit, got)
		}
	}
	for _, unit := range []string{" p", " pp", " pages", " S", " Seiten", " páginas", " s"} {
		if !IsPageCount("340" + unit) {
			t.Errorf("340%s does not count pages", unit)
		}
	}
	for _, dash := range []string{" to ", " bis ", " à ", "-p. ", "–p. "} {
		if got := CleanPages("12" + dash + "19"); got != "12-19" {
			t.Errorf("12%s19 is %q", dash, got)
		}
	}
	for _, note := range []string{" (8 pages)", " [i.e. 31]", " of 340", " : ill.", " p. 8"} {
		if got := CleanPages("12-30" + note); got != "12-30" {
			t.Errorf("12-30%s is %q", note, got)
		}
	}
}

func TestDesignationWords(t *testing.T) {
	for medium, words := range map[string][]string{
		"": {
			"electronic resource", "online resource", "internet resource", "website", "online", "electronic book", "e-book",
			"ebook", "computer file", "interactive multimedia", "text (large print)", "text", "large print", "microform",
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
		},
		"video": {
			"videorecording", "video recording", "streaming video", "electronic video", "videodisc", "videocassette",
			"videograbación", "enregistrement vidéo", "bildtonträger", "videoupptagning", "videoopptak", "videooptagelse",
			"video-opname", "gravação de vídeo", "registo vídeo", "videotallenne", "videozáznam", "wideokaseta",
			"enregistrament vídeo", "видеозапись", "録画資料", "录像资料", "grabación de vídeo", "grabación de video", "images animées",
		},
		"DVD": {
			"dvd", "dvd-video", "blu-ray",
		},
		"film": {
			"film", "motion picture", "filmstrip",
		},
		"score": {
			"score", "notated music", "sheet music", "printed music", "partitura", "musiktryck", "musikktrykk", "muziekdruk",
			"bladmuziek", "musica a stampa", "música impresa", "música notada", "música impressa", "druk muzyczny", "hudebnina",
			"nuotti", "楽譜", "樂譜", "partition", "noten", "musikdruck", "musique imprimée", "ноты",
		},
		"audio": {
			"sound recording", "sound disc", "compact disc", "grabación sonora", "enregistrement sonore", "tonträger",
			"ljudupptagning", "lydopptak", "lydoptagelse", "geluidsopname", "gravação de som", "gravação sonora",
			"registo sonoro", "registro sonoro", "audioregistrazione", "äänitallenne", "zvukový záznam", "dokument dźwiękowy",
			"enregistrament sonor", "звукозапись", "録音資料", "录音资料", "hangfelvétel", "audiobook", "hörbuch", "livre audio",
		},
		"map": {
			"map", "cartographic material", "kartografisches material", "kartografiskt material", "kartografisk materiale",
			"cartografisch materiaal", "materiale cartografico", "material cartográfico", "document cartographique",
			"documento cartográfico", "dokument kartograficzny", "kartografický dokument", "kartta-aineisto",
			"картографический материал", "地図資料", "globe", "chart",
		},
		"kit": {
			"kit", "medienkombination", "game", "toy", "activity card", "flash card",
		},
		"object": {
			"realia", "model",
		},
		"picture": {
			"picture", "graphic", "slide", "art original", "art reproduction", "transparency",
		},
		"software": {
			"software", "computer software", "computer program",
		},
	} {
		for _, word := range words {
			if got := CleanTitle("Weirs ["+word+"] / Ann Roebuck", WholeTitle); got != "Weirs" {
				t.Errorf("with [%s] the title is %q", word, got)
			}
			if listed := slices.Contains(strings.Split(MediumDesignations[medium], ", "), word); medium != "" && !listed {
				t.Errorf("%q is not %s", word, medium)
			}
		}
	}
}
