package library

import "lendlink/resolver/citation"

// Confirm says when a patron sees the confirmation page.
type Confirm string

// The policies.
const (
	ConfirmNever      Confirm = "never"
	ConfirmIncomplete Confirm = "incomplete" // when something required is missing, or confidence is low
	ConfirmAlways     Confirm = "always"
)

// ByType is a policy by type of item.
type ByType map[citation.Type]Confirm

// Policy returns the policy for items of a type. Where the settings say nothing,
// it is [ConfirmIncomplete].
func (l *Library) Policy(t citation.Type) Confirm {
	if c, ok := l.ConfirmTypes[t]; ok {
		return c
	}
	if l.Confirm == "" {
		return ConfirmIncomplete
	}
	return l.Confirm
}
