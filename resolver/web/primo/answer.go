package primo

import (
	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/openaccess"
)

// Answer is what became of a link, without what is for staff alone.
type Answer struct {
	Library  string            `json:"library"`
	Citation citation.Citation `json:"citation"`
	Missing  []string          `json:"missing"`
	Action   resolver.Action   `json:"action"`
	Location string            `json:"location"`
	FreeCopy *openaccess.Copy  `json:"free_copy,omitempty"`
}

// NewAnswer returns the answer about a link.
func NewAnswer(r *resolver.Resolution) Answer {
	missing := r.Missing
	if missing == nil {
		missing = []string{}
	}
	return Answer{r.Library, r.Citation, missing, r.Action, r.Location, r.FreeCopy}
}
