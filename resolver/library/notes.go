package library

import "fmt"

// Notes explain what settings lead to where they leave it to be decided, one a line.
func (s *Settings) Notes() []string {
	var notes []string
	for _, file := range s.Skipped {
		notes = append(notes, file+": skipped, as it is not a regular file")
	}
	for _, l := range s.Libraries {
		for _, f := range l.AllForms() {
			if f.Proxy == "" || f.Service.Local() {
				continue
			}
			how := "as it is"
			if f.EncodesTarget() {
				how = "percent-encoded"
			}
			notes = append(notes, fmt.Sprintf("%s: the form's address is sent %s behind the proxy (proxy_encoding: %s)", l.Code, how, f.Encoding))
		}
	}
	return notes
}
