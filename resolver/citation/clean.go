package citation

import "lendlink/resolver/name"

// Clean cleans a citation that came from elsewhere (a form that a patron filled
// in, a bibliographic service) as one read from a link is cleaned. What
// is clean already stays as it is, and so does what follows a stroke in a title: the
// statement of responsibility was cut before, after the last of two strokes. Numbers
// that are not valid are left out; year is the current one.
func Clean(c *Citation, year int) {
	for i := range Fields {
		f := &Fields[i]
		switch f.Kind {
		case Names:
			c.Author = name.Clean(c.Author)
		case Day:
			c.Issued = cleanIssued(c.Issued, c.Type, year)
		default:
			f.Edit(c, f.Clean)
		}
	}
}

func cleanIssued(d Date, t Type, year int) Date {
	switch {
	case d.Year < 1000 || d.Year > year+1:
		return Date{}
	case t.HasYearOnly():
		return Date{Year: d.Year}
	}
	return d
}
