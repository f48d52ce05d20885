package library

import (
	"cmp"
	"net/netip"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/requestform"
)

// settings turns a file that is in order into what the program works with.
func (f *fileSettings) settings() *Settings {
	libraries := make([]*Library, len(f.Libraries))
	for i := range f.Libraries {
		libraries[i] = f.Libraries[i].library()
	}
	s := New(libraries...)
	s.Listen, s.AdminListen, s.LogLinks = f.Listen, f.AdminListen, f.LogLinks
	s.TLS = f.TLS.settings()
	s.TrustedProxies = prefixes(f.TrustedProxies)
	s.ClientAddress = ClientAddress(f.ClientAddress)
	if l := f.Lookup; l != nil {
		s.Lookup = &source.Settings{Sources: append([]source.Endpoint{}, l.Sources...), Budget: l.Budget, Contact: l.Contact, Cache: l.Cache}
	}
	if o := f.OpenAccess; o != nil {
		s.OpenAccess = &source.FreeSettings{Sources: o.Sources, Contact: f.freeContact()}
	}
	s.RateLimit, s.MaxInFlight, s.MaxConnections, s.ShutdownDelay = f.RateLimit, f.MaxInFlight, f.MaxConnections, f.ShutdownDelay
	s.KeepDoubtful = f.KeepDoubtful
	s.KeepMonths = months(f.Statistics.Keep)
	return s
}

// freeContact is the contact that services for free copies are sent: their own, or that of
// the look-ups.
func (f *fileSettings) freeContact() string {
	if f.OpenAccess.Contact == "" && f.Lookup != nil {
		return f.Lookup.Contact
	}
	return f.OpenAccess.Contact
}

func prefixes(networks []network) []netip.Prefix {
	var list []netip.Prefix
	for _, n := range networks {
		list = append(list, n.Prefix)
	}
	return list
}

func (f *fileLibrary) library() *Library {
	l := &Library{
		Code: f.Code, Name: f.Name, Languages: f.Languages,
		RecordURL: f.RecordURL,
		Confirm:   f.Confirm.policy, ConfirmTypes: f.Confirm.byType,
		Notice: f.Notice, Contact: f.Contact,
		Brand:        Brand(f.Brand),
		EmbedOrigins: f.EmbedOrigins,
		Primo:        f.Primo.primo(),
		StaffPages:   f.StaffPages.StaffPages,
		NoLookup:     f.Lookup == "off",
		TimeZone:     timeZone(f.TimeZone),
	}
	switch {
	case f.FreeCopies != nil:
		l.FreeCopies = FreeCopies{Show: ShowCopies(f.FreeCopies.Show), Borrowable: f.FreeCopies.Borrowable}
	case l.NoLookup: // who wants no lookups has to ask for free copies
		l.FreeCopies.Show = ShowNever
	default:
		l.FreeCopies.Show = ShowOnPage
	}
	for i := range f.Form {
		if form := f.Form[i].form(f.Code); i == len(f.Form)-1 {
			l.Form = form
		} else {
			l.FormsFor = append(l.FormsFor, FormFor{f.Form[i].For, form})
		}
	}
	for _, c := range f.CheckFirst {
		l.CheckFirst = append(l.CheckFirst, CheckLink(c))
	}
	if c := f.Closed; c != nil {
		l.Closed = &Closed{From: c.From.Time, Until: c.Until.Time, Message: c.Message, Accept: c.Requests == "accept"}
	}
	return l
}

func (f *fileForm) form(code string) requestform.Form {
	form := requestform.Form{
		Service:   requestform.Service(f.Service),
		URL:       f.URL,
		Proxy:     f.Proxy,
		Encoding:  requestform.ProxyEncoding(f.Encoding),
		MaxLength: f.MaxLength,
		Keys:      f.Keys,
		Params:    slices.Clone(f.Params),
	}
	form.URL = cmp.Or(form.URL, practiceAddress(code))
	if len(f.Types) > 0 {
		form.Types = make(map[citation.Type]requestform.TypeAs, len(f.Types))
	}
	for t, as := range f.Types {
		form.Types[t] = requestform.TypeAs{Genre: as.Genre, Keys: as.Keys}
	}
	return form
}
