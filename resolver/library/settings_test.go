package library_test

import (
	"net/netip"
	"testing"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

func TestFind(t *testing.T) {
	one, two := &library.Library{Code: "one"}, &library.Library{Code: "two"}
	tests := []struct {
		name     string
		settings *library.Settings
		code     string
		want     *library.Library
	}{
		{"by its code", library.New(one, two), "two", two},
		{"an unknown code", library.New(one, two), "three", nil},
		{"no code where it would be a guess", library.New(one, two), "", nil},
		{"no code where only one can be meant", library.New(one), "", one},
		{"a wrong code where only one is served", library.New(one), "two", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.settings.Find(tt.code); got != tt.want {
				t.Errorf("Find(%q) = %v; want %v", tt.code, got, tt.want)
			}
		})
	}
}

func TestDemoHasThePracticeForm(t *testing.T) {
	lib := library.Demo().Find("demo")
	if lib == nil {
		t.Fatal("no library demo")
	}
	if lib.Form.Service != requestform.PracticeForm || lib.Form.URL != "/demo/practice?" {
		t.Errorf("demo sends to %s at %q; want its own practice form", lib.Form.Service, lib.Form.URL)
	}
	if len(lib.Languages) != len(library.Languages) {
		t.Errorf("demo speaks %v; want all of %v", lib.Languages, library.Languages)
	}
}

func TestPolicyWithoutSettingsIsIncomplete(t *testing.T) {
	var l library.Library
	if got := l.Policy(citation.Book); got != library.ConfirmIncomplete {
		t.Errorf("Policy = %q; want %q", got, library.ConfirmIncomplete)
	}
}

func TestClosedOn(t *testing.T) {
	east := time.FixedZone("UTC+14", 14*60*60)
	west := time.FixedZone("UTC-10", -10*60*60)
	closed := &library.Closed{
		From:  time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC),
		Until: time.Date(2027, 1, 3, 0, 0, 0, 0, time.UTC),
	}
	tests := []struct {
		name string
		c    *library.Closed
		at   time.Time
		want bool
	}{
		{"the minute before", closed, time.Date(2026, 12, 19, 23, 59, 0, 0, time.UTC), false},
		{"from the first minute", closed, time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC), true},
		{"to the last minute", closed, time.Date(2027, 1, 3, 23, 59, 0, 0, time.UTC), true},
		{"the minute after", closed, time.Date(2027, 1, 4, 0, 0, 0, 0, time.UTC), false},
		{"the first day, where it is still the 19th in UTC", closed, time.Date(2026, 12, 20, 1, 0, 0, 0, east), true},
		{"the last day, where it is already the 4th in UTC", closed, time.Date(2027, 1, 3, 20, 0, 0, 0, west), true},
		{"no closing at all", nil, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.c.On(tt.at); got != tt.want {
				t.Errorf("On(%v) = %v; want %v", tt.at, got, tt.want)
			}
		})
	}
}

func TestClosedFollowsTheTimeZone(t *testing.T) {
	closed := &library.Closed{From: time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC), Until: time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC)}
	for _, tt := range []struct {
		name, zone string
		at         time.Time
		want       bool
	}{
		{"the first hours in UTC are still the day before", "America/New_York", time.Date(2026, 12, 20, 4, 59, 0, 0, time.UTC), false},
		{"then the day begins", "America/New_York", time.Date(2026, 12, 20, 5, 0, 0, 0, time.UTC), true},
		{"and ends when UTC has the next", "America/New_York", time.Date(2026, 12, 21, 4, 59, 0, 0, time.UTC), true},
		{"east of UTC it begins earlier", "Pacific/Auckland", time.Date(2026, 12, 19, 11, 0, 0, 0, time.UTC), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lib := parse(t, "libraries: [{code: x, name: X, form: {service: practice}, time_zone: "+tt.zone+"}]").Find("x")
			lib.Closed = closed
			if got := lib.ClosedAt(tt.at); got != tt.want {
				t.Errorf("ClosedAt(%v) = %v; want %v", tt.at, got, tt.want)
			}
		})
	}
}

