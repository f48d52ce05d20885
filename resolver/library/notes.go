package library

import "fmt"

// Notes explain what settings lead to where they leave it to be decided, one a line.
func (s *Settings) Notes() []string {
	var notes []string
	for _, file := range s.Skipped {
		notes = append(notes, file+": skipped, as it is not a regular file")
	}
	for _, l := range s.Libraries {
		if l.Form.Proxy == "" || l.Form.Service.Local() {
			continue
		}
		how := "as it is"
		if l.Form.EncodesTarget() {
			how = "percent-encoded"
		}
		notes = append(notes, fmt.Sprintf("%s: the form's address is sent %s behind the proxy (proxy_encoding: %s)", l.Code, how, l.Form.Encoding))
	}
	return notes
}
