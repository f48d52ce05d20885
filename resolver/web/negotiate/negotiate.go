// Package negotiate chooses the shape of an answer by what the request says: JSON or a page, compressed or not, and in
// which language (RFC 9110, section 12). It imports nothing of Lendlink.
package negotiate

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
)

// PrefersJSON reports whether the Accept header ranks JSON above a page.
func PrefersJSON(r *http.Request) bool {
	var html, json float64
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		name, params, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case name == "text/html", name == "application/xhtml+xml":
			html = max(html, quality(params))
		case name == "application/json", strings.HasSuffix(name, "+json"):
			json = max(json, quality(params))
		}
	}
	return json > html
}

// AcceptsGzip reports whether the client accepts gzip.
func AcceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, params, _ := strings.Cut(coding, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			return quality(params) > 0
		}
	}
	return false
}

// quality returns the q of a header's parameters: 1 when there is none.
func quality(params string) float64 {
	for param := range strings.SplitSeq(params, ";") {
		name, value, _ := strings.Cut(param, "=")
		if strings.EqualFold(strings.TrimSpace(name), "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}

// Gzip compresses a page or a file. Redirects are never compressed: that would cost more
// than the rest of the request.
func Gzip(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	// A buffer takes every write.
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}
