package openurl

import "strings"

// endsInEscape reports whether a link was cut off inside an escape, before its second digit.
func endsInEscape(query string) bool {
	n := len(query) - len("%E")
	return n >= 0 && query[n] == '%' && isHex(query[n+1])
}

// endsInLetter reports whether a link was cut off inside a letter of UTF-8, between the escapes of
// its bytes. One byte alone may be a letter of another charset, except those with which the
// Latin letters of UTF-8 begin.
func endsInLetter(query string) bool {
	end := query[max(0, len(query)-len("%E2%80")):]
	if strings.IndexByte(end, '%') < 0 { // most links
		return false
	}
	end = strings.ToUpper(end)
	isHalf := strings.HasSuffix(end, "%C3") || strings.HasSuffix(end, "%C2")
	return isHalf || end == "%E2%80"
}

// aboutLink are the fields that say nothing about the item.
var aboutLink = [fieldCount]bool{NoField: true, Format: true, RfrID: true, Sid: true, Pid: true, Form: true}

// noteCut notes that the last value about the item is the beginning of one, as the link was cut
// off in it.
func (co *ContextObject) noteCut(query string) {
	n := len(co.Pairs) - 1
	if n < 0 || co.Pairs[n].Empty || aboutLink[co.Pairs[n].Field] {
		return
	}
	query = strings.TrimSpace(query)
	co.CutShort = co.CutShort || endsInEscape(query) || endsInLetter(query)
}
