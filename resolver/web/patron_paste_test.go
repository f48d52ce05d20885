package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/interpret"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
)

// paste sends what somebody pasted into the blank form.
func paste(t *testing.T, text string, typed url.Values) *httptest.ResponseRecorder {
	t.Helper()
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	form := url.Values{"mode": {"blank"}, "was": {"book"}, "type": {"book"}, "step": {"read"}, "paste": {text}}
	for k, v := range typed {
		form[k] = v
	}
	r := httptest.NewRequest(http.MethodPost, "/north/request", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const apa = "Ruiz, A. B. (2019). Tugs of the inner harbour. Harbour Law Review, 3(1), 12-34. Retrieved from my private notes, page p4711 of the diary"

// The address that follows a paste holds the item's fields and nothing else of the text.
func TestPasteGoesOnInAnAddress(t *testing.T) {
	w := paste(t, apa, url.Values{"publisher": {"Faber"}})
	to := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/north/confirm?") {
		t.Fatalf("%d to %q", w.Code, to)
	}
	if w.Header().Get("Cache-Control") != "no-store" {
		t.Error("the answer may be stored")
	}
	if strings.Contains(to, "diary") || strings.Contains(to, "p4711") {
		t.Errorf("the address holds the text: %s", to)
	}
	_, query, _ := strings.Cut(to, "?")
	reading := interpret.Read(openurl.Parse(query), 2026)
	c := reading.Citation
	got := [...]string{c.Title, c.Volume, c.Page, c.Publisher, c.Author[0].Family}
	if got != [...]string{"Tugs of the inner harbour", "3", "12-34", "Faber", "Ruiz"} {
		t.Errorf("the address means %+v", c)
	}
	if !reading.Low {
		t.Error("what was read of plain text is sure")
	}
}

// What has no field is shown on the page that follows, in every language and on its way
// through the form, and can be read in no address.
func TestPasteShowsWhatHasNoField(t *testing.T) {
	l := fullLibrary()
	s := newServer(t, func() *library.Settings { return library.New(l) })
	for language, want := range map[string]string{
		"en": "Left out:", "de": "Nicht übernommen:", "fr": "Non repris\u00a0:", "es": "No se incluyó:",
	} {
		form := url.Values{"mode": {"blank"}, "lang": {language}, "paste": {apa}}
		to := postRequest(t, s, form).Header().Get("Location")
		if plain, _ := url.QueryUnescape(to); strings.Contains(plain, "diary") || strings.Contains(plain, "p4711") {
			t.Errorf("the address holds the text: %s", to)
		}
		body := get(t, s, to).Body.String()
		if !strings.Contains(body, want) || !strings.Contains(body, "page p4711 of the diary") {
			t.Errorf("%s lacks %q and the text", to, want)
		}
		form = filled(page(t, s, to))
		form.Set("speak", "en")
		again := postRequest(t, s, form).Header().Get("Location")
		if body := get(t, s, again).Body.String(); !strings.Contains(body, "Left out:") || !strings.Contains(body, "p4711 of the diary") {
			t.Errorf("%s forgets what was left over", again)
		}
	}
	body := get(t, s, "/demo/confirm?genre=book&title=Dune&lendlink.leftover=abcd").Body.String()
	if !strings.Contains(body, "Some of what you pasted was left out.") || strings.Contains(body, "abcd</") {
		t.Error("what can no longer be read is not mentioned")
	}
	if body := get(t, s, "/demo/confirm?genre=book&title=Dune").Body.String(); strings.Contains(body, "left-over") {
		t.Error("something is left over of a link")
	}
	if got := get(t, s, "/demo/inspect?genre=book&title=Dune&lendlink.leftover=abcd&format=json").Body.String(); strings.Contains(got, "leftover") {
		t.Errorf("the page's own key is read as part of the link: %s", got)
	}
}

// Of several items each has its own.
func TestChoiceShowsWhatHasNoField(t *testing.T) {
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	const two = "TY  - BOOK\nTI  - Lamps\nN1  - signed copy\nER  - \nTY  - BOOK\nTI  - Piers\nER  - "
	to := paste(t, two, nil).Header().Get("Location")
	if strings.Contains(to, "signed") || strings.Count(to, "leftover") != 1 {
		t.Fatalf("goes on to %s", to)
	}
	// The key is of the server that was asked first: another says only that there was something.
	if body := get(t, s, to).Body.String(); strings.Count(body, "Some of what you pasted was left out.") != 1 {
		t.Error("the choice does not say that something was left over")
	}
}

// The number of a record in WorldCat or the Library of Congress goes on as what it is.
func TestPasteOfARecordNumber(t *testing.T) {
	for text, want := range map[string]string{
		"LCCN: 2001000002": "rft_id=info%3Alccn%2F2001000002",
		"OCLC 318420977":   "rft_id=info%3Aoclcnum%2F318420977",
	} {
		to := paste(t, text, nil).Header().Get("Location")
		if !strings.Contains(to, want) || strings.Contains(to, interpret.Pasted) || strings.Contains(to, "volume") {
			t.Errorf("%q goes on to %s", text, to)
		}
	}
}

func TestPasteOfSeveralItemsOffersAChoice(t *testing.T) {
	const two = "[1] B. Roe, Lamps. London: Faber, 2001.\n[2] A. Ruiz, “Tugs & tows,” Harbour Law, vol. 3, no. 1, pp. 12-34, 2019.\n[3] ???"
	w := paste(t, two, nil)
	to := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/north/request?item=") || strings.Contains(to, "%3F%3F%3F") {
		t.Fatalf("%d to %q", w.Code, to)
	}
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	body := get(t, s, to).Body.String()
	if strings.Count(body, `href="/north/confirm?`) != 2 {
		t.Fatal(body)
	}
	for _, want := range []string{"Which item do you want?", "Tugs &amp; tows", "could not be read", "lendlink%3Aplain-text"} {
		if !strings.Contains(body, want) {
			t.Errorf("lacks %q", want)
		}
	}
	many := paste(t, strings.Repeat("Ruiz, A. (2019). Tugs and tows of the inner and the outer harbour. Harbour Law, 3(1), 12-34.\n\n", 60), nil)
	if n := strings.Count(many.Body.String(), `href="/north/confirm?`); many.Code != http.StatusOK || n != 60 {
		t.Errorf("more than an address holds: %d, %d of 60 items", many.Code, n)
	}
	made := get(t, s, "/north/request?"+strings.Repeat("item=title%3DDune&", 300))
	if n := strings.Count(made.Body.String(), `href="/north/confirm?`); n != 200 || !strings.Contains(made.Body.String(), "too many items") {
		t.Errorf("of 300 items in an address %d are shown: %.300s", n, made.Body)
	}
	for _, path := range []string{"/north/request?item=", "/north/request?item=%zz&title=Dune", "/north/request?item=genre%3Dbook"} {
		if w := get(t, s, path); w.Code != http.StatusSeeOther && w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// Identifiers of different items are a choice as well; those of one item are not.
func TestPasteOfSeveralIdentifiersOffersAChoice(t *testing.T) {
	for text, want := range map[string]string{
		"10.1038/171737a0\n10.1000/xyz123":      "/north/request?item=",
		"9780198245971, 9780306406157":          "/north/request?item=",
		"10.1038/171737a0; 9780306406157":       "/north/request?item=",
		"PMID: 13054692; DOI: 10.1038/171737a0": "/north/confirm?",
		"0-306-40615-2\n978-0-306-40615-7":      "/north/confirm?",
	} {
		if to := paste(t, text, nil).Header().Get("Location"); !strings.HasPrefix(to, want) || strings.Contains(to, "volume") {
			t.Errorf("%q goes on to %s", text, to)
		}
	}
}

// Where one item of a file or a list is read and another is not, the page says so before
// it goes on.
func TestPasteReportsWhatWasNotRead(t *testing.T) {
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	for _, text := range []string{
		"@book{a, title={Lamps}}\n@book{b, title={Broken",
		"TY  - BOOK\nTI  - Lamps\nER  - \nTY  - BOOK\nER  - ",
		"9780306406157\n9780198245972",
	} {
		to := paste(t, text, nil).Header().Get("Location")
		body := get(t, s, to).Body.String()
		if strings.Count(body, `href="/north/confirm?`) != 1 || !strings.Contains(body, "could not be read") || strings.Contains(body, "several items") {
			t.Errorf("%q goes on to %s", text, to)
		}
	}
}

func TestPasteThatCannotBeReadIsKept(t *testing.T) {
	for text, want := range map[string]string{
		"?!? <b>":           "We couldn’t read anything from this.",
		"978-0-306-40615-8": "This ISBN or ISSN is not valid",
	} {
		w := paste(t, text, nil)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%q: %d lacks %q", text, w.Code, want)
		}
		if kept := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text); !strings.Contains(w.Body.String(), kept+"</textarea>") {
			t.Errorf("%q is not kept", text)
		}
	}
}

