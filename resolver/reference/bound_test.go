//go:build unix

package reference_test

import (
	"strings"
	"testing"
	"time"

	"lendlink/internal/linear"
	"lendlink/resolver/reference"
)

// TestHostileTextIsReadSoon: whatever is repeated in a pasted text, and whatever it begins with,
// it does not hold the processor for long.
func TestHostileTextIsReadSoon(t *testing.T) {
	for _, before := range []string{"", "PMID 1 ", "https://doi.org/", "TY  - JOUR\nDO  - ", "@article{a, doi={", "Roe, B. (2001). Lamps. "} {
		for _, unit := range []string{"1 ", "1, ", "PMID 1 ", "10.1000/", "10.1000/;", "10.1000/a ", "9780198245971\n", "https://", "("} {
			text := before + strings.Repeat(unit, (reference.MaxBytes-len(before))/len(unit))
			if took := linear.ProcessorTime(t, func() { reference.Read(text, year) }); took > 2*time.Second {
				t.Errorf("%q and many of %q: %v", before, unit, took)
			}
		}
	}
}
