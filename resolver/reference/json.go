package reference

import (
	"encoding/json"
	"fmt"
	"slices"
)

// MarshalJSON writes the citation as CSL-JSON, with the note as its last member.
func (i Item) MarshalJSON() ([]byte, error) {
	b, err := i.Citation.MarshalJSON()
	if err != nil || i.Note == "" {
		return b, err
	}
	note, err := json.Marshal(struct {
		Note string `json:"note"`
	}{i.Note})
	if err != nil {
		return nil, fmt.Errorf("note: %w", err)
	}
	return slices.Concat(b[:len(b)-1], []byte{','}, note[1:]), nil
}
