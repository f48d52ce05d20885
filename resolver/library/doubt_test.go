package library_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

// Each case is one library's settings, and what check warns of.
func TestCheckWarns(t *testing.T) {
	const form = `form: {service: tipasa, url: "https://98765.account.worldcat.org/profile/route/openurl?"}`
	for _, tt := range []struct {
		name, yaml string
		want       string // "" for no warning
	}{
		{"nothing doubtful", form + `
notice: "Loans take **5-10 days**. Mail <ill@univ.edu> or see <https://univ.edu/ill>; 2 < 3"
contact: ill@univ.edu
time_zone: America/New_York
closed: {from: 2026-12-20, until: 2027-01-03}`, ""},
		{"the example's host", `form: {service: tipasa, url: "https://12345.account.worldcat.org/profile/route/openurl?"}`,
			"`url` has the example's own host name 12345.account.worldcat.org; write your own"},
		{"a proxy of the example", `form: {service: tipasa, url: "https://98765.account.worldcat.org/profile/route/openurl?", proxy: "https://proxy.example.edu/login?url="}`,
			"`proxy` has the example's own host name proxy.example.edu"},
		{"an address of the example", form + "\ncontact: ill@example.edu", "`contact` has the example's own host name example.edu"},
		{"a search of the example", form + "\ncheck_first: [{label: Search, url: \"https://search.example.org/?q={title}\"}]",
			"`url` has the example's own host name search.example.org"},
		{"a frame of the example", form + "\nembed_origins: [\"https://library.example.edu\"]", "`embed_origins` has the example's own host name"},
		{"a logo at a documentation address", form + "\nbrand: {logo: \"https://192.0.2.7/logo.svg\"}", "`logo` has 192.0.2.7, an address that only examples have"},
		{"networks of the example", form + "\nstaff_pages: [2001:db8::/32]", "`staff_pages` has 2001:db8::/32, an address that only examples have"},
		{"another service's form", `form: {service: tipasa, url: "https://98765.account.worldcat.org/account/route/wsill/openurl?"}`,
			"`url` looks like an address of worldshare-ill; write service: worldshare-ill"},
		{"one form for all types", `form: {service: illiad-forms, url: "https://illiad.univ.edu/illiad/illiad.dll?Action=10&Form=30"}`,
			"`url` opens Form=30 for items of every type; leave Form out, and it follows the type"},
		{"nobody's form", `form: {service: tipasa, url: "https://univ.edu/ill?"}`, "`url` does not look like an address of tipasa"},
		{"a proxy that takes no address", `form: {service: tipasa, url: "https://98765.account.worldcat.org/profile/route/openurl?", proxy: "https://proxy.univ.edu/login?"}`,
			"`proxy` does not end in url= or qurl="},
		{"HTML", form + "\nnotice: \"Loans take <b>5 days</b>.\"", "`notice` has HTML (<b>), which is left out; write Markdown"},
		{"HTML in a message", form + "\nclosed: {from: 2026-12-20, until: 2027-01-03, message: \"Closed<br>\"}", "`message` has HTML (<br>)"},
		{"a script", form + "\nnotice: \"[Ask](javascript:alert(1))\"", "`notice` has a javascript: link, which is made harmless"},
		{"a closure in the past", form + "\nclosed: {from: 2026-11-01, until: 2026-11-21}", "`until` is past: the closure ended on 2026-11-21; remove `closed`"},
		{"a closure that ends today in the library's time zone", form + "\ntime_zone: America/New_York\nclosed: {from: 2026-11-01, until: 2026-11-22}", ""},
		{"a closure that ends today", form + "\nclosed: {from: 2026-11-01, until: 2026-11-23}", ""},
		{"curly quotes", "name: \u201cBranch\u201d\n" + form, "`name` is in curly quotes, which patrons will see"},
		{"curly quotes within", "name: The \u201cBranch\u201d Library\n" + form, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "code: x\n" + tt.yaml + "\n"
			if !strings.Contains(text, "name:") {
				text += "name: Branch\n"
			}
			file := filepath.Join(t.TempDir(), "x.yaml")
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			checked, err := library.NewChecker(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)).Check(file)
			if err != nil {
				t.Fatal(err)
			}
			switch all := checked.Problems; {
			case len(all.Errors()) > 0:
				t.Fatalf("errors:\n%v", all)
			case tt.want == "" && len(all) > 0:
				t.Errorf("warnings:\n%v", all)
			case tt.want != "" && (len(all) != 1 || !strings.HasPrefix(all[0].Message, tt.want)):
				t.Errorf("got\n%v\nwant %s", all, tt.want)
			}
		})
	}
}

