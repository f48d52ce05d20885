package library

import (
	_ "embed"
	"fmt"
	"net/netip"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// Example is a settings file that says everything there is to say, with comments.
//
//go:embed example.yaml
var Example []byte

// This is the shape of a settings file. Three tags rule each field: yaml is
// its name, validate is what holds for its value (go-playground/validator and
// the rules of this package), hint says what to write, in the words that an error
// message ends with.

type fileSettings struct {
	Listen         string          `yaml:"listen" validate:"listen_address" hint:"a port such as \":8080\", or an address and a port"`
	TLS            *fileTLS        `yaml:"tls" hint:"the host names to get certificates for, such as {hosts: [ill.library.edu]}"`
	AdminListen    string          `yaml:"admin_listen" validate:"omitempty,listen_address" hint:"an address and a port of its own, such as \"127.0.0.1:9090\""`
	TrustedProxies []network       `yaml:"trusted_proxies" hint:"a list of networks such as [\"127.0.0.0/8\"]"`
	ClientAddress  string          `yaml:"client_address" validate:"oneof=x-forwarded-for forwarded" hint:"x-forwarded-for or forwarded"`
	LogLinks       bool            `yaml:"log_links" hint:"true or false"`
	Lookup         *fileLookup     `yaml:"lookup" hint:"the services to ask, such as {sources: [crossref, openlibrary]}"`
	OpenAccess     *fileOpenAccess `yaml:"open_access" hint:"the services to ask, such as {sources: [unpaywall, doab]}"`
	RateLimit      int             `yaml:"rate_limit" validate:"min=0,max=10000" hint:"how many requests a client may make in a minute, up to 10000, or 0 for no limit"`
	MaxInFlight    int             `yaml:"max_in_flight" validate:"min=1,max=100000" hint:"how many requests are worked on at once, from 1 to 100000"`
	MaxConnections int             `yaml:"max_connections" validate:"min=50,max=100000" hint:"how many connections are open at once, from 50 to 100000"`
	ShutdownDelay  time.Duration   `yaml:"shutdown_delay" validate:"min=0s,max=1m" hint:"a time up to 1m, such as 5s"`
	StateDir       string          `yaml:"state_dir" hint:"a folder that the server may write to, such as /var/lib/lendlink"`
	Statistics     fileStats       `yaml:"statistics" hint:"how long counts are kept, such as {keep: 25 months}"`
	KeepDoubtful   int             `yaml:"keep_doubtful" validate:"min=0,max=500" hint:"how many links to look at are kept, up to 500, or 0 for none"`
	Libraries      []fileLibrary   `yaml:"libraries" validate:"required_without=LibrariesDir,omitempty,min=1,dive" hint:"a list of libraries, each with code, name and form"`
	LibrariesDir   string          `yaml:"libraries_dir" hint:"a folder of files with one library each, such as libraries"`
}

func (f *fileSettings) SetDefaults() {
	f.MaxInFlight, f.MaxConnections = defaultMaxInFlight, defaultMaxConnections
	f.ClientAddress = string(FromXForwardedFor)
	f.Statistics.Keep = fmt.Sprintf("%d months", defaultMonths)
}

// complete fills in what follows from other settings.
func (f *fileSettings) complete() {
	switch {
	case f.Listen != "":
	case f.TLS != nil:
		f.Listen = defaultTLSListen
	default:
		f.Listen = defaultListen
	}
}

type fileLookup struct {
	Sources fileSources   `yaml:"sources" validate:"required_without=Cache,omitempty,min=1" hint:"a list of services such as [crossref, openlibrary], or the address of each"`
	Budget  time.Duration `yaml:"budget" validate:"min=50ms,max=5s" hint:"how long patrons wait at most, from 50ms to 5s"`
	Contact string        `yaml:"contact" validate:"omitempty,email|https" hint:"an e-mail address or an https address"`
	Cache   string        `yaml:"cache" validate:"omitempty,cache_address" hint:"the server's address, such as redis://:${REDIS_PASSWORD}@cache.example.edu:6379/0"`
}

func (f *fileLookup) SetDefaults() { f.Budget = defaultBudget }

type fileOpenAccess struct {
	Sources fileFreeSources `yaml:"sources" validate:"required,min=1" hint:"a list of services such as [unpaywall, doab], or the address of each"`
	Contact string          `yaml:"contact" validate:"omitempty,email|https" hint:"an e-mail address or an https address"`
}

type fileFreeCopies struct {
	Show       string `yaml:"show" validate:"oneof=page always never" hint:"page, always or never"`
	Borrowable bool   `yaml:"borrowable" hint:"true or false"`
}

func (f *fileFreeCopies) SetDefaults() { f.Show = string(ShowOnPage) }

type fileLibrary struct {
	Code         string          `yaml:"code" validate:"required,code" hint:"the library's name in addresses, such as demo"`
	Name         string          `yaml:"name" validate:"required" hint:"the name that patrons know, such as \"Demo Library\""`
	Languages    []string        `yaml:"languages" validate:"min=1,unique,dive,language" hint:"a list of languages such as [en, es]"`
	Form         fileForms       `yaml:"form" validate:"required,min=1,dive" hint:"the request form: its service and url"`
	RecordURL    string          `yaml:"record_url" validate:"omitempty,record_address" hint:"the address of a record in your search, such as https://search.example.edu/permalink/01DEMO_INST/abc/alma{mms_id}"`
	Confirm      fileConfirm     `yaml:"confirm" hint:"never, incomplete or always, or one of them for each type"`
	CheckFirst   []fileCheckLink `yaml:"check_first" validate:"dive" hint:"a list of links, each with label and url"`
	Notice       Text            `yaml:"notice" hint:"text in Markdown, or a text for each language"`
	Closed       *fileClosed     `yaml:"closed" hint:"the days from and until, such as {from: 2026-12-20, until: 2027-01-03}"`
	TimeZone     string          `yaml:"time_zone" validate:"omitempty,time_zone" hint:"the name of a time zone, such as America/New_York"`
	Contact      string          `yaml:"contact" validate:"omitempty,email|https" hint:"an e-mail address or an https address"`
	Brand        fileBrand       `yaml:"brand" hint:"a color and a logo"`
	EmbedOrigins []string        `yaml:"embed_origins" validate:"dive,origin" hint:"a list of origins such as [\"https://library.example.edu\"]"`
	Primo        *filePrimo      `yaml:"primo" hint:"what is done on Primo's pages, such as {origins: [\"https://univ.primo.exlibrisgroup.com\"]}"`
	StaffPages   fileStaffPages  `yaml:"staff_pages" hint:"on, off, or a list of networks such as [\"192.0.2.0/24\"]"`
	Lookup       string          `yaml:"lookup" validate:"oneof=on off" hint:"on or off"`
	FreeCopies   *fileFreeCopies `yaml:"open_access" hint:"when free copies are shown, such as {show: page}"`
}

func (f *fileLibrary) SetDefaults() {
	f.Languages = []string{"en"}
	f.Confirm.policy = ConfirmIncomplete
	f.Lookup = "on"
}

type fileForm struct {
	For       []citation.Type            `yaml:"for" validate:"dive,item_type" hint:"the types that the form is for, such as [chapter, article-journal]"`
	Service   string                     `yaml:"service" validate:"required,service" hint:"the system behind the form, such as tipasa"`
	URL       string                     `yaml:"url" validate:"required_unless=Service practice" hint:"the form's address, such as https://12345.account.worldcat.org/profile/route/openurl?"`
	Proxy     string                     `yaml:"proxy" validate:"excluded_if=Service practice,omitempty,proxy_address" hint:"the proxy's address, such as https://proxy.example.edu/login?url="`
	Encoding  string                     `yaml:"proxy_encoding" validate:"oneof=auto none percent" hint:"auto, none or percent"`
	MaxLength int                        `yaml:"max_length" validate:"min=500,max=8000" hint:"the most bytes of an address, from 500 to 8000"`
	Keys      fileKeys                   `yaml:"keys" hint:"the form's keys and what fills them, such as {rft.title: \"{whole-title}\"}"`
	Types     map[citation.Type]fileType `yaml:"types" validate:"dive,keys,item_type,endkeys" hint:"a genre for each type, such as {chapter: {genre: article}}"`
	Params    fileParams                 `yaml:"params" hint:"keys and values, such as {rfr_id: \"info:sid/library\"}"`
}

func (f *fileForm) SetDefaults() {
	f.MaxLength, f.Encoding = defaultMaxLength, string(requestform.EncodeAuto)
}

type fileType struct {
	Genre string   `yaml:"genre" validate:"required_without=Keys" hint:"a genre that the form knows, such as article"`
	Keys  fileKeys `yaml:"keys" hint:"the form's keys and what fills them, such as {rft.title: \"{whole-title}\"}"`
}

type fileCheckLink struct {
	Label Text   `yaml:"label" validate:"required" hint:"the text of the link, or one for each language"`
	URL   string `yaml:"url" validate:"required,check_address" hint:"the search's address with a placeholder, such as https://search.example.edu/?q={title}"`
}

type fileClosed struct {
	From     day    `yaml:"from" validate:"required" hint:"the first day, as YYYY-MM-DD"`
	Until    day    `yaml:"until" validate:"required" hint:"the last day, as YYYY-MM-DD"`
	Message  Text   `yaml:"message" hint:"what patrons read, or a text for each language"`
	Requests string `yaml:"requests" validate:"oneof=accept stop" hint:"accept or stop"`
}

func (f *fileClosed) SetDefaults() { f.Requests = "accept" }

type fileBrand struct {
	Color string `yaml:"color" validate:"omitempty,rgb" hint:"a colour such as \"#7a0019\""`
	Logo  string `yaml:"logo" validate:"omitempty,https" hint:"the https address of a picture"`
}

// network is a netip.Prefix that can be a single address too.
type network struct{ netip.Prefix }

func (n *network) UnmarshalText(text []byte) error {
	p, err := netip.ParsePrefix(string(text))
	if a, noPrefix := netip.ParseAddr(string(text)); noPrefix == nil {
		p, err = netip.PrefixFrom(a, a.BitLen()), nil
	}
	n.Prefix = p.Masked()
	return err
}

// day is a date without a time, as midnight UTC.
type day struct{ time.Time }

func (d *day) UnmarshalText(text []byte) (err error) {
	d.Time, err = time.Parse(time.DateOnly, string(text))
	return err
}
