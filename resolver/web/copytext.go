package web

// copyable is a text that staff copy into another system.
type copyable struct {
	ID    string // of the field, unique on the page
	Label string
	Text  string
	Rows  int // of the field; 1 for a line
}

// Long tells whether the text needs more than one line.
func (c copyable) Long() bool { return c.Rows > 1 }

// copyText makes a copyable, for templates.
func copyText(id, label, text string) copyable {
	const perLine, most = 68, 18
	lines := 1
	for i, n := 0, 0; i < len(text); i++ {
		if n++; text[i] == '\n' || n > perLine {
			lines++
			n = 0
		}
	}
	return copyable{id, label, text, min(lines, most)}
}

// copyLine makes a copyable that nobody needs to read, in one line.
func copyLine(id, label, text string) copyable { return copyable{id, label, text, 1} }
