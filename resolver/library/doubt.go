package library

import (
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/requestform"
)

// Here are the values that are well-formed and yet can hardly be meant: they are
// warnings, and the settings can be used.

// finding is a value of a library's settings.
type finding struct {
	path, value string
	form        *fileForm // that it belongs to, or nil
}

// doubts are the rows of what is noticed: in which values, and what is said of one.
var doubts = []struct {
	name  string
	in    func(*fileLibrary) []finding
	doubt func(f finding, today time.Time) violation
}{
	{"a host of the examples", addresses, exampleHost},
	{"an address kept for documentation", staffNetworks, exampleNetwork},
	{"another service's form", formAddresses, otherService},
	{"one form for all types", formAddresses, opensOneForm},
	{"a proxy that takes no address", proxies, noTarget},
	{"HTML in Markdown", notices, htmlInText},
	{"a link that runs a script", notices, runsScript},
	{"a closure in the past", closures, pastClosure},
	{"curly quotes around a value", texts, inCurlyQuotes},
}

// doubtLibrary adds the warnings about a library, whose settings begin at a path.
func (r *reader) doubtLibrary(path string, l *fileLibrary) {
	before := len(r.warnings)
	defer func() { r.ofLibraries = append(r.ofLibraries, slices.Clone(r.warnings[before:]).InOrder()) }()
	for _, row := range doubts {
		for _, f := range row.in(l) {
			f.path = joinPath(path, f.path)
			if c := row.doubt(f, r.today); c != (violation{}) && f.value != "" && !r.HasFailed(f.path) {
				r.warn(f.path, c)
			}
		}
	}
}

// doubtServer adds the warnings about what is not a library's.
func (r *reader) doubtServer(f *fileSettings) {
	for i, n := range f.TrustedProxies {
		at := finding{path: fmt.Sprintf("trusted_proxies[%d]", i), value: n.String()}
		if c := exampleNetwork(at, r.today); c != (violation{}) {
			r.warn(at.path, c)
		}
	}
	for _, at := range f.hosts() {
		if c := exampleHost(at, r.today); c != (violation{}) && at.value != "" {
			r.warn(at.path, c)
		}
	}
	r.doubtKeyFolder(f)
	r.doubtServices(f)
}

// doubtServices warns of services that answer few questions without a key, and of
// libraries that would show what no service is asked for.
func (r *reader) doubtServices(f *fileSettings) {
	if f.Lookup != nil {
		r.doubtKeys("lookup.sources", f.Lookup.Sources, source.All[:])
	}
	if f.OpenAccess != nil {
		r.doubtKeys("open_access.sources", f.OpenAccess.Sources, source.Free[:])
		return
	}
	for i := range f.Libraries {
		if f.Libraries[i].FreeCopies != nil {
			r.warn(fmt.Sprintf("libraries[%d].open_access", i),
				violation{"shows nothing: no services are asked for free copies", "add `open_access` and its sources above `libraries`"})
		}
	}
}

func (r *reader) doubtKeys(path string, sources []source.Endpoint, among []source.Known) {
	for _, s := range sources {
		if k := knownOf(s, among); lacksKey(s, among) {
			r.warn(path, violation{fmt.Sprintf("lists %s without a key: it will answer few questions", s.Name),
				fmt.Sprintf("write its address: %s: \"%s?%s=${%s_KEY}\"", s.Name, k.DefaultURL, k.Key, strings.ToUpper(s.Name))})
		}
	}
}

// hosts are the values that name a host, for the server as a whole.
func (f *fileSettings) hosts() []finding {
	var all []finding
	if l := f.Lookup; l != nil {
		all = append(all, finding{path: "lookup.contact", value: l.Contact}, finding{path: "lookup.cache", value: l.Cache})
	}
	if t := f.TLS; t != nil {
		for i, host := range t.Hosts {
			all = append(all, finding{path: fmt.Sprintf("tls.hosts[%d]", i), value: host})
		}
		all = append(all, finding{path: "tls.email", value: t.Email}, finding{path: "tls.directory", value: t.Directory})
	}
	if o := f.OpenAccess; o != nil {
		all = append(all, finding{path: "open_access.contact", value: o.Contact})
	}
	return all
}

