package requestform_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
)

// key returns a key of the settings.
func key(name string, templates ...string) requestform.Key {
	k := requestform.Key{Name: name}
	for _, t := range templates {
		k.From = append(k.From, placeholder.MustParse(t))
	}
	return k
}

// everyField are the keys of a form that is set up from scratch.
var everyField = []requestform.Key{
	key("book", "{main-title}"), key("article", "{part-title}"), key("who", "{authors}"), key("when", "{date}"),
	key("where", "{volume}{({issue})}{, {pages}}"), key("from", "{place}{: {publisher}}"), key("ids", "{doi}", "{issn}", "{isbn}", "{oclc}"),
}

// What settings say of a key wins over the service, and what they say of a type over
// what they say of the form.
func TestKeysOfSettings(t *testing.T) {
	chapter := &citation.Citation{
		Type: citation.Chapter, Title: "Water & power", ContainerTitle: "Hill towns", Publisher: "Oxford University Press", Page: "17-24",
		ISBN: "9780195285062", Author: []citation.Name{{Family: "Sosa", Given: "Ana"}, {Family: "Peña"}},
	}
	ofType := func(keys ...requestform.Key) map[citation.Type]requestform.TypeAs {
		return map[citation.Type]requestform.TypeAs{citation.Chapter: {Genre: "article", Keys: keys}}
	}
	for _, c := range []struct {
		reason string
		form   requestform.Form
		want   string // the values of the key, a line each
	}{
		{"the service's own", requestform.Form{}, "Hill towns"},
		{"the form's", requestform.Form{Keys: []requestform.Key{key("rft.title", "{title}")}}, "Water & power"},
		{"the type's", requestform.Form{Keys: []requestform.Key{key("rft.title", "{title}")}, Types: ofType(key("rft.title", "{isbn}"))}, "9780195285062"},
		{"params", requestform.Form{Keys: []requestform.Key{key("rft.title", "{title}")}, Params: []requestform.Param{{Key: "rft.title", Value: "X"}}}, "X"},
		{"several of one name", requestform.Form{Keys: []requestform.Key{key("rft.title", "{title}", "{doi}", "{family}")}}, "Water & power\nSosa"},
		{"not sent", requestform.Form{Keys: []requestform.Key{key("rft.title")}}, ""},
		{"not sent for a type", requestform.Form{Types: ofType(key("rft.title"))}, ""},
		{"no value for a placeholder", requestform.Form{Keys: []requestform.Key{key("rft.title", "{doi}")}}, ""},
		{"a genre alone changes no key", requestform.Form{Types: ofType()}, "Hill towns"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			f := c.form
			f.Service, f.URL = requestform.Tipasa, tipasa
			r := f.Fill(chapter, requestform.Provenance{Source: "primo"})
			readBack(t, r, tipasa)
			var got []string
			for _, p := range r.Params {
				if p.Key == "rft.title" {
					got = append(got, p.Value)
				}
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("rft.title is %q, want %q", got, c.want)
			}
		})
	}
}

// A key that replaces one of the service is in its place; one that is added is at the
// end, and in a list of the service's several values all are replaced.
func TestKeysKeepTheirPlace(t *testing.T) {
	f := requestform.Form{
		Service: requestform.Tipasa, URL: tipasa,
		Keys: []requestform.Key{key("note", "From {source}{, record {record}}"), key("rft_id", "info:lccn/{lccn}", "urn:ISBN:{isbn}"), key("rfr_id", "info:sid/{source}")},
	}
	r := f.Fill(&citation.Citation{Type: citation.Book, Title: "Dune", ISBN: "9780743243605", Custom: citation.Custom{OCLC: "1", LCCN: "65022547"}}, requestform.Provenance{Source: "primo"})
	var got []string
	for _, p := range r.Params {
		got = append(got, p.Key+"="+p.Value)
	}
	want := "url_ver=Z39.88-2004 rft_val_fmt=info:ofi/fmt:kev:mtx:book rft.genre=book rft_id=info:lccn/65022547 rft_id=urn:ISBN:9780743243605 " +
		"rft.btitle=Dune rft.title=Dune rft.isbn=9780743243605 rfe_dat=1 rfr_id=info:sid/primo note=From primo"
	if strings.Join(got, " ") != want {
		t.Errorf("sends %s\nwant  %s", strings.Join(got, " "), want)
	}
}

