package lookup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"lendlink/resolver/lookup/source"
)

const (
	maxBytes     = 1 << 20 // of an answer
	maxRedirects = 3
)

// errHeld means that a source was not asked, or asked us to slow down. It is
// not the source's failure.
var errHeld = errors.New("held back")

// errContent means that a source sent an answer that cannot be read.
// What it answers depends on the identifier, which is the link's: it does not say
// that the source fails for others.
var errContent = errors.New("answer not usable")

// newClient makes a client that follows redirects within a host only, keeps no
// cookies, and gives up on hosts that do not answer. The time of a request is
// bounded by its context.
func newClient() *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			Proxy:                  http.ProxyFromEnvironment,
			DialContext:            (&net.Dialer{Timeout: 2 * time.Second}).DialContext,
			TLSHandshakeTimeout:    2 * time.Second,
			ForceAttemptHTTP2:      true,
			MaxIdleConnsPerHost:    8,
			IdleConnTimeout:        90 * time.Second,
			MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(next *http.Request, before []*http.Request) error {
			if first := before[0].URL; next.URL.Host != first.Host || next.URL.Scheme != first.Scheme {
				return fmt.Errorf("redirect to another host %q: %w", next.URL.Host, errContent)
			}
			if len(before) > maxRedirects {
				return fmt.Errorf("too many redirects: %w", errContent)
			}
			return nil
		},
	}
}

// fetch gets what is at an address of a source.
func (a *sourceClient) fetch(ctx context.Context, address string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("request: %w", err)
	}
	request.Header.Set("User-Agent", a.agent.header)
	request.Header.Set("Accept", "application/json")
	response, err := a.service.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	a.rateLimiter.update(response.StatusCode, response.Header, a.service.now())
	a.semaphore.update(response.Header)
	if err := a.checkStatus(response.StatusCode); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("answer: %w", err)
	}
	if len(body) > maxBytes {
		return nil, fmt.Errorf("longer than %d bytes: %w", maxBytes, errContent)
	}
	return body, nil
}

// checkStatus returns the error that a status means. One that blames the question (an identifier
// that the service does not accept) counts as not known, unless it means something
// else at this service.
func (a *sourceClient) checkStatus(status int) error {
	switch status {
	case http.StatusOK:
		return nil
	case a.Refusal:
		return fmt.Errorf("status %d: the key or the contact is refused", status)
	case http.StatusBadRequest, http.StatusNotFound, http.StatusGone, http.StatusRequestURITooLong, http.StatusUnprocessableEntity:
		return source.ErrUnknown
	case http.StatusTooManyRequests:
		return fmt.Errorf("status %d: %w", status, errHeld)
	}
	return fmt.Errorf("status %d", status)
}
