package web_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/reference"
)

// postTo sends a form.
func postTo(t *testing.T, s http.Handler, path string, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const brokenFile = "@book{a, title = {Lamps}}\n@book{b,\n  title = {<b>Broken\n@book{c,\n  title {Piers}\n}\n"

// Of a file that is broken in parts, the page says in which line, and why, in every language;
// patrons, librarians and the inspection read the same.
func TestPasteSaysWhyAPartWasNotRead(t *testing.T) {
	s := newServer(t, func() *library.Settings { return library.New(fullLibrary()) })
	for language, want := range map[string][]string{
		"en": {"Line 3: a brace or quotation mark is not closed.", "Line 5: the “=” after a field name is missing."},
		"de": {"Zeile 3: Eine Klammer", "Zeile 5: Nach einem Feldnamen"},
		"fr": {"Ligne 3\u00a0: une accolade", "Ligne 5\u00a0: il manque"},
		"es": {"Línea 3: una llave", "Línea 5: falta el"},
	} {
		to := postTo(t, s, "/demo/request", url.Values{"mode": {"blank"}, "lang": {language}, "paste": {brokenFile}}).Header().Get("Location")
		if !strings.HasPrefix(to, "/demo/request?item=") || strings.Contains(to, "Broken") {
			t.Fatalf("goes on to %q", to)
		}
		body := html.UnescapeString(get(t, s, to).Body.String())
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s lacks %q", to, w)
			}
		}
	}
	for path, name := range map[string]string{"/demo/setup/pages": "paste", "/demo/inspect": "lendlink.link"} {
		w := postTo(t, s, path, url.Values{name: {brokenFile}})
		if to := w.Header().Get("Location"); to != "" {
			w = get(t, s, to)
		}
		if body := html.UnescapeString(w.Body.String()); !strings.Contains(body, "Line 3: a brace or quotation mark is not closed.") {
			t.Errorf("%s does not say why", path)
		}
	}
}

// Where nothing of a file can be read, the page says where it goes wrong and keeps it.
func TestBrokenFileIsKeptAndExplained(t *testing.T) {
	s := newServer(t, func() *library.Settings { return library.New(fullLibrary()) })
	for text, want := range map[string]string{
		"[\n{\"type\":\"book\",\n\"title\":\"Lamps": "Line 3: from here on, this is not valid JSON.",
		"TY  - BOOK\nTY  - BOOK":                    "Line 2: the entry stops before its last line (ER).",
		"@book{a,\n title = {Lamps\n":               "Line 2: a brace or quotation mark is not closed.",
		strings.Repeat("TY  - BOOK\nER  - \n", 30):  "And 20 more.",
	} {
		w := postTo(t, s, "/demo/request", url.Values{"mode": {"blank"}, "paste": {text}})
		body := html.UnescapeString(w.Body.String())
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, want) {
			t.Errorf("%.40q: %d, lacks %q", text, w.Code, want)
		}
		if !strings.Contains(body, strings.TrimSpace(text)) {
			t.Errorf("%.40q is not kept", text)
		}
	}
	for _, query := range []string{"unread=99999999999999&why=3:made-up&why=x:unclosed&why=-1:unclosed&why=7:too-long", "unread=-5", "unread=x&why=3:unclosed"} {
		w := get(t, s, "/demo/request?item=title%3DDune&"+query)
		if body := w.Body.String(); w.Code != http.StatusOK || strings.Contains(body, "Line ") || strings.Contains(body, "made-up</li>") {
			t.Errorf("what anybody wrote into an address is shown: %s", query)
		}
	}
}

// A question or a mail is not a title: the page keeps it and says so.
func TestPasteOfProseIsNoTitle(t *testing.T) {
	s := newServer(t, func() *library.Settings { return library.New(fullLibrary()) })
	const question = "hello where is my book"
	for language, want := range map[string]string{
		"en": "This does not look like a reference.", "de": "Das sieht nicht nach einer Literaturangabe aus.",
		"fr": "Cela ne ressemble pas à une référence.", "es": "Esto no parece una referencia.",
	} {
		w := postTo(t, s, "/demo/request", url.Values{"mode": {"blank"}, "lang": {language}, "paste": {question}})
		body := html.UnescapeString(w.Body.String())
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, want) || !strings.Contains(body, question+"</textarea>") {
			t.Errorf("%s: %d, lacks %q or the text", language, w.Code, want)
		}
	}
	for path, name := range map[string]string{"/demo/setup/pages": "paste", "/demo/inspect": "lendlink.link"} {
		w := postTo(t, s, path, url.Values{name: {question}})
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "does not look like a reference") {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if to := postTo(t, s, "/demo/request", url.Values{"mode": {"blank"}, "paste": {"Where is my home?"}}).Header().Get("Location"); !strings.Contains(to, "Where+is+my+home") {
		t.Errorf("a title goes on to %q", to)
	}
}

