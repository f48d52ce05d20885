package citation

import "testing"

// What says that there is no date is read as that; a year that cannot be one is not.
func TestUndated(t *testing.T) {
	issued := FieldNamed("issued")
	for _, c := range []struct {
		typed    string
		readable bool
		want     string
	}{
		{"n.d.", true, ""}, {"In press", true, ""}, {"[s.f.]", true, ""}, {"sous presse", true, ""}, {"o. J.", true, ""},
		{"2027", true, "2027"}, {"2028", false, ""}, {"soon", false, ""}, {"in press 2026", true, "2026"},
	} {
		var item Citation
		issued.SetLines(&item, c.typed, 2027)
		if got := issued.Readable(c.typed, 2027); got != c.readable || issued.Value(&item) != c.want {
			t.Errorf("%q: readable %t, date %q; want %t, %q", c.typed, got, issued.Value(&item), c.readable, c.want)
		}
	}
}
