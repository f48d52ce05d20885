package web

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/locale"
)

// overviewPage is the first page of the setup guide: what is set for the library.
type overviewPage struct {
	setupPage
	Rows     []settingRow
	FormRows [][]settingRow   // by form
	Warnings library.Problems // what lendlink check says of the library's settings
}

// settingRow is a setting as the overview shows it.
type settingRow struct {
	Name   string
	Values []string
	Code   bool // the values are text to read letter by letter
}

// overviewContext is what the rows of the overview are made from.
type overviewContext struct {
	*library.Library
	lookups *source.Settings
	copies  *source.FreeSettings
	today   time.Time
	text    locale.Localizer

	statistics, doubtful []string
}

// settingNames are the rows of the overview, with what is said where nothing is set.
var settingNames = []struct {
	name, unset string
	code        bool
	values      func(overviewContext) []string
}{
	{"Languages", "", false, (overviewContext).languages},
	{"Confirmation page", "", false, (overviewContext).confirmation},
	{"Look-ups", "Off: nobody is asked for what links leave out", false, (overviewContext).lookupSources},
	{"Free copies", "Off: nobody is asked for them", false, (overviewContext).freeCopies},
	{"Catalogue links on pages", "None", false, (overviewContext).checkFirst},
	{"Record of an item, for staff", "None", true, func(c overviewContext) []string { return unlessEmpty(c.RecordURL) }},
	{"Notice on pages", "None", false, func(c overviewContext) []string { return c.Notice.List() }},
	{"Closure", "None announced", false, (overviewContext).closure},
	{"Time zone", "The server’s", false, (overviewContext).timeZone},
	{"Contact", "None: patrons see nobody to ask", false, func(c overviewContext) []string { return unlessEmpty(c.Contact) }},
	{"Colour and logo", "Lendlink’s own colour, no logo", true, func(c overviewContext) []string {
		return unlessEmpty(c.Brand.Color, c.Brand.Logo)
	}},
	{"Networks that see staff pages", "All: everybody can open this page", true, (overviewContext).networks},
	{"On the pages of Primo", "Nothing", false, (overviewContext).primo},
	{"Statistics", "Off", false, func(c overviewContext) []string { return c.statistics }},
	{"Doubtful links for staff", "None are kept", false, func(c overviewContext) []string { return c.doubtful }},
	{"Sites that may show pages in a frame", "None", true, func(c overviewContext) []string { return c.EmbedOrigins }},
}

// formSettings are the rows about a form.
var formSettings = []struct {
	name, unset string
	code        bool
	values      func(overviewContext, *requestform.Form) []string
}{
	{"System", "The practice form: nothing is requested yet", false, func(_ overviewContext, f *requestform.Form) []string {
		if f.Service.Local() {
			return nil
		}
		return []string{f.Service.Title()}
	}},
	{"Address", "", true, func(_ overviewContext, f *requestform.Form) []string { return unlessEmpty(f.URL) }},
	{"Proxy in front", "None", true, func(_ overviewContext, f *requestform.Form) []string { return unlessEmpty(f.Proxy) }},
	{"Address behind the proxy", "No proxy", false, behindProxy},
	{"Maximum address length", "", false, func(_ overviewContext, f *requestform.Form) []string {
		return []string{fmt.Sprintf("%d characters", f.MaxLength)}
	}},
	{"Types sent in another way", "None", false, (overviewContext).typesSent},
	{"Keys of your own", "None", true, func(_ overviewContext, f *requestform.Form) []string { return ownKeys(f) }},
}

func (s *Server) setupOverview(v *requestContext) error {
	p := overviewPage{setupPage: newSetupPage(s.staffFrame(v, "/setup"), v.QueryParam(otherService))}
	l := s.pages.localizers[v.language]
	settings := s.Settings()
	c := overviewContext{Library: v.library, lookups: settings.Lookup, copies: settings.OpenAccess, today: s.Now(), text: l}
	c.statistics = []string{"In memory, until the server stops"}
	if s.Statistics.IsPersistent() {
		c.statistics = []string{fmt.Sprintf("Kept for %d months", settings.KeepMonths)}
	}
	if most := settings.KeepDoubtful; most > 0 {
		c.doubtful = []string{fmt.Sprintf("The last %d", most)}
	}
	for _, row := range settingNames {
		p.Rows = append(p.Rows, newSettingRow(row.name, row.unset, row.code, row.values(c)))
	}
	for _, f := range v.library.AllForms() {
		var rows []settingRow
		for _, row := range formSettings {
			rows = append(rows, newSettingRow(row.name, row.unset, row.code, row.values(c, f)))
		}
		p.FormRows = append(p.FormRows, rows)
	}
	p.Warnings = v.library.Warnings
	return s.render(v, http.StatusOK, "setup", p)
}

