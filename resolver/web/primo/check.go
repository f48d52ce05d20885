package primo

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"lendlink/resolver/library"
)

// maxChecked is how many loans are checked at once.
const maxChecked = 50

// Checked is a loan with what would become of it on Primo's page.
type Checked struct {
	Title  string
	Note   bool
	Reason string // why, in words for staff
	Number string // of the request, where the settings have it shown; else ""
	Values []Value
}

// Value is what a loan has in a field that counts.
type Value struct{ Field, Value string }

// Check reads loans as Primo's server describes them: the whole answer, a list, or one
// loan.
func Check(l *library.PrimoLoans, text string) ([]Checked, error) {
	loans, err := parseLoans(text)
	if err != nil {
		return nil, err
	}
	all := make([]Checked, 0, len(loans))
	for _, loan := range loans[:min(len(loans), maxChecked)] {
		all = append(all, check(l, loan))
	}
	return all, nil
}

func check(l *library.PrimoLoans, loan map[string]string) Checked {
	c := Checked{Title: loan["title"]}
	for _, field := range []string{libraryCode, libraryName, locationCode, locationName, "itembarcode"} {
		c.Values = append(c.Values, Value{field, loan[field]})
	}
	for _, r := range Rules(l) {
		field, value := r.fulfilledBy(loan)
		if field == "" {
			continue
		}
		verb := "is"
		if r.Test == has {
			verb = "contains"
		}
		c.Note, c.Reason = true, fmt.Sprintf("%s %s %s", field, verb, value)
		break
	}
	switch {
	case !c.Note:
		c.Reason = "its library and location are none of those in the settings"
	case strings.TrimSpace(c.Title) == "":
		c.Note, c.Reason = false, c.Reason+", but it has no title by which its row on the page could be found"
	case l.RequestNumber:
		c.Number = loan["itembarcode"]
	}
	return c
}

// notJSON says where a text stops being JSON.
func notJSON(text string, err error) error {
	const copied = "copy the whole answer, from its first brace to the last"
	if strings.TrimSpace(text) == "" {
		return errors.New("nothing was pasted; " + copied)
	}
	e, ok := errors.AsType[*json.SyntaxError](err)
	if !ok || e.Offset < 1 || int(e.Offset) >= len(text) {
		return errors.New("it breaks off; " + copied)
	}
	before := text[:e.Offset-1]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
	return fmt.Errorf("it is not JSON from line %d, character %d on; %s", line, column, copied)
}

var errNoLoan = errors.New("no loan in it: a loan has a loanid")

// parseLoans returns the fields of each loan that hold text.
func parseLoans(text string) ([]map[string]string, error) {
	var found any
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		return nil, notJSON(text, err)
	}
	for _, name := range []string{"data", "loans", "loan"} {
		if object, ok := found.(map[string]any); ok && object[name] != nil {
			found = object[name]
		}
	}
	list, ok := found.([]any)
	if !ok {
		list = []any{found}
	}
	var loans []map[string]string
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok || object["loanid"] == nil {
			continue
		}
		loan := map[string]string{}
		for name, value := range object {
			if s, ok := value.(string); ok {
				loan[name] = s
			}
		}
		loans = append(loans, loan)
	}
	if len(loans) == 0 {
		return nil, errNoLoan
	}
	return loans, nil
}
