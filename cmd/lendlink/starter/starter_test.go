package starter_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lendlink/cmd/lendlink/starter"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// A settings file for each service, with every answer and with few, is one that check
// accepts, and says what was answered.
func TestSettingsAreValid(t *testing.T) {
	for _, service := range requestform.Services() {
		few := starter.Answers{Name: "Université de Nice", Service: string(service)}
		if !service.Local() {
			few.URL = service.Example()
		}
		all := few
		all.Code, all.Contact, all.Languages, all.Lookup, all.Host = "nice", "ill@univ.edu", "fr, en", "yes", "ill.univ.edu"
		if !service.Local() {
			all.Proxy = "https://proxy.univ.edu/login?url="
		}
		for code, a := range map[string]starter.Answers{"universite-de-nice": few, "nice": all} {
			if err := a.Check("lendlink.yaml"); err != nil {
				t.Errorf("%s: %v", service, err)
				continue
			}
			settings, err := library.Parse("lendlink.yaml", a.Settings("lendlink.yaml"), os.LookupEnv)
			if err != nil {
				t.Fatal(err)
			}
			lib := settings.Find(code)
			if lib == nil {
				t.Fatalf("%s: no library %s", service, code)
			}
			if lib.Name != a.Name || lib.Contact != a.Contact || lib.Form.Service != service || lib.Form.Proxy != a.Proxy {
				t.Errorf("%s: the file says %+v", service, lib)
			}
			if asks := settings.Lookup != nil; asks != (a.Lookup == "yes") {
				t.Errorf("%s: open services are asked: %v", service, asks)
			}
		}
	}
}

// What is typed is written as a value, whatever it looks like.
func TestAnswersAreEscaped(t *testing.T) {
	name := "A \"B\"\\ ${HOME} # c: [d]"
	settings, err := library.Parse("x", starter.Answers{Name: name, Code: "a"}.Settings("x"), os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	if got := settings.Find("a").Name; got != name {
		t.Errorf("the name is %q; want %q", got, name)
	}
}

func TestServiceFromAddress(t *testing.T) {
	for _, tc := range []struct{ address, want string }{
		{"", "practice"},
		{"https://98765.account.worldcat.org/account/route/wsill/openurl?", "worldshare-ill"},
		{"https://ill.univ.edu/illiad/illiad.dll/OpenURL?", "illiad"},
	} {
		text := string(starter.Answers{Name: "X", URL: tc.address}.Settings("x"))
		if !strings.Contains(text, "service: \""+tc.want+"\"") {
			t.Errorf("%q is not taken for %s:\n%s", tc.address, tc.want, text)
		}
	}
}

func TestInstallOverwritesNothing(t *testing.T) {
	root := t.TempDir()
	unit := filepath.Join(root, "etc/systemd/system/lendlink.service")
	if err := os.MkdirAll(filepath.Dir(unit), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(unit, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := starter.Install(root, []byte("settings"), false)
	if err == nil || !strings.Contains(err.Error(), unit+" is there already") {
		t.Errorf("Install: %v", err)
	}
	if _, err := os.Stat(filepath.Join(root, starter.SettingsPath)); err == nil {
		t.Error("it has written the settings nevertheless")
	}
}

// The form's address is an answer to the question for the service, and is not asked for again unless it is wrong.
func TestAskTakesAnAddressForTheService(t *testing.T) {
	for _, tc := range []struct{ typed, service, url string }{
		{"https://ill.univ.edu/illiad/illiad.dll/OpenURL?\n", "illiad", "https://ill.univ.edu/illiad/illiad.dll/OpenURL?"},
		{"http://ill.univ.edu/illiad/illiad.dll/OpenURL?\ntipasa\nhttps://98765.account.worldcat.org/profile/route/openurl?\n", "tipasa",
			"https://98765.account.worldcat.org/profile/route/openurl?"},
	} {
		var out strings.Builder
		a, err := starter.Ask(strings.NewReader("North\n\n"+tc.typed+"\n\n\n\n\n\n"), &out)
		if err != nil || a.Service != tc.service || a.URL != tc.url {
			t.Errorf("%q: service %s at %s, %v; printed\n%s", tc.typed, a.Service, a.URL, err, out.String())
		}
		if says, want := strings.Contains(out.String(), "The service is illiad (ILLiad)"), tc.service == "illiad"; says != want {
			t.Errorf("%q: the service that was taken is named: %t", tc.typed, says)
		}
	}
}