func joinPath(path, name string) string {
	if strings.HasPrefix(name, "[") {
		return path + name
	}
	return strictyaml.Join(path, name)
}

func (r *reader) warn(path string, c violation) {
	p := r.ProblemAt(r.At(path), fmt.Sprintf("`%s` %s; %s", strictyaml.FieldName(path), c.wrong, c.advice))
	p.Warning = true
	r.warnings = append(r.warnings, p)
}

func formAddresses(l *fileLibrary) []finding {
	return ofForms(l, "url", func(f *fileForm) string { return f.URL })
}

func proxies(l *fileLibrary) []finding {
	return ofForms(l, "proxy", func(f *fileForm) string { return f.Proxy })
}

// ofForms returns a field of every form.
func ofForms(l *fileLibrary, name string, value func(*fileForm) string) []finding {
	all := make([]finding, len(l.Form))
	for i := range l.Form {
		f := &l.Form[i]
		all[i] = finding{path: fmt.Sprintf("form[%d].%s", i, name), value: value(f), form: f}
	}
	return all
}

// addresses are all that a browser opens, and where patrons write to.
func addresses(l *fileLibrary) []finding {
	all := append(formAddresses(l), proxies(l)...)
	all = append(all, finding{path: "contact", value: l.Contact}, finding{path: "brand.logo", value: l.Brand.Logo},
		finding{path: "record_url", value: l.RecordURL})
	for i, c := range l.CheckFirst {
		all = append(all, finding{path: fmt.Sprintf("check_first[%d].url", i), value: c.URL})
	}
	for i, o := range l.EmbedOrigins {
		all = append(all, finding{path: fmt.Sprintf("embed_origins[%d]", i), value: o})
	}
	return append(all, l.Primo.addresses()...)
}

func staffNetworks(l *fileLibrary) []finding {
	var all []finding
	for _, n := range l.StaffPages.Networks {
		all = append(all, finding{path: "staff_pages", value: n.String()})
	}
	return all
}

func notices(l *fileLibrary) []finding {
	all := l.Notice.findings("notice")
	if l.Closed != nil {
		all = append(all, l.Closed.Message.findings("closed.message")...)
	}
	return append(all, l.Primo.notes()...)
}

func texts(l *fileLibrary) []finding {
	all := append(notices(l), finding{path: "name", value: l.Name})
	if l.Primo != nil {
		all = append(all, l.Primo.Link.Beside.findings("primo.link.beside")...)
	}
	for i, c := range l.CheckFirst {
		all = append(all, c.Label.findings(fmt.Sprintf("check_first[%d].label", i))...)
	}
	return all
}

func closures(l *fileLibrary) []finding {
	if l.Closed == nil || l.Closed.Until.IsZero() {
		return nil
	}
	return []finding{{path: "closed.until", value: l.Closed.Until.Format(time.DateOnly)}}
}

// exampleDomains are kept for examples (RFC 2606); the last one's are not, but everybody
// writes them.
var exampleDomains = []string{"example", "test", "invalid", "example.com", "example.org", "example.net", "example.edu"}

// exampleLabels begin the hosts that OCLC and this program write in examples.
var exampleLabels = regexp.MustCompile(`(?i)^(12345|yourregid|yourregistryid|yourlibrary|your-library|institution)\.`)

