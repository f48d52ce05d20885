// Package source knows the open services that describe an item by its
// identifier: where each is asked, and what its answer means as CSL-JSON.
//
// It follows the services' public documentation: Crossref REST API, DataCite
// REST API, Open Library Books API, Google Books API v1, NCBI E-utilities
// (ESummary 2.0), Europe PMC Articles RESTful API, arXiv API. Answers are read
// leniently, as people and publishers fill them in: a text where a list should be,
// a list where a text should be, HTML and MathML in titles, names in one part. The
// package is pure; package lookup asks the services.
//
// It imports citation, identifier, name, openaccess and record.
package source

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// ErrUnknown means that a source does not know an item, or knows no title of it.
var ErrUnknown = errors.New("unknown item")

// Source is one service.
type Source interface {
	// Name is the name as shown to people: Open Library.
	Name() string
	// Schemes are the kinds of questions that the service answers.
	Schemes() []Scheme
	// Address is where to ask. Base is the service's address; contact is an
	// e-mail address for the service to reach us by, or empty.
	Address(base *url.URL, q Question, contact string) string
	// Read returns an answer's record, cleaned by the rules that links are; year is
	// the current one. The error is ErrUnknown, or says why it cannot be read.
	Read(body []byte, q Question, year int) (record.Record, error)
	// Limits are how fast the service may be asked; polite is set when it is given a
	// contact.
	Limits(polite bool) Limits
}

// Limits are how many requests a service accepts.
type Limits struct {
	Requests int           // in every Per
	Per      time.Duration // 0 when only AtOnce counts
	AtOnce   int           // at the same time
}

// Known is a service and its name in settings.
type Known struct {
	ConfigName string
	DefaultURL string // the public address
	Source
	Pool    string          // what shares its limits and is left alone with it; "" for what has the same name
	Refusal int             // the status that blames who asks, not what is asked about; 0 for none
	Types   []citation.Type // of the items that it may know; nil for all
	Key     string          // the parameter for a key, without which it answers few questions; "" for none
	Emails  bool            // it answers only with an e-mail address
}

// All lists the services that fill gaps, those of one scheme in order of preference.
var All = [...]Known{
	{ConfigName: "crossref", DefaultURL: "https://api.crossref.org/", Source: crossref{}},
	{ConfigName: "crossref", DefaultURL: "https://api.crossref.org/", Source: crossrefSearch{}, Pool: "crossref-search"},
	{ConfigName: "datacite", DefaultURL: "https://api.datacite.org/", Source: datacite{}},
	{ConfigName: "pubmed", DefaultURL: "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", Source: pubmed{}},
	{ConfigName: "openlibrary", DefaultURL: "https://openlibrary.org/", Source: openLibrary{}},
	// 400 is for a key that is not valid, or used up.
	{ConfigName: "googlebooks", DefaultURL: "https://www.googleapis.com/books/v1/",
		Source: googleBooks{}, Refusal: http.StatusBadRequest, Key: "key"},
	{ConfigName: "europepmc", DefaultURL: "https://www.ebi.ac.uk/europepmc/webservices/rest/", Source: europePMC{}},
	{ConfigName: "arxiv", DefaultURL: "https://export.arxiv.org/", Source: arXiv{}},
}

// ConfigNames lists the names of services in settings, each once.
func ConfigNames(known []Known) []string {
	var words []string
	for _, k := range known {
		if !slices.Contains(words, k.ConfigName) {
			words = append(words, k.ConfigName)
		}
	}
	return words
}

// under returns the address of a path below base, with base's own query in front
// of the given one: a mirror's token or a service's key can be in the
// settings. Path is escaped already.
func under(base *url.URL, path string, query url.Values) string {
	u := *base
	u.RawQuery, u.Fragment = "", ""
	s := u.String()
	if s[len(s)-1] != '/' {
		s += "/"
	}
	s += path
	switch encoded := query.Encode(); {
	case base.RawQuery != "" && encoded != "":
		s += "?" + base.RawQuery + "&" + encoded
	case base.RawQuery+encoded != "":
		s += "?" + base.RawQuery + encoded
	}
	return s
}
