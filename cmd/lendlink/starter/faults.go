package starter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"lendlink/resolver/library"
)

// fault is what is wrong with one answer.
type fault struct {
	option  string // of the answer; "" where there is none
	problem string // "is missing; write …"
}

// Faults are all that is wrong with some answers, in the order of the questions.
type Faults []fault

func (f Faults) Error() string {
	var lines []string
	for _, one := range f {
		line := one.problem
		if one.option != "" {
			line = "--" + one.option + " " + line
		}
		lines = append(lines, line)
	}
	if len(lines) == 1 {
		return lines[0]
	}
	return fmt.Sprintf("%d answers are wrong:\n  %s", len(lines), strings.Join(lines, "\n  "))
}

// Check reports all that is wrong with the answers, as [Faults]: what the check of a settings
// file finds, and what no settings file has.
func (a Answers) Check(path string) error {
	var found Faults
	if host := a.complete().Host; host != "" && !a.OwnTLS() { // else it is in the settings
		if wrong := library.WrongWithHostName(host); wrong != "" {
			found = append(found, fault{"host", wrong})
		}
	}
	for _, q := range Questions {
		if answer := *q.answer(&a); q.yesOrNo && !slices.Contains([]string{"", "yes", "no"}, answer) {
			found = append(found, fault{q.Option, fmt.Sprintf("must be yes or no, not %q", answer)})
		}
	}
	if a.TLS == "yes" && a.Host == "" {
		found = append(found, fault{"tls", "is for a host name: give one with --host"})
	}
	_, err := library.Parse(path, a.Settings(path), noVariable)
	var problems library.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			found = append(found, faultOf(p.Message))
		}
	} else if err != nil {
		return err
	}
	if a.Name == "" { // the code is made of it
		found = slices.DeleteFunc(found, func(f fault) bool { return f.option == "code" })
	}
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(a, b fault) int { return placeOf(a.option) - placeOf(b.option) })
	return found
}

// faultOf finds the answer that a problem with the settings is about.
func faultOf(message string) fault {
	for _, q := range Questions {
		if problem, ok := strings.CutPrefix(message, "`"+q.field+"` "); ok && q.field != "" {
			return fault{q.Option, problem}
		}
	}
	return fault{"", message}
}

// placeOf returns the place of an option among the questions; for none, one after all.
func placeOf(option string) int {
	if i := slices.IndexFunc(Questions, func(q Question) bool { return q.Option == option }); i >= 0 {
		return i
	}
	return len(Questions)
}
