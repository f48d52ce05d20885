package requestform_test

import (
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// TestLabels: a field in its system's words, the keys that fill it, and what opens a form that has it.
func TestLabels(t *testing.T) {
	note := []requestform.Key{key("note", "{title}"), key("none")}
	for _, tt := range []struct {
		reason string
		form   requestform.Form
		want   []string // some of the labels; nil for none at all
		not    string   // no label
	}{
		{"OCLC's keys depend on each other", requestform.Form{Service: requestform.Tipasa, Keys: note}, nil, ""},
		{"a form for each kind of item", requestform.Form{Service: requestform.ILLiadForms}, []string{
			"Title: LoanTitle on Form=21", "Journal Title: PhotoJournalTitle on Form=22", "Book Title: PhotoJournalTitle on Form=23",
			"Volume: PhotoJournalVolume on Form=22 Form=23", "Edition: LoanEdition PhotoItemEdition on Form=21 Form=23", "OCLC Number: ESPNumber",
		}, "note"},
		{"keys next to each other, and schemes of one", requestform.Form{Service: requestform.ILLiad}, []string{
			"DOI: rft_id info:doi/", "PMID: rft_id info:pmid/", "Title: title", "Cited In: sid CitedIn",
		}, ""},
		{"a field that some items have stays in the one form", requestform.Form{Service: requestform.Koha}, []string{
			"Author: author", "Pages: pages", "Publisher: publisher",
		}, ""},
		{"keys of the settings, once each", requestform.Form{
			Service: requestform.ILLiad, Keys: append(note, key("title", "{title}")),
			Types:  map[citation.Type]requestform.TypeAs{citation.Book: {Keys: []requestform.Key{key("loan", "{isbn}")}}},
			Params: []requestform.Param{{Key: "fixed", Value: "1"}, {Key: "gone"}},
		}, []string{"note: note", "loan: loan", "fixed: fixed"}, "none"},
		{"a key of the service that the settings fill has its label already", requestform.Form{
			Service: requestform.ILLiad, Keys: []requestform.Key{key("title", "{title}")},
		}, []string{"Title: title"}, "title"},
		{"a removed key is not a field", requestform.Form{Service: requestform.Koha, Params: []requestform.Param{{Key: "gone"}}}, []string{"Title: title"}, "gone"},
		{"a form of the settings' own", requestform.Form{Service: requestform.Custom, Keys: note}, []string{"note: note"}, "none"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			var got []string
			for _, l := range tt.form.Labels() {
				line := l.Text + ": " + strings.Join(l.Keys, " ")
				if l.On != nil {
					line += " on"
				}
				for _, p := range l.On {
					line += " " + p.Key + "=" + p.Value
				}
				got = append(got, line)
			}
			if tt.want == nil && got != nil {
				t.Errorf("labels are %q, want none", got)
			}
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in %q", want, got)
				}
			}
			twice := slices.Clone(got)
			slices.Sort(twice)
			if len(slices.Compact(twice)) != len(got) {
				t.Errorf("a label stands twice in %q", got)
			}
			if slices.ContainsFunc(got, func(line string) bool { return tt.not != "" && strings.HasPrefix(line, tt.not+":") }) {
				t.Errorf("%q is a label: %q", tt.not, got)
			}
		})
	}
}

func TestOpensByType(t *testing.T) {
	for service, want := range map[requestform.Service]string{
		requestform.ILLiadForms: "Form", requestform.ILLiad: "", requestform.Koha: "", requestform.Tipasa: "",
	} {
		if key, ok := service.OpensByType(); key != want || ok != (want != "") {
			t.Errorf("%s opens by %q, %t", service, key, ok)
		}
	}
}

func TestNameOfForm(t *testing.T) {
	for _, tt := range []struct {
		service   requestform.Service
		url, want string
	}{
		{requestform.Tipasa, tipasa, "OCLC Tipasa"},
		{requestform.Custom, "https://ill.example.edu/ask?", "ill.example.edu"},
		{requestform.Custom, "/ask", requestform.Custom.Title()},
		{requestform.Custom, "https://ill.example.edu/%zz", requestform.Custom.Title()},
	} {
		if got := (&requestform.Form{Service: tt.service, URL: tt.url}).Name(); got != tt.want {
			t.Errorf("%s at %s is called %q, want %q", tt.service, tt.url, got, tt.want)
		}
	}
}

func TestGenres(t *testing.T) {
	for _, tt := range []struct {
		service requestform.Service
		genre   string
		want    bool
	}{
		{requestform.Tipasa, "patent", true}, {requestform.Tipasa, "preprint", true}, {requestform.Tipasa, "thesis", false},
		{requestform.Koha, "thesis", true}, {requestform.Koha, "conference", true}, {requestform.Koha, "patent", false}, {requestform.Koha, "preprint", false},
	} {
		if slices.Contains(requestform.Genres(tt.service), tt.genre) != tt.want {
			t.Errorf("%s has the genre %s: %t", tt.service, tt.genre, !tt.want)
		}
	}
}
