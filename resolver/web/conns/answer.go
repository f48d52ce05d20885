package conns

import (
	"bytes"
	"net/http"
	"strconv"
)

// answer keeps an answer until it is sent. Answers are small: pages and redirects.
type answer struct {
	http.ResponseWriter // for its header only
	status              int
	body                bytes.Buffer
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

func (a *answer) Write(b []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(b)
}

// send writes the answer. An error is the client's, who has gone.
func (a *answer) send(toHead bool) {
	a.WriteHeader(http.StatusOK)
	w, h := a.ResponseWriter, a.Header()
	if a.body.Len() > 0 {
		if h.Get("Content-Length") == "" {
			h.Set("Content-Length", strconv.Itoa(a.body.Len()))
		}
		if h.Get("Content-Type") == "" {
			h.Set("Content-Type", http.DetectContentType(a.body.Bytes()))
		}
	}
	w.WriteHeader(a.status)
	if !toHead {
		_, _ = w.Write(a.body.Bytes())
	}
}