func exampleHost(f finding, today time.Time) violation {
	host := f.value
	if u, err := url.Parse(f.value); err == nil && u.Host != "" {
		host = u.Hostname()
	} else if _, domain, isEmail := strings.Cut(f.value, "@"); isEmail {
		host = domain
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	isExample := func(domain string) bool { return host == domain || strings.HasSuffix(host, "."+domain) }
	if slices.ContainsFunc(exampleDomains, isExample) || exampleLabels.MatchString(host) {
		return violation{fmt.Sprintf("has the example's own host name %s", host), "write your own"}
	}
	return exampleNetwork(finding{value: host}, today)
}

// exampleNetworks are kept for documentation (RFC 5737, RFC 3849).
var exampleNetworks = []netip.Prefix{
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("2001:db8::/32"),
}

func exampleNetwork(f finding, _ time.Time) violation {
	address, _, _ := strings.Cut(f.value, "/")
	a, err := netip.ParseAddr(address)
	if err != nil {
		return violation{}
	}
	for _, n := range exampleNetworks {
		if n.Contains(a) {
			return violation{fmt.Sprintf("has %s, an address that only examples have", f.value), "write your own"}
		}
	}
	return violation{}
}

func otherService(f finding, _ time.Time) violation {
	own := requestform.Service(f.form.Service)
	if own.Local() || own.Fits(f.value) {
		return violation{}
	}
	for _, s := range requestform.Services() {
		if s != own && !s.NeedsKeys() && s.Fits(f.value) && !s.Fits(own.Example()) {
			return violation{fmt.Sprintf("looks like an address of %s", s),
				fmt.Sprintf("write service: %s, or an address such as %s", s, own.Example())}
		}
	}
	return violation{fmt.Sprintf("does not look like an address of %s", own), "compare it with " + own.Example()}
}

func opensOneForm(f finding, _ time.Time) violation {
	key, ok := requestform.Service(f.form.Service).OpensByType()
	if !ok {
		return violation{}
	}
	u, err := url.Parse(f.value)
	if err != nil || !u.Query().Has(key) {
		return violation{}
	}
	return violation{fmt.Sprintf("opens %s=%s for items of every type", key, u.Query().Get(key)),
		"leave " + key + " out, and it follows the type"}
}

// targetEnds are what a proxy's address ends in, so that the form's can follow.
var targetEnds = regexp.MustCompile(`^[^#]*[?&]q?url=$`)

func noTarget(f finding, _ time.Time) violation {
	if targetEnds.MatchString(f.value) {
		return violation{}
	}
	return violation{"does not end in url= or qurl=", "write the proxy's address, such as https://proxy.example.edu/login?url="}
}

var htmlTag = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--`)

// autolink is what Markdown writes between < and > and shows as a link.
var autolink = regexp.MustCompile(`^<(?i:https?://|mailto:|[^\s<>@]+@)`)

func htmlInText(f finding, _ time.Time) violation {
	for _, tag := range htmlTag.FindAllString(f.value, -1) {
		if !autolink.MatchString(tag) {
			return violation{fmt.Sprintf("has HTML (%s), which is left out", tag), "write Markdown: **bold**, [text](https://…)"}
		}
	}
	return violation{}
}

var scriptLink = regexp.MustCompile(`(?i)(javascript|vbscript|data)\s*:\S`)

func runsScript(f finding, _ time.Time) violation {
	if link := scriptLink.FindStringSubmatch(f.value); link != nil {
		return violation{fmt.Sprintf("has a %s: link, which is made harmless", strings.ToLower(link[1])), "write an https address"}
	}
	return violation{}
}

// pastClosure returns what is wrong with a closure that ended everywhere: a library's day can be another than
// the server's.
func pastClosure(f finding, today time.Time) violation {
	if f.value >= today.In(lastZone).Format(time.DateOnly) {
		return violation{}
	}
	return violation{fmt.Sprintf("is past: the closure ended on %s", f.value), "remove `closed`, or write the next one"}
}

// lastZone is where each day ends last.
var lastZone = time.FixedZone("UTC-12", -12*60*60)

var curlyQuotes = regexp.MustCompile(`^[\x{2018}-\x{201F}\x{00AB}\x{00BB}].*[\x{2018}-\x{201F}\x{00AB}\x{00BB}]$`)

func inCurlyQuotes(f finding, _ time.Time) violation {
	if curlyQuotes.MatchString(strings.TrimSpace(f.value)) {
		return violation{"is in curly quotes, which patrons will see", `write straight ones (") or none`}
	}
	return violation{}
}
