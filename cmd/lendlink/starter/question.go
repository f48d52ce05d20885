package starter

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// Question is one thing to know: an option of the command line, and what is asked
// on a terminal.
type Question struct {
	Option, Usage string
	ask           string
	field         string // of the settings, where its errors are
	answer        func(*Answers) *string
	yesOrNo       bool
	read          func(*Answers, string) string // takes what was typed for the answer; nil for as it is
	needed        func(Answers) bool            // nil for always
	otherwise     func(Answers) string          // what an empty answer means; nil for nothing
}

// Answer is where the answer is kept.
func (q *Question) Answer(a *Answers) *string { return q.answer(a) }

// Questions has a row for each answer, in the order in which they are asked.
var Questions = []Question{
	{Option: "name", Usage: "the library's `NAME`, as patrons know it", ask: "The library's name, as patrons know it", field: "name",
		answer: func(a *Answers) *string { return &a.Name }},
	{Option: "code", Usage: "the library's part of addresses, a `CODE` such as demo (default: made of the name)",
		ask: "A short code for it in addresses", field: "code",
		answer:    func(a *Answers) *string { return &a.Code },
		otherwise: func(a Answers) string { return codeOf(a.Name) }},
	{Option: "service", Usage: "the `SERVICE` behind the form: " + serviceNames() + " (default: as the form's address has it)",
		ask: "The service behind the request form (" + serviceNames() + "), or the form's address", field: "service",
		answer: func(a *Answers) *string { return &a.Service }, read: readService,
		otherwise: func(a Answers) string { return string(requestform.PracticeForm) }},
	{Option: "url", Usage: "the request form's address, a `URL`", ask: "The request form's address, such as EXAMPLE", field: "url",
		answer: func(a *Answers) *string { return &a.URL }, needed: func(a Answers) bool { return hasForm(a) && a.URL == "" }},
	{Option: "proxy", Usage: "the address of EZproxy or the like, a `URL` (default: none)",
		ask: "The address of a proxy in front of it, such as EZproxy; empty for none", field: "proxy",
		answer: func(a *Answers) *string { return &a.Proxy }, needed: hasForm},
	{Option: "contact", Usage: "where patrons find help, an e-mail or https `ADDRESS` (default: none)",
		ask: "Where patrons find help: an e-mail or https address; empty for none", field: "contact",
		answer: func(a *Answers) *string { return &a.Contact }},
	{Option: "languages", Usage: "the `LANGUAGES` of the pages, such as en,es (default: en)",
		ask: "The languages of the pages, the preferred one first (" + strings.Join(library.Languages, ", ") + ")", field: "languages",
		answer:    func(a *Answers) *string { return &a.Languages },
		otherwise: func(Answers) string { return library.Languages[0] }},
	{Option: "lookup", Usage: "`yes` to ask open services for what links leave out (default: no)",
		ask:    "Ask Crossref and other open services for what links leave out? Nothing about patrons is sent (yes, no)",
		answer: func(a *Answers) *string { return &a.Lookup }, yesOrNo: true,
		otherwise: func(Answers) string { return "yes" }},
	{Option: "host", Usage: "the `HOST` name under which patrons reach Lendlink (default: this machine, to try it)",
		ask:   "The host name under which patrons reach Lendlink; empty to try it on this machine",
		field: "hosts", answer: func(a *Answers) *string { return &a.Host }},
	{Option: "tls", Usage: "`yes` to get the certificate for the host itself, with no web server in front (default: no)",
		ask:    "Let Lendlink get the certificate for this host? Say no where a web server in front has one (yes, no)",
		answer: func(a *Answers) *string { return &a.TLS }, yesOrNo: true, needed: func(a Answers) bool { return a.Host != "" },
		otherwise: func(Answers) string { return "yes" }},
}

func hasForm(a Answers) bool { return !requestform.Service(a.Service).Local() }

func serviceNames() string {
	var names []string
	for _, s := range requestform.Services() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

// Ask asks every question until its answer is in order.
func Ask(in io.Reader, out io.Writer) (Answers, error) {
	a := Answers{Name: "Library", Service: string(requestform.PracticeForm)}
	lines := bufio.NewScanner(in)
	for i := range Questions {
		q := &Questions[i]
		if q.needed != nil && !q.needed(a) {
			continue
		}
		if err := q.askUntilRight(&a, lines, out); err != nil {
			return a, err
		}
	}
	return a, nil
}

func (q *Question) askUntilRight(a *Answers, lines *bufio.Scanner, out io.Writer) error {
	example := requestform.Service(a.Service).Example()
	for {
		fallback := ""
		if q.otherwise != nil {
			fallback = q.otherwise(*a)
		}
		fmt.Fprint(out, strings.Replace(q.ask, "EXAMPLE", example, 1))
		if fallback != "" {
			fmt.Fprintf(out, " [%s]", fallback)
		}
		fmt.Fprint(out, ": ")
		if !lines.Scan() {
			return errors.New("the answers ended before the last question; nothing is written")
		}
		answer := strings.TrimSpace(lines.Text())
		if answer == "" {
			answer = fallback
		}
		if q.yesOrNo {
			answer = yesOrNo(answer)
		}
		if q.read != nil {
			answer = q.read(a, answer)
		}
		*q.answer(a) = answer
		problem := q.problem(*a)
		if problem == "" && q.read != nil && a.URL != "" {
			fmt.Fprintln(out, "  "+Answers{URL: a.URL}.Assumed())
		}
		if problem == "" {
			return nil
		}
		fmt.Fprintln(out, "  "+problem)
	}
}

// problem is what is wrong with the answer to this question, or "". An address that was
// given before it is asked for must be in order, too.
func (q *Question) problem(a Answers) string {
	var found Faults
	if errors.As(a.Check("lendlink.yaml"), &found) {
		for _, f := range found {
			if f.option == q.Option || f.option == "url" && q.Option == "service" && a.URL != "" {
				return "this " + f.problem
			}
		}
	}
	return ""
}

// readService takes an address of a form for the service that it is of.
func readService(a *Answers, typed string) string {
	a.URL = ""
	if !strings.Contains(typed, "://") {
		return typed
	}
	a.URL = typed
	return string(serviceOf(typed))
}

// yesOrNo returns an answer such as "Y" in full.
func yesOrNo(answer string) string {
	switch short := strings.ToLower(answer); short {
	case "y", "yes":
		return "yes"
	case "n", "no":
		return "no"
	}
	return answer
}