// It is the text that may have so many bytes, however a browser writes them. The page
// says that there was more, and of a text that is far too long it keeps the beginning.
func TestBoundOfPastedText(t *testing.T) {
	s := newServer(t, func() *library.Settings { return library.New(fullLibrary()) })
	const item = "TY  - BOOK\nTI  - Häfen\nER  - \n"
	umlauts := strings.Repeat("ä", reference.MaxBytes/2-len(item)) // three times as long in a form
	for name, path := range map[string]string{"paste": "/demo/request", "lendlink.link": "/demo/inspect"} {
		if w := postTo(t, s, path, url.Values{"mode": {"blank"}, name: {item + umlauts}}); w.Code >= 400 {
			t.Errorf("%s: a text within the bound: %d", path, w.Code)
		}
	}
	for _, tc := range []struct{ path, name string }{{"/demo/request", "paste"}, {"/demo/setup/pages", "paste"}, {"/demo/inspect", "lendlink.link"}} {
		w := postTo(t, s, tc.path, url.Values{"mode": {"blank"}, tc.name: {item + strings.Repeat("N1  - x\n", reference.MaxBytes/8)}})
		if to := w.Header().Get("Location"); to != "" {
			w = get(t, s, to)
		}
		if body := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(body, "longer than 64 KB") || !strings.Contains(body, "Häfen") {
			t.Errorf("%s: a longer text: %d", tc.path, w.Code)
		}
		w = postTo(t, s, tc.path, url.Values{"mode": {"blank"}, tc.name: {item + strings.Repeat(umlauts, 2)}})
		body := w.Body.String()
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(body, "At most 64 KB of text") || !strings.Contains(body, "TI  - Häfen") {
			t.Errorf("%s: a text far too long: %d %.200s", tc.path, w.Code, body)
		}
		if len(body) > 2*reference.MaxBytes {
			t.Errorf("%s: the page has %d bytes", tc.path, len(body))
		}
	}
	if w := postTo(t, s, "/demo/request", url.Values{"title": {strings.Repeat("ä", 1<<20)}}); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("an endless title: %d", w.Code)
	}
	if w := postTo(t, s, "/demo/openurl", url.Values{"title": {strings.Repeat("x", 64<<10)}}); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a posted link above its bound: %d", w.Code)
	}
}

// Librarians choose among several items as patrons do.
func TestStaffChooseAmongItems(t *testing.T) {
	s := newServer(t, func() *library.Settings { return library.New(fullLibrary()) })
	const two = "TY  - BOOK\nTI  - Lamps & lights\nAU  - Roe, B.\nER  - \nTY  - BOOK\nTI  - Piers\nN1  - my diary\nER  - "
	to := postTo(t, s, "/demo/setup/pages", url.Values{"paste": {two}}).Header().Get("Location")
	if !strings.HasPrefix(to, "/demo/setup/pages?item=") || strings.Contains(to, "diary") {
		t.Fatalf("goes on to %q", to)
	}
	body := get(t, s, strings.TrimSuffix(to, "#choice")).Body.String()
	chosen := attribute(t, body, "href", ">Piers.")
	if !strings.Contains(body, "Lamps &amp; lights") || strings.Contains(body, `id="built"`) {
		t.Error("there is no choice")
	}
	body = get(t, s, chosen).Body.String()
	for _, want := range []string{`id="built"`, "title=Piers", "Left out:", "my diary"} {
		if !strings.Contains(body, want) {
			t.Errorf("%s lacks %s", chosen, want)
		}
	}
	body = postTo(t, s, "/demo/inspect", url.Values{"lendlink.link": {two}}).Body.String()
	other := attribute(t, body, "href", ">Piers.")
	if got := get(t, s, other).Body.String(); !strings.Contains(got, "Piers") || strings.Contains(got, "Lamps") {
		t.Errorf("%s is not the other item", other)
	}
	many := postTo(t, s, "/demo/setup/pages", url.Values{"paste": {strings.Repeat("TY  - BOOK\nTI  - A long title of a book on lamps and lights\nER  - \n", 90)}})
	if n := strings.Count(many.Body.String(), `/demo/setup/pages?title=A`); many.Code != http.StatusOK || n != 90 {
		t.Errorf("more than an address holds: %d, %d of 90 items", many.Code, n)
	}
}
