package library

import (
	"slices"
	"strings"
)

// Primo is what Lendlink's script does on the pages of Primo.
type Primo struct {
	Origins []string    // of the Primo sites that may ask about links and show pages in a frame
	Loans   *PrimoLoans // nil for no notes on loans
	Link    PrimoLink
}

// PrimoLoans is the note on interlibrary loans in My Account.
type PrimoLoans struct {
	Libraries     []string // codes or names of the libraries that such loans belong to
	Locations     []string // codes or names of the locations; names with [BorrowingLocation] in them count too
	Note          Text     // Markdown: bold and links
	Account       string   // the https address of the patron's page at the system for requests; "" for none
	RequestNumber bool     // the item's barcode is the number of the request
	HideRenew     bool     // Primo's own button to renew is hidden
	PlainTitle    bool     // the title does not lead to its record
}

// PrimoLink is what becomes of links to Lendlink on the pages of a record.
type PrimoLink struct {
	NewPage    bool // never opens in place
	Beside     Text // shown next to the link
	HideSignIn bool // Primo's hint before it, that one has to sign in, is hidden
}

// BorrowingLocation is in the names of the locations that Alma has for interlibrary loans.
const BorrowingLocation = "Borrowing Resource Sharing Requests"

type filePrimo struct {
	Origins []string        `yaml:"origins" validate:"required,min=1,unique,dive,trial_origin" hint:"a list of origins such as [\"https://univ.primo.exlibrisgroup.com\"]"`
	Loans   *filePrimoLoans `yaml:"loans" hint:"the note on interlibrary loans, such as {note: \"To renew it, call us.\"}"`
	Link    filePrimoLink   `yaml:"link" hint:"what becomes of the link, such as {open: page}"`
}

func (f *filePrimo) SetDefaults() { f.Link.SetDefaults() }

type filePrimoLoans struct {
	Libraries     []string `yaml:"libraries" validate:"unique,dive,required" hint:"a list of codes such as [RES_SHARE]"`
	Locations     []string `yaml:"locations" validate:"unique,dive,required" hint:"a list of codes such as [OUT_RS_REQ]"`
	Note          Text     `yaml:"note" validate:"required" hint:"text in Markdown, or a text for each language"`
	Account       string   `yaml:"account" validate:"omitempty,https" hint:"an address such as https://12345.account.worldcat.org/account"`
	RequestNumber bool     `yaml:"request_number" hint:"true or false"`
	Renew         string   `yaml:"renew" validate:"oneof=keep hide" hint:"keep or hide"`
	TitleLink     string   `yaml:"title_link" validate:"oneof=plain keep" hint:"plain or keep"`
}

func (f *filePrimoLoans) SetDefaults() {
	f.Libraries, f.Locations = []string{"RES_SHARE"}, []string{"OUT_RS_REQ"}
	f.Renew, f.TitleLink = "keep", "plain"
}

type filePrimoLink struct {
	Open       string `yaml:"open" validate:"oneof=in-place page" hint:"in-place or page"`
	Beside     Text   `yaml:"beside" hint:"a short text, or one for each language"`
	HideSignIn bool   `yaml:"hide_sign_in" hint:"true or false"`
}

func (f *filePrimoLink) SetDefaults() { f.Open = "in-place" }

// primo turns the settings of a file into those that the program works with; nil stays nil.
func (f *filePrimo) primo() *Primo {
	if f == nil {
		return nil
	}
	p := &Primo{
		Origins: asSent(f.Origins),
		Link:    PrimoLink{NewPage: f.Link.Open == "page", Beside: f.Link.Beside, HideSignIn: f.Link.HideSignIn},
	}
	if l := f.Loans; l != nil {
		p.Loans = &PrimoLoans{
			Libraries: l.Libraries, Locations: l.Locations, Note: l.Note, Account: l.Account, RequestNumber: l.RequestNumber,
			HideRenew: l.Renew == "hide", PlainTitle: l.TitleLink == "plain",
		}
	}
	return p
}

// notTrialOrigin checks an origin; on this machine things can be tried without a certificate.
func notTrialOrigin(s string) violation { return secureUnlessHere(s, notOrigin) }

// WrongWithOrigin returns what is wrong with an origin, https or on this machine, and what
// to do: "" for nothing.
func WrongWithOrigin(s string) string { return notTrialOrigin(s).String() }

// asSent returns origins as browsers send them: in lower case, without a usual port.
func asSent(origins []string) []string {
	sent := make([]string, len(origins))
	for i, o := range origins {
		o = strings.ToLower(o)
		usual := ":443"
		if strings.HasPrefix(o, "http://") {
			usual = ":80"
		}
		sent[i] = strings.TrimSuffix(o, usual)
	}
	return sent
}

// AllowsPrimo reports whether an origin is one of the library's Primo sites.
func (l *Library) AllowsPrimo(origin string) bool {
	return l.Primo != nil && slices.Contains(l.Primo.Origins, origin)
}

func (f *filePrimo) notes() []finding {
	if f == nil || f.Loans == nil {
		return nil
	}
	return f.Loans.Note.findings("primo.loans.note")
}

func (f *filePrimo) addresses() []finding {
	if f == nil {
		return nil
	}
	var all []finding
	if f.Loans != nil {
		all = append(all, finding{path: "primo.loans.account", value: f.Loans.Account})
	}
	return all
}
