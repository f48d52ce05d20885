package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
)

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
