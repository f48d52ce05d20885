package library

import (
	"regexp"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/spelling"
)

// reserved are the codes that cannot be given away, for they begin our own routes.
var reserved = []string{
	"openurl", "confirm", "request", "citation", "inspect", "setup", "practice",
	"free-copy", "resolve", "primo-addon", "static", "healthz", "readyz", "metrics", "stats",
}

var codePattern = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)

func badCode(s string) violation {
	switch {
	case !codePattern.MatchString(s):
		return violation{"may only have lower-case letters, digits, and hyphens between them", ""}
	case len(s) > 32:
		return violation{"is longer than 32 characters", ""}
	case slices.Contains(reserved, s):
		return violation{"is one of Lendlink's own addresses", "choose another one"}
	}
	return violation{}
}

func unknownService(s string) violation {
	var known []string
	for _, service := range requestform.Services() {
		known = append(known, string(service))
	}
	if slices.Contains(known, s) {
		return violation{}
	}
	return violation{"is unknown", spelling.DidYouMean(s, known)}
}

func unknownGenre(service requestform.Service, s string) violation {
	known := requestform.Genres(service)
	if slices.Contains(known, s) {
		return violation{}
	}
	return violation{"is not a genre of this form", spelling.DidYouMean(s, known)}
}

func unknownType(s string) violation {
	var types []string
	for _, t := range citation.Types {
		types = append(types, string(t))
	}
	if slices.Contains(types, s) {
		return violation{}
	}
	return violation{"is not a type of item", spelling.DidYouMean(s, types)}
}

func unknownLanguage(s string) violation {
	if slices.Contains(Languages, s) {
		return violation{}
	}
	return violation{"has a language that the pages do not have", spelling.DidYouMean(s, Languages)}
}

var rgb = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func notRGB(s string) violation {
	if rgb.MatchString(s) {
		return violation{}
	}
	return violation{"is not # and six hexadecimal digits", ""}
}