// A key is sent once, whoever of the settings names it; without a name, never.
func TestKeysOnce(t *testing.T) {
	c := &citation.Citation{Type: citation.Book, Title: "Dune"}
	note := []requestform.Key{key("note", "{title}")}
	for _, tt := range []struct {
		reason string
		form   requestform.Form
		key    string
		want   []string
	}{
		{"of the form and of the type", requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: note,
			Types: map[citation.Type]requestform.TypeAs{citation.Book: {Keys: note}}}, "note", []string{"Dune"}},
		{"what the address has already", requestform.Form{Service: requestform.Koha, URL: requestform.Koha.Example() + "op=add_form",
			Keys: []requestform.Key{key("op", "other")}}, "op", nil},
		{"the service's first", requestform.Form{Service: requestform.Tipasa, URL: tipasa, Keys: []requestform.Key{key("url_ver", "1.0")}},
			"url_ver", []string{"1.0"}},
		{"one without a name", requestform.Form{Service: requestform.Tipasa, URL: tipasa, Params: []requestform.Param{{Value: "x"}}}, "", nil},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			var got []string
			for _, p := range tt.form.Fill(c, requestform.Provenance{}).Params {
				if p.Key == tt.key {
					got = append(got, p.Value)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q is sent as %q, want %q", tt.key, got, tt.want)
			}
		})
	}
}

// Where room is scarce, added keys go before the service's own of the same rank, the
// last first.
func TestAddedKeysGoFirst(t *testing.T) {
	c := &citation.Citation{
		Type: citation.Book, Title: "Dune", Publisher: "Chilton", PublisherPlace: "Philadelphia", ISBN: "9780743243605", Issued: citation.Date{Year: 1965},
	}
	f := requestform.Form{
		Service: requestform.Tipasa, URL: tipasa,
		Keys: []requestform.Key{key("publisher", "{publisher}"), key("again", "Published by {publisher}"), key("number", "{isbn}"), key("year", "{year}")},
	}
	var order []string
	gone := map[string]bool{}
	for length := len(f.Fill(c, requestform.Provenance{}).Location); length > 0; length-- {
		f.MaxLength = length
		for _, w := range f.Fill(c, requestform.Provenance{}).Warnings {
			if id := w.Field + "=" + w.Detail; w.Code == warning.LengthDropped && !gone[id] {
				gone[id] = true
				order = append(order, w.Field)
			}
		}
	}
	at := func(k string) int { return slices.Index(order, k) }
	for _, pair := range [][2]string{
		{"again", "publisher"}, {"publisher", "rft.pub"}, {"number", "rft.isbn"}, {"year", "rft.date"}, {"rft.pub", "rft.isbn"}, {"rft.isbn", "rft.date"},
	} {
		if at(pair[0]) < 0 || at(pair[0]) > at(pair[1]) {
			t.Errorf("%s goes after %s, in the order %q", pair[0], pair[1], order)
		}
	}
}

// The values of keys that settings name are cut as the form's own are.
func TestKeysKeepToTheFormsLimits(t *testing.T) {
	f := requestform.Form{Service: requestform.ILLiad, URL: requestform.ILLiad.Example(), Keys: []requestform.Key{key("LoanPublisher", "{publisher}")}}
	r := f.Fill(&citation.Citation{Type: citation.Book, Title: "Dune", Publisher: strings.Repeat("Editorial ", 9)}, requestform.Provenance{})
	if got, want := sent(r, "LoanPublisher"), "Editorial Editorial Editorial Editorial…"; got != want {
		t.Errorf("LoanPublisher is %q, want %q", got, want)
	}
}

// README has a line for each form, with its address.
func TestReadmeHasEveryForm(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range requestform.Services() {
		row := regexp.QuoteMeta("| `" + string(s) + "` | ")
		if !s.Local() {
			row += ".*" + regexp.QuoteMeta("`"+s.Example()+"` |")
		}
		if !regexp.MustCompile(row).Match(readme) {
			t.Errorf("README has no line for %s", s)
		}
	}
}