func newSettingRow(name, unset string, code bool, values []string) settingRow {
	if len(values) == 0 {
		return settingRow{name, []string{unset}, false}
	}
	return settingRow{name, values, code}
}

func unlessEmpty(values ...string) []string {
	var set []string
	for _, v := range values {
		if v != "" {
			set = append(set, v)
		}
	}
	return set
}

func (c overviewContext) languages() []string {
	return []string{strings.Join(c.Languages, ", "), "Pages for staff, such as this one, are in English"}
}

// policies are the values of confirm in a sentence.
var policies = map[library.Confirm]string{
	library.ConfirmAlways:     "always",
	library.ConfirmNever:      "never",
	library.ConfirmIncomplete: "when something required is missing, or the type is uncertain",
}

func (c overviewContext) confirmation() []string {
	all := []string{capitalised(policies[c.Policy("")])}
	for _, t := range slices.Sorted(maps.Keys(c.ConfirmTypes)) {
		all = append(all, c.typeName(t)+": "+policies[c.ConfirmTypes[t]])
	}
	return all
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (c overviewContext) typeName(t citation.Type) string { return c.text.T("type." + string(t)) }

func sourceNames(sources []source.Endpoint) string {
	var names []string
	for _, s := range sources {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

// showCopies says when free copies are shown.
var showCopies = map[library.ShowCopies]string{
	library.ShowOnPage: "Shown where a page is shown anyway",
	library.ShowAlways: "Shown in place of going straight to the form, too",
}

// freeCopies lists who is asked, and when what they know is shown.
func (c overviewContext) freeCopies() []string {
	when := showCopies[c.FreeCopies.Show]
	if c.copies == nil || when == "" {
		return nil
	}
	all := []string{sourceNames(c.copies.Sources), when}
	if c.FreeCopies.Borrowable {
		all = append(all, "Books that are lent online count as well")
	}
	return all
}

// lookupSources lists who is asked. Their addresses can have keys in them.
func (c overviewContext) lookupSources() []string {
	if c.lookups == nil || len(c.lookups.Sources) == 0 || c.NoLookup {
		return nil
	}
	return []string{sourceNames(c.lookups.Sources), fmt.Sprintf("Patrons wait %s at most", c.lookups.Budget)}
}

func (c overviewContext) checkFirst() []string {
	var all []string
	for _, l := range c.CheckFirst {
		all = append(all, strings.Join(l.Label.List(), " / ")+": "+l.URL)
	}
	return all
}

func (c overviewContext) closure() []string {
	closed := c.Closed
	if closed == nil {
		return nil
	}
	all := []string{c.text.Day(closed.From) + " through " + c.text.Day(closed.Until), "Requests are suspended"}
	if closed.Accept {
		all[1] = "Requests can be placed nevertheless"
	}
	all = append(all, closed.Message.List()...)
	switch today := c.Local(c.today); {
	case c.ClosedAt(c.today):
		all = append(all, "In force today")
	case today.After(closed.Until.AddDate(0, 0, 1)):
		all = append(all, "It is over")
	}
	return all
}

func (c overviewContext) timeZone() []string {
	if c.TimeZone == nil {
		return nil
	}
	return []string{c.TimeZone.String()}
}

func (c overviewContext) primo() []string {
	p := c.Primo
	if p == nil {
		return nil
	}
	all := slices.Clone(p.Origins)
	if p.Loans != nil {
		all = append(all, "A note on interlibrary loans in My Account")
	}
	if p.Link.NewPage {
		return append(all, "Requests open on a page of their own")
	}
	return append(all, "Requests open in place")
}

func (c overviewContext) networks() []string {
	var all []string
	for _, n := range c.StaffPages.Networks {
		all = append(all, n.String())
	}
	return all
}

func (c overviewContext) typesSent(f *requestform.Form) []string {
	var all []string
	for _, t := range slices.Sorted(maps.Keys(f.Types)) {
		as := f.Types[t]
		if as.Genre != "" {
			all = append(all, c.typeName(t)+": as genre "+as.Genre)
		}
		for _, line := range keyLines(as.Keys) {
			all = append(all, c.typeName(t)+": "+line)
		}
	}
	return all
}

func behindProxy(_ overviewContext, f *requestform.Form) []string {
	switch {
	case f.Proxy == "":
		return nil
	case f.EncodesTarget():
		return []string{"Percent-encoded"}
	}
	return []string{"As it is"}
}

func ownKeys(f *requestform.Form) []string {
	all := keyLines(f.Keys)
	for _, p := range f.Params {
		all = append(all, p.Key+" = "+p.Value)
	}
	return all
}
