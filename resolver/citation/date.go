package citation

import (
	"encoding/json"
	"fmt"
)

// Date is a year, or a year and month, or a day; what is not known is 0.
// In JSON it is CSL's {"date-parts":[[2012,5,18]]}.
type Date struct{ Year, Month, Day int }

// IsZero reports whether no year is known.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the date as W3CDTF, the form OpenURL asks for: 2012, 2012-05, 2012-05-18.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := []byte{
		digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-',
		digit(d.Month / 10), digit(d.Month), '-', digit(d.Day / 10), digit(d.Day),
	}
	switch {
	case d.Month == 0:
		b = b[:4]
	case d.Day == 0:
		b = b[:7]
	}
	return string(b)
}

// digit returns the last decimal digit of n.
func digit(n int) byte { return byte('0' + n%10) }

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// MarshalJSON writes the CSL form.
func (d Date) MarshalJSON() ([]byte, error) {
	parts := []int{d.Year}
	if d.Month != 0 {
		parts = append(parts, d.Month)
		if d.Day != 0 {
			parts = append(parts, d.Day)
		}
	}
	return json.Marshal(cslDate{[][]int{parts}})
}

// UnmarshalJSON reads the CSL form; of a range it takes the first date.
func (d *Date) UnmarshalJSON(b []byte) error {
	var c cslDate
	if err := json.Unmarshal(b, &c); err != nil {
		return fmt.Errorf("issued: %w", err)
	}
	*d = Date{}
	if len(c.Parts) == 0 {
		return nil
	}
	for i, p := range []*int{&d.Year, &d.Month, &d.Day} {
		if i < len(c.Parts[0]) {
			*p = c.Parts[0][i]
		}
	}
	return nil
}
