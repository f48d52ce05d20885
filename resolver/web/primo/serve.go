package primo

import (
	"io/fs"
	"net/http"
	"sync"

	"lendlink/resolver/library"
	"lendlink/resolver/web/assets"
)

const mediaType = "text/javascript; charset=utf-8"

// cacheControl lets a change of the settings reach patrons within minutes.
const cacheControl = "public, max-age=300"

// Scripts keeps what is made for each library, made once for its settings.
type Scripts struct {
	files fs.FS
	text  Texts

	mu     sync.Mutex
	byCode map[string]kept
}

// kept is what was made from the settings of a library.
type kept struct {
	library       *library.Library
	script, addOn assets.File
}

// NewScripts returns scripts that are made from these sources and texts.
func NewScripts(files fs.FS, text Texts) *Scripts {
	return &Scripts{files: files, text: text, byCode: map[string]kept{}}
}

// Serve sends the script of a library.
func (s *Scripts) Serve(w http.ResponseWriter, r *http.Request, l *library.Library) error {
	k, err := s.of(l)
	if err != nil {
		return err
	}
	k.script.ServeHTTP(w, r)
	return nil
}

// ServeAddOn sends the entry of the add-on, to the library's Primo sites: unlike a script, a
// module is read as data of another site's are.
func (s *Scripts) ServeAddOn(w http.ResponseWriter, r *http.Request, l *library.Library) error {
	k, err := s.of(l)
	if err != nil {
		return err
	}
	AllowOrigin(w.Header(), r, l)
	k.addOn.ServeHTTP(w, r)
	return nil
}

// ForPackage returns the script of a library for a customization package, where others may
// come before and after it. Base is the library's address.
func (s *Scripts) ForPackage(l *library.Library, base string) ([]byte, error) {
	return ForPackage(s.files, l, s.text, base)
}

func (s *Scripts) of(l *library.Library) (kept, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k := s.byCode[l.Code]; k.library == l {
		return k, nil
	}
	script, err := Script(s.files, l, s.text, "")
	if err != nil {
		return kept{}, err
	}
	addOn, err := AddOn(s.files, l, s.text)
	if err != nil {
		return kept{}, err
	}
	k := kept{l, assets.NewFile(mediaType, script, cacheControl), assets.NewFile(mediaType, addOn, cacheControl).VaryingBy("Origin")}
	s.byCode[l.Code] = k
	return k, nil
}

// AllowOrigin lets scripts of the library's Primo sites read the answer, and says to
// caches that the answer depends on the origin.
func AllowOrigin(h http.Header, r *http.Request, l *library.Library) {
	h.Add("Vary", "Origin")
	if origin := r.Header.Get("Origin"); l.AllowsPrimo(origin) {
		h.Set("Access-Control-Allow-Origin", origin)
	}
}

// EmbeddedKey is what a link has besides the item's own keys for a page in the frame that
// the script opens over Primo.
const EmbeddedKey = "embedded"

// Embedded reports whether a page is for that frame, by the value of [EmbeddedKey]. A page
// that fills a window never is.
func Embedded(r *http.Request, l *library.Library, value string) bool {
	return l != nil && l.Primo != nil && value == "primo" && r.Header.Get("Sec-Fetch-Dest") != "document"
}
