// Package library holds the settings: the libraries served, their request forms
// and policies, read from one YAML file.
package library

import "lendlink/resolver/requestform"

// Settings is everything a settings file can say.
type Settings struct {
	Listen    string
	Libraries []*Library
}

// Library is one institution served.
type Library struct {
	Code string // the path segment
	Name string
	Form requestform.Form
}

// Demo gives the built-in settings: one library, demo, with the practice form.
func Demo() *Settings {
	return &Settings{Listen: ":8080", Libraries: []*Library{{
		Code: "demo", Name: "Demo Library",
		Form: requestform.Form{Service: requestform.PracticeForm, URL: "/demo/practice?"},
	}}}
}
