package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// sample is a link to try, shaped as its source sends it.
type sample struct {
	Name   string `json:"name"`   // of the item, in a few words
	Source string `json:"source"` // who sends such links
	Oddity string `json:"oddity"` // what is wrong with it
	Link   string `json:"link"`   // the query string
}

//go:embed samples.json
var samplesJSON []byte

func loadSamples() ([]sample, error) {
	var all []sample
	if err := json.Unmarshal(samplesJSON, &all); err != nil {
		return nil, fmt.Errorf("samples.json: %w", err)
	}
	return all, nil
}