// A file with one enormous value leads to an address that can be answered.
func TestPasteIsBounded(t *testing.T) {
	w := paste(t, "TY  - BOOK\nTI  - "+strings.Repeat("ab ", 9000)+"\nPB  - "+strings.Repeat("cd ", 9000)+"\nER  - ", nil)
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || len(to) > 16<<10 {
		t.Errorf("%d, %d bytes", w.Code, len(to))
	}
}

// Staff paste the same into the inspection, and see what the patron's page makes of it.
func TestInspectionReadsWhatPatronsPaste(t *testing.T) {
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	for text, want := range map[string]string{
		"doi:10.5555/tug.1":                    "10.5555/tug.1",
		apa:                                    "Tugs of the inner harbour",
		"ISBN 978-0-306-40615-7":               "9780306406157",
		"https://www.jstor.org/stable/2709692": "10.2307/2709692",
		"@book{a, title={Piers and quays}, year=2001}": "Piers and quays",
		"genre=book&title=Lamps":                       "Lamps",
	} {
		r := httptest.NewRequest(http.MethodPost, "/north/inspect", strings.NewReader(url.Values{"lendlink.link": {text}, "format": {"json"}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%q: %d, lacks %q", text, w.Code, want)
		}
	}
}

// The link builder reads the same, and its address holds the fields alone.
func TestBuilderReadsWhatIsPasted(t *testing.T) {
	s := newServer(t, func() *library.Settings { return twoLibraries() })
	post := func(text string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "/north/setup/pages", strings.NewReader(url.Values{"paste": {text}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	w := post(apa)
	to := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/north/setup/pages?") || strings.Contains(to, "diary") {
		t.Fatalf("%d to %q", w.Code, to)
	}
	for _, want := range []string{"title=Tugs+of+the+inner+harbour", "volume=3", "type=article-journal", "author=Ruiz"} {
		if !strings.Contains(to, want) {
			t.Errorf("%s lacks %s", to, want)
		}
	}
	if w := post("?!?"); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "?!?</textarea>") {
		t.Errorf("%d, the text is not kept", w.Code)
	}
}

// What a pasted reference has in the place of its date is in the field, as if it were typed
// there: nobody is asked for the year, and staff read the words.
func TestPasteTakesWhatIsInPress(t *testing.T) {
	l := fullLibrary()
	s := newServer(t, func() *library.Settings { return library.New(l) })
	for text, want := range map[string]string{
		"Roe, B. (in press). Harbour lamps. Journal of Ports.":              "in press",
		"Roe B. Harbour lamps. J Ports. In press.":                          "In press",
		"Roe, B. (no date) Harbour lamps. Journal of Ports.":                "no date",
		"Roe, B. (n.d.-a). Harbour lamps. Journal of Ports.":                "n.d.-a",
		"Roe, B. Farolas. Revista de Portos (no prelo).":                    "no prelo",
		"Roe, Bo: Hafenlampen. In: Zeitschrift für Hafenrecht, im Druck.":   "im Druck",
		"Roe, B. Phares du port, Revue des ports, sous presse":              "sous presse",
		"Roe, B. Faros del puerto. Revista de Puertos, en prensa.":          "en prensa",
		"Roe B. Harbour lamps. J Ports 2001;3:4-5. In press, my notes":      "2001",
		"Roe, B. (2001). Freedom in press law. Journal of Ports, 3(1), 4-5": "2001",
	} {
		to := postRequest(t, s, url.Values{"mode": {"blank"}, "paste": {text}}).Header().Get("Location")
		form := filled(page(t, s, to))
		if got := form.Get("issued"); got != want {
			t.Errorf("%q: the date is %q", text, got)
		}
		if want == "2001" {
			continue
		}
		if body := get(t, s, to).Body.String(); strings.Contains(body, "Left out:") {
			t.Errorf("%q: the words are left over too", text)
		}
		on, _ := url.QueryUnescape(postRequest(t, s, form).Header().Get("Location"))
		if !strings.Contains(on, "date: "+want) {
			t.Errorf("%q leads to %q", text, on)
		}
	}
}
