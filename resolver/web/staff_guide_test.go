package web_test

import (
	"cmp"
	"crypto/tls"
	"html"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// formAddresses are those of one library's forms, by service.
var formAddresses = map[requestform.Service]string{
	requestform.Tipasa:      "https://98765.account.worldcat.org/profile/route/openurl?",
	requestform.WorldShare:  "https://98765.account.worldcat.org/account/route/wsill/openurl?",
	requestform.ILLiad:      "https://illiad.univ.edu/illiad/illiad.dll/OpenURL?",
	requestform.ILLiadForms: "https://illiad.univ.edu/illiad/illiad.dll?",
	requestform.Relais:      "https://uni.relais-host.com/user/login.html?LS=UNI&group=patron&",
	requestform.ReShare:     "https://openurl.reshare.univ.edu/uni?",
	requestform.Koha:        "https://catalogue.univ.edu/cgi-bin/koha/opac-illrequests.pl?",
	requestform.Custom:      "https://ill.univ.edu/request?",
}

// everyService has a library for each service, named after it, and one with two forms.
func everyService() *library.Settings {
	var b strings.Builder
	b.WriteString("libraries:\n")
	for _, s := range requestform.Services() {
		if s.Local() {
			b.WriteString("  - {code: undecided, name: Undecided, form: {service: practice}}\n")
			continue
		}
		b.WriteString("  - code: " + string(s) + "\n    name: " + string(s) + "\n    form:\n      service: " + string(s) + "\n")
		b.WriteString("      url: \"" + cmp.Or(formAddresses[s], s.Example()) + "\"\n")
		if s.NeedsKeys() {
			b.WriteString("      keys: {book: \"{title}\", who: [\"{authors}\", \"{family}, {given}\"]}\n")
		}
	}
	b.WriteString("  - code: both\n    name: Both\n    form:\n" +
		"      - {for: [article-journal, chapter], service: illiad, url: \"" + formAddresses[requestform.ILLiad] + "\"}\n" +
		"      - {service: tipasa, url: \"" + formAddresses[requestform.Tipasa] + "\"}\n")
	settings, err := library.Parse("libraries.yaml", []byte(b.String()), nil)
	if err != nil {
		panic(err)
	}
	return settings
}

var guidePages = []string{"/setup", "/setup/tipasa", "/setup/alma", "/setup/primo", "/setup/test", "/setup/sources", "/setup/pages", "/setup/tools"}

// ownNames are the names that only pages about these systems have.
var ownNames = map[string][]requestform.Service{
	"Tipasa":     {requestform.Tipasa},
	"WorldShare": {requestform.Tipasa, requestform.WorldShare}, // Alma's way to both is of the type WorldShare ILL
	"ILLiad":     {requestform.ILLiad, requestform.ILLiadForms},
	"Relais":     {requestform.Relais},
	"ReShare":    {requestform.ReShare},
	"Koha":       {requestform.Koha},
}

// TestGuideKnowsEveryService: the tests of the guide are about each form but our own.
func TestGuideKnowsEveryService(t *testing.T) {
	for _, service := range requestform.Services() {
		if service.Local() {
			continue
		}
		if formAddresses[service] == "" {
			t.Errorf("formAddresses has no address for %s", service)
		}
		named := func(of []requestform.Service) bool { return slices.Contains(of, service) }
		if all := slices.Collect(maps.Values(ownNames)); !service.NeedsKeys() && !slices.ContainsFunc(all, named) {
			t.Errorf("ownNames has no name for %s", service)
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

func TestGuideNamesNoOtherSystem(t *testing.T) {
	s := newServer(t, everyService)
	for _, service := range requestform.Services() {
		if service.Local() {
			continue
		}
		for _, page := range guidePages {
			w := get(t, s, "/"+string(service)+page)
			if w.Code != 200 {
				t.Fatalf("%s%s: status %d", service, page, w.Code)
			}
			text := html.UnescapeString(tag.ReplaceAllString(w.Body.String(), ""))
			for name, of := range ownNames {
				if !slices.Contains(of, service) && strings.Contains(text, name) {
					t.Errorf("%s%s: names %s", service, page, name)
				}
			}
		}
	}
}

var settingsToCopy = regexp.MustCompile(`(?s)<textarea id="form-settings"[^>]*>(.*?)</textarea>`)

// The lines to copy are settings for the same form.
func TestGuideSettingsCanBeUsed(t *testing.T) {
	paths := map[string]requestform.Service{"/both/setup/tipasa": requestform.Tipasa}
	for _, service := range requestform.Services() {
		if !service.Local() {
			paths["/"+string(service)+"/setup/tipasa"] = service
			paths["/undecided/setup/tipasa?as="+string(service)] = service
		}
	}
	s := newServer(t, everyService)
	for path, service := range paths {
		m := settingsToCopy.FindStringSubmatch(get(t, s, path).Body.String())
		if m == nil {
			t.Errorf("%s: no settings to copy", path)
			continue
		}
		lines := strings.ReplaceAll(strings.TrimSpace(html.UnescapeString(m[1])), "\n", "\n    ")
		settings, err := library.Parse("x.yaml", []byte("libraries:\n  - code: x\n    name: X\n    "+lines+"\n"), nil)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if got := settings.Libraries[0].Form.Service; got != service {
			t.Errorf("%s: settings for %s", path, got)
		}
		if strings.HasPrefix(path, "/both") && len(settings.Libraries[0].FormsFor) != 1 {
			t.Errorf("%s: %d forms for some types, want 1", path, len(settings.Libraries[0].FormsFor))
		}
	}
}

func TestGuideWarnsOfAddressesThatPatronsCannotUse(t *testing.T) {
	s := newServer(t, demo)
	for _, tc := range []struct{ origin, want string }{
		{"http://localhost:8080", "only on the computer that Lendlink runs on"},
		{"http://127.0.0.1:8080", "only on the computer that Lendlink runs on"},
		{"https://[::1]", "only on the computer that Lendlink runs on"},
		{"http://ill.univ.edu", "begin with http"},
		{"https://ill.univ.edu", ""},
		{"https://localhost.univ.edu", ""},
	} {
		for _, page := range []string{"/setup", "/setup/alma", "/setup/sources", "/setup/pages", "/setup/tools"} {
			body := getFrom(t, s, tc.origin, "/demo"+page)
			if warned := strings.Contains(body, "Do not copy these addresses yet."); warned != (tc.want != "") {
				t.Errorf("%s%s: warned is %t", tc.origin, page, warned)
			}
			if !strings.Contains(body, tc.want) {
				t.Errorf("%s%s lacks %q", tc.origin, page, tc.want)
			}
		}
	}
}

// getFrom returns a page as it is when the server is reached under an origin.
func getFrom(t *testing.T, s http.Handler, origin, path string) string {
	t.Helper()
	scheme, host, _ := strings.Cut(origin, "://")
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = host
	if scheme == "https" {
		r.TLS = &tls.ConnectionState{}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Body.String()
}

// The steps lead from one to the next and back.
func TestGuideSteps(t *testing.T) {
	s := newServer(t, demo)
	for i, page := range guidePages {
		body := get(t, s, "/demo"+page).Body.String()
		for rel, j := range map[string]int{"prev": i - 1, "next": i + 1} {
			want := j >= 0 && j < len(guidePages)
			if got := strings.Contains(body, `rel="`+rel+`"`); got != want {
				t.Errorf("%s: %s is there: %t", page, rel, got)
			}
			if want && !strings.Contains(body, `<a href="/demo`+guidePages[j]+`" rel="`+rel+`">`) {
				t.Errorf("%s: %s does not lead to %s", page, rel, guidePages[j])
			}
		}
	}
}

// A library with the practice form chooses what the guide is about, and keeps it.
func TestGuideForALibraryThatHasNotChosen(t *testing.T) {
	s := newServer(t, everyService)
	body := get(t, s, "/undecided/setup/tipasa?as=koha").Body.String()
	for _, want := range []string{"Connect Koha", "This library still uses the practice form", `href="/undecided/setup/alma?as=koha" rel="next"`, "?as=illiad"} {
		if !strings.Contains(body, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if strings.Contains(get(t, s, "/koha/setup/tipasa?as=tipasa").Body.String(), "Tipasa") {
		t.Error("a library that has chosen reads of another system")
	}
}

func TestGuideInABrowser(t *testing.T) {
	server := httptest.NewServer(newServer(t, everyService))
	t.Cleanup(server.Close)
	base := server.URL
	desktop := browsertest.Start(t).Tab(t, browsertest.Options{})
	phone := browsertest.Start(t).Tab(t, browsertest.Options{Width: 320, Height: 640, Mobile: true})
	for _, path := range []string{
		"/undecided/setup", "/undecided/setup/tipasa", "/tipasa/setup/tipasa", "/tipasa/setup/alma", "/tipasa/setup/primo",
		"/illiad/setup/tipasa", "/illiad/setup/test", "/both/setup", "/both/setup/tipasa", "/custom/setup/tipasa", "/koha/setup/tools",
	} {
		name := "guide" + strings.ReplaceAll(path, "/", "-")
		desktop.Open(base + path)
		desktop.Screenshot("staff/" + name)
		for _, v := range desktop.Axe() {
			t.Errorf("%s: %s", name, v)
		}
		phone.Open(base + path)
		if width := browsertest.Eval[int](phone, "document.documentElement.scrollWidth"); width > 320 {
			t.Errorf("%s: %d pixels wide on a phone of 320", name, width)
		}
	}
}
