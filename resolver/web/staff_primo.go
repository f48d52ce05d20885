package web

import (
	"errors"
	"net/http"

	"lendlink/resolver/library"
	"lendlink/resolver/web/primo"
)

// primoPage is the setup guide's page about Primo.
type primoPage struct {
	setupPage
	Configured bool // the settings have something under primo
	YAML       string
	Loader     string // what loads the script
	Pasted     string // loans to check
	Checked    []primo.Checked
	Error      string // why they cannot be read
}

// YAMLLabel says what the lines of settings are.
func (p primoPage) YAMLLabel() string {
	if p.Configured {
		return "Your settings, as they are now"
	}
	return "Settings to begin with, for the library in the settings file"
}

func (s *Server) newPrimoPage(v *requestContext) primoPage {
	p := primoPage{setupPage: newSetupPage(s.staffFrame(v, "/setup/primo"), v.QueryParam(otherService))}
	settings := v.library.Primo
	p.Configured = settings != nil
	if settings == nil {
		settings = primo.Suggested()
	}
	p.YAML, p.Loader = primo.YAML(settings), primo.Loader(p.Base())
	return p
}

func (s *Server) setupPrimo(v *requestContext) error {
	return s.render(v, http.StatusOK, "setup-primo", s.newPrimoPage(v))
}

// checkLoans says which of the loans that staff paste would get the note.
func (s *Server) checkLoans(v *requestContext) error {
	if err := s.sameOrigin(v); err != nil {
		return &userError{http.StatusForbidden, crossOrigin, err}
	}
	form, cut, err := v.form()
	if err != nil {
		return err
	}
	if cut {
		return &userError{http.StatusRequestEntityTooLarge, pasteTooLarge, errors.New("too many loans pasted")}
	}
	p, status := s.newPrimoPage(v), http.StatusOK
	p.Pasted = form.Get("loan")
	loans := primo.Suggested().Loans
	if v.library.Primo != nil && v.library.Primo.Loans != nil {
		loans = v.library.Primo.Loans
	}
	if p.Checked, err = primo.Check(loans, p.Pasted); err != nil {
		p.Error, status = err.Error(), http.StatusUnprocessableEntity
	}
	return s.render(v, status, "setup-primo", p)
}

// previewPage shows what the script does to a page such as Primo's.
type previewPage struct {
	staffFrame
	New   bool   // as in the new interface
	Place string // a location that interlibrary loans have
	Link  string // to an item that lacks something
}

func (s *Server) previewPrimo(v *requestContext) error {
	v.preview = true
	return s.render(v, http.StatusOK, "preview-primo", previewPage{
		staffFrame: s.staffFrame(v, "/setup/primo"), New: v.QueryParam("look") == "nde", Place: library.BorrowingLocation,
		Link: "/" + v.library.Code + "/openurl?rft.genre=bookitem&rft.btitle=Handbook+of+Harbour+Law&rft.atitle=Tugs+and+Pilots&rft.date=2019",
	})
}

// primoFile sends the script as it can be in a customization package: with the address
// of the library in it.
func (s *Server) primoFile(v *requestContext) error {
	script, err := s.scripts.ForPackage(v.library, s.staffFrame(v, "/setup/primo").Base())
	if err != nil {
		return err
	}
	return v.Blob(http.StatusOK, "text/javascript; charset=utf-8", script)
}

// addOnParameters sends the file that Alma asks for with an add-on. Ours takes what it
// needs from the settings.
func (s *Server) addOnParameters(v *requestContext) error {
	return v.Blob(http.StatusOK, "application/json", []byte("{}\n"))
}