// TestExampleIsWarnedOf: there is a warning about each host and address of the example, which a library has to
// replace, so that none is forgotten among those that are checked.
func TestExampleIsWarnedOf(t *testing.T) {
	text, err := os.ReadFile("example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	checked, err := library.NewChecker(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)).Check("example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	warned := checked.Problems.Error()
	for i, line := range strings.Split(string(text), "\n") {
		setting, _, _ := strings.Cut(strings.TrimSpace(line), "#")
		if strings.Contains(setting, ".example.") && !strings.Contains(warned, fmt.Sprintf("example.yaml:%d:", i+1)) {
			t.Errorf("line %d: no warning of %s", i+1, setting)
		}
	}
}

func TestCheckWarnsAboutServices(t *testing.T) {
	const libraries = "\nlibraries: [{code: x, name: X, form: {service: practice}, open_access: {show: always}}]\n"
	for _, tt := range []struct{ name, yaml, want string }{
		{"nothing doubtful", `open_access: {sources: {openalex: "https://api.openalex.org/?api_key=k", doab: }}`, ""},
		{"no key", `open_access: {sources: [openalex]}`, "`sources` lists openalex without a key: it will answer few questions; write its address: " +
			`openalex: "https://api.openalex.org/?api_key=${OPENALEX_KEY}"`},
		{"no key for a look-up", "lookup: {sources: [googlebooks]}\nopen_access: {sources: [doab]}", "`sources` lists googlebooks without a key"},
		{"the example's address", `open_access: {sources: [doab], contact: ill@example.edu}`, "`contact` has the example's own host name"},
		{"nobody to ask", "log_links: false", "`open_access` shows nothing: no services are asked for free copies"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "lendlink.yaml")
			if err := os.WriteFile(file, []byte(tt.yaml+libraries), 0o600); err != nil {
				t.Fatal(err)
			}
			checked, err := library.NewChecker(time.Now()).Check(file)
			if err != nil || checked.Settings == nil {
				t.Fatal(err, checked.Problems)
			}
			switch all := checked.Problems; {
			case tt.want == "" && len(all) > 0:
				t.Errorf("warnings:\n%v", all)
			case tt.want != "" && (len(all) != 1 || !strings.HasPrefix(all[0].Message, tt.want)):
				t.Errorf("got\n%v\nwant %s", all, tt.want)
			}
		})
	}
}

func TestCheckWarnsAboutTheServer(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lendlink.yaml")
	text := `trusted_proxies: [127.0.0.1, 203.0.113.0/24]
lookup: {sources: [crossref], contact: ill@example.edu, cache: "redis://cache.example.edu"}
libraries: [{code: x, name: X, form: {service: practice}}]
`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	checked, err := library.NewChecker(time.Now()).Check(file)
	if err != nil {
		t.Fatal(err)
	}
	got := checked.Problems.Error()
	for _, want := range []string{":1:30: warning: `trusted_proxies` has 203.0.113.0/24,", "`contact` has", "`cache` has"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if len(checked.Problems) != 3 || checked.Settings == nil || len(checked.Settings.Warnings) != 3 {
		t.Errorf("%d problems, settings %v; want 3 warnings and the settings", len(checked.Problems), checked.Settings)
	}
}
