package main

import (
	"fmt"
	"net/url"
	"strings"
)

// patronMark is the patron's name in links. No answer may have it.
const patronMark = "soak-patron-4711"

// patronPairs are spellings of pairs with it.
var patronPairs = []string{
	"&req_id=", "& req_id=", "&req_id =", "&req_id%3D", "&%2572eq_id=", "&%EF%BB%BFuser_ip=", "&user_ip:", "%26user%3D",
	";jsessionid=", "&uid=",
	"&rft.email=", "&url_ctx_val=rft.title%3DA%26req_id%3D", "&sid=ex:db?user=", "&rfr_id=info:sid/ex:db;jsessionid=", "&some_own_key=",
}

// slowUnits once took quadratic time where many of them were peeled, joined or copied.
var slowUnits = []string{".,", ", & , ", "(a) ", " .", "a=b&", "한", "Ã©", "[a] ", "Lee, Bo; "}

// patronLink is a link with something about the patron in it.
func (w *worker) patronLink() error {
	link := pick(w, w.known).link + pick(w, patronPairs) + patronMark
	path := pick(w, []string{"/demo/openurl?", "/careful/openurl?", "/demo/confirm?", "/demo/citation?", "/demo/inspect?",
		"/careful/practice?"})
	got, err := w.get(path + link)
	if err == nil {
		err = checkHarmless(got)
	}
	if err == nil && strings.Contains(got.location()+got.body, patronMark) {
		err = fmt.Errorf("sends the patron back")
	}
	if err != nil {
		return fmt.Errorf("%w, for %s%s", err, path, link)
	}
	return nil
}

// slowLink is a posted link as long as a body may be, of one unit repeated.
func (w *worker) slowLink() error {
	unit := pick(w, slowUnits)
	field := pick(w, []string{"rft.title", "rft.pub", "rft.place", "rft.au", "rft.edition", "rft.pages"})
	sent := url.QueryEscape(unit)
	if strings.Contains(unit, "&") {
		sent = unit
	}
	body := "rft.btitle=A&" + field + "=A" + strings.Repeat(sent, (60<<10)/len(sent))
	got, err := w.post(pick(w, []string{"/demo/openurl", "/demo/confirm", "/careful/practice"}), body)
	if err == nil {
		err = checkHarmless(got)
	}
	if err != nil {
		return fmt.Errorf("%w, for %s of %q", err, field, unit)
	}
	return nil
}