func TestStaffPagesAllow(t *testing.T) {
	home := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("2001:db8::/32")}
	tests := []struct {
		name  string
		pages library.StaffPages
		addr  string
		want  bool
	}{
		{"on for everybody", library.StaffPages{}, "198.51.100.1", true},
		{"off for everybody", library.StaffPages{Off: true}, "192.0.2.1", false},
		{"from a network of the list", library.StaffPages{Networks: home}, "192.0.2.1", true},
		{"from one by IPv6", library.StaffPages{Networks: home}, "2001:db8::1", true},
		{"from one through an IPv6 listener", library.StaffPages{Networks: home}, "::ffff:192.0.2.1", true},
		{"from elsewhere", library.StaffPages{Networks: home}, "198.51.100.1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.pages.Allow(netip.MustParseAddr(tt.addr)); got != tt.want {
				t.Errorf("Allow(%s) = %v; want %v", tt.addr, got, tt.want)
			}
		})
	}
}

func TestCheckLinkAddress(t *testing.T) {
	chapter := citation.Citation{
		Type: citation.Chapter, Title: "Cats & dogs/50% <b>", ISBN: "9780195285062",
		Author: []citation.Name{{Family: "Müller", Given: "Ann"}}, Issued: citation.Date{Year: 2012, Month: 5},
	}
	article := citation.Citation{
		Type: citation.Article, ContainerTitle: "Nature", Volume: "7", Issue: "2", ISSN: "1476-4687", DOI: "10.1000/a",
		PMID: "12", Author: []citation.Name{{Literal: "WHO"}}, Custom: citation.Custom{OCLC: "34"},
	}
	tests := []struct {
		name string
		item citation.Citation
		url  string
		want string
		ok   bool
	}{
		{"an article's values", article, "https://x.example/{container-title}/{volume}/{issue}/{issn}/{pmid}/{oclc}/{author}?d={doi}",
			"https://x.example/Nature/7/2/1476-4687/12/34/WHO?d=10.1000%2Fa", true},
		{"no author", citation.Citation{Title: "X"}, "https://x.example/?a={author}", "", false},
		{"no year", article, "https://x.example/?y={year}", "", false},
		{"values cannot leave their place", chapter, "https://x.example/?q={title}&n=1", "https://x.example/?q=Cats%20%26%20dogs%2F50%25%20%3Cb%3E&n=1", true},
		{"several placeholders", chapter, "https://x.example/{isbn}?a={author}&y={year}", "https://x.example/9780195285062?a=M%C3%BCller&y=2012", true},
		{"no placeholder", chapter, "https://x.example/", "https://x.example/", true},
		{"a value that the item lacks", chapter, "https://x.example/?q={title}&d={doi}", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := library.CheckLink{URL: tt.url}.Address(&tt.item)
			if got != tt.want || ok != tt.ok {
				t.Errorf("Address = %q, %v; want %q, %v", got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestStateDirIsBesideTheFile(t *testing.T) {
	for _, tt := range []struct{ name, yaml, want string }{
		{"not given", "", ""},
		{"of its own", "state_dir: /var/lib/lendlink\n", "/var/lib/lendlink"},
		{"next to the settings", "state_dir: state\n", "/etc/lendlink/state"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := library.Parse("/etc/lendlink/lendlink.yaml",
				[]byte(tt.yaml+"libraries: [{code: x, name: X, form: {service: practice}}]"), env)
			if err != nil {
				t.Fatal(err)
			}
			if s.StateDir != tt.want {
				t.Errorf("StateDir = %q; want %q", s.StateDir, tt.want)
			}
		})
	}
}

func TestStatisticsAreKeptForMonths(t *testing.T) {
	for yaml, want := range map[string]int{"": 25, "statistics: {keep: 1 month}": 1, "statistics: {keep: 3 years}": 36, "statistics:": 25} {
		s := parse(t, yaml+"\nlibraries: [{code: x, name: X, form: {service: practice}}]")
		if s.KeepMonths != want || s.KeepDoubtful != 0 {
			t.Errorf("%q keeps %d months and %d links; want %d and none", yaml, s.KeepMonths, s.KeepDoubtful, want)
		}
	}
}
