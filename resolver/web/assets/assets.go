// Package assets serves the static files. Each has an address that changes with its
// content, so that browsers may keep it for ever, and a plain one for other sites'
// pages, which browsers revalidate.
//
// It imports brand and negotiate.
package assets

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"lendlink/resolver/web/brand"
	"lendlink/resolver/web/negotiate"
)

// Files are the static files.
type Files struct {
	paths map[string]string // file name to the address that changes
	files map[string]File   // address to file
}

// File is one static file, ready to be sent.
type File struct {
	mediaType   string
	plain, gzip []byte // gzip is nil where it is no smaller
	cache       string // Cache-Control
	etag        string
	vary        string // the headers of a request that decide which is sent
}

// forEver is the Cache-Control of an address whose content never changes.
const forEver = "public, max-age=31536000, immutable"

// mediaTypes are those of the files that we serve; the system's table may differ.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// Load reads the files.
func Load(files fs.FS) (*Files, error) {
	a := &Files{map[string]string{}, map[string]File{}}
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		ext := path.Ext(name)
		mediaType, ok := mediaTypes[ext]
		if !ok {
			return nil, fmt.Errorf("static file %q: no media type for %q", name, ext)
		}
		f := NewFile(mediaType, b, "public, max-age=3600")
		a.files["/static/"+name] = f
		a.paths[name] = "/static/" + strings.TrimSuffix(name, ext) + "-" + strings.Trim(f.etag, `"`) + ext
		f.cache = forEver
		a.files[a.paths[name]] = f
	}
	return a, nil
}

// NewFile returns a file of this content, sent with a Cache-Control.
func NewFile(mediaType string, content []byte, cache string) File {
	sum := sha256.Sum256(content)
	f := File{mediaType: mediaType, plain: content, cache: cache, etag: `"` + hex.EncodeToString(sum[:6]) + `"`, vary: "Accept-Encoding"}
	if packed := negotiate.Gzip(content); len(packed) < len(content) {
		f.gzip = packed
	}
	return f
}

// VaryingBy returns the file, whose answer depends on another header of the request too.
func (f File) VaryingBy(header string) File {
	f.vary += ", " + header
	return f
}

// Path returns the address of a file, for templates.
func (a *Files) Path(name string) (string, error) {
	p, ok := a.paths[name]
	if !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return p, nil
}

// Find returns the file of an address. An address of an older content is not
// found: the page that named it is gone too.
func (a *Files) Find(address string) (File, bool) {
	if f, ok := a.files[address]; ok {
		return f, true
	}
	return brandFile(address)
}

// ServeHTTP sends the file, or only that it has not changed.
func (f File) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", f.cache)
	h.Set("Vary", f.vary)
	h.Set("Content-Type", f.mediaType)
	body, etag := f.plain, f.etag
	if f.gzip != nil && negotiate.AcceptsGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body, etag = f.gzip, strings.TrimSuffix(etag, `"`)+`-gzip"` // other bytes need another tag (RFC 9110, 8.8.3.3)
	}
	h.Set("ETag", etag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// A library's colours are a stylesheet of their own, for the pages hold no inline
// style. The address names the colour and nothing else, so that its content never
// changes and needs no settings.
const brandPrefix, brandSuffix = "/static/brand-", ".css"

// BrandPath returns the address of the stylesheet for a colour, #rrggbb.
func BrandPath(color string) string {
	return brandPrefix + strings.ToLower(strings.TrimPrefix(color, "#")) + brandSuffix
}

// brandFile makes the stylesheet of an address.
func brandFile(address string) (File, bool) {
	name, ok := strings.CutPrefix(address, brandPrefix)
	if !ok {
		return File{}, false
	}
	digits, ok := strings.CutSuffix(name, brandSuffix)
	c, valid := brand.Parse("#" + digits)
	if !ok || !valid {
		return File{}, false
	}
	return File{mediaType: mediaTypes[brandSuffix], plain: []byte(brand.Stylesheet(c)), cache: forEver, etag: `"` + digits + `"`,
		vary: "Accept-Encoding"}, true
}
