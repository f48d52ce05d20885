package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/web/brand"
)

// assets are the static files. Each has an address that changes with its content,
// so that browsers may keep it for ever, and a plain one for the pages of others,
// which browsers ask about again.
type assets struct {
	paths map[string]string // file name to the address that changes
	files map[string]asset  // address to file
}

type asset struct {
	mediaType   string
	plain, gzip []byte // gzip is nil where it is no smaller
	cache       string // Cache-Control
	etag        string
}

// forEver is the Cache-Control of an address whose content never changes.
const forEver = "public, max-age=31536000, immutable"

// mediaTypes are those of the files that we serve; the system's table may differ.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

func loadAssets(files fs.FS) (*assets, error) {
	a := &assets{map[string]string{}, map[string]asset{}}
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
		sum := sha256.Sum256(b)
		hash := hex.EncodeToString(sum[:6])
		f := asset{mediaType: mediaType, plain: b, cache: "public, max-age=3600", etag: `"` + hash + `"`}
		if packed := compress(b); len(packed) < len(b) {
			f.gzip = packed
		}
		a.files["/static/"+name] = f
		a.paths[name] = "/static/" + strings.TrimSuffix(name, ext) + "-" + hash + ext
		f.cache = forEver
		a.files[a.paths[name]] = f
	}
	return a, nil
}

// path gives the address of a file, for templates.
func (a *assets) path(name string) (string, error) {
	p, ok := a.paths[name]
	if !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return p, nil
}

// serve answers with a static file. An address of an older content is not found:
// the page that named it is gone too.
func (a *assets) serve(v *visit) error {
	f, ok := a.files[v.Request().URL.Path]
	if !ok {
		f, ok = brandFile(v.Request().URL.Path)
	}
	if !ok {
		return echo.ErrNotFound
	}
	h := v.Response().Header()
	h.Set(echo.HeaderCacheControl, f.cache)
	h.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
	h.Set("ETag", f.etag)
	if v.Request().Header.Get("If-None-Match") == f.etag {
		return v.NoContent(http.StatusNotModified)
	}
	if f.gzip != nil && acceptsGzip(v.Request()) {
		h.Set(echo.HeaderContentEncoding, "gzip")
		return v.Blob(http.StatusOK, f.mediaType, f.gzip)
	}
	return v.Blob(http.StatusOK, f.mediaType, f.plain)
}

// A library's colours are a stylesheet of their own, for the pages hold no inline
// style. The address names the colour and nothing else, so that its content never
// changes and needs no settings.
const brandPrefix, brandSuffix = "/static/brand-", ".css"

// brandPath gives the address of the stylesheet for a colour, #rrggbb.
func brandPath(color string) string {
	return brandPrefix + strings.ToLower(strings.TrimPrefix(color, "#")) + brandSuffix
}

// brandFile makes the stylesheet of an address.
func brandFile(path string) (asset, bool) {
	name, ok := strings.CutPrefix(path, brandPrefix)
	if !ok {
		return asset{}, false
	}
	digits, ok := strings.CutSuffix(name, brandSuffix)
	c, valid := brand.Parse("#" + digits)
	if !ok || !valid {
		return asset{}, false
	}
	return asset{mediaType: mediaTypes[brandSuffix], plain: []byte(brand.Stylesheet(c)), cache: forEver, etag: `"` + digits + `"`}, true
}

// compress packs a page or a file. Redirects are never packed: it would cost more
// than the whole rest of the way.
func compress(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	// A buffer takes every write.
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}

// acceptsGzip tells whether the client unpacks gzip.
func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, params, _ := strings.Cut(coding, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			return quality(params) > 0
		}
	}
	return false
}
