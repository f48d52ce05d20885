package socket

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	"lendlink/resolver/web/statistics/counts"
)

// ErrNoServer is for a folder in which no server answers.
var ErrNoServer = errors.New("no server answers")

// answerTimeout is for a server that does not answer, as it was stopped.
const answerTimeout = 10 * time.Second

// Each calls do with what the servers of a folder know of a library's days, the first and
// the last included. The youngest says all that it knows, then the others what they have
// not written yet. If meanwhile one writes, the youngest does not have it yet: nothing
// counts twice.
func Each(folder, library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	q := query{Library: library, First: first, Last: last}
	var unread string
	for _, name := range youngestFirst(folder) {
		a, err := ask(name, q)
		if err != nil {
			continue // it is gone, or does not understand the question
		}
		if !q.WaitingOnly {
			unread = a.Unread
			q.WaitingOnly = true
		}
		for _, d := range a.Days {
			do(d.Day, d.Counts)
		}
	}
	switch {
	case !q.WaitingOnly:
		return ErrNoServer
	case unread != "":
		return errors.New(unread)
	}
	return nil
}

// youngestFirst lists the sockets of a folder.
func youngestFirst(folder string) []string {
	names, _ := filepath.Glob(filepath.Join(folder, pattern)) // fails for a bad pattern only
	made := map[string]time.Time{}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			made[name] = info.ModTime()
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(made[b].Compare(made[a]), cmp.Compare(a, b)) })
	return names
}

func ask(name string, q query) (*answer, error) {
	ctx, cancel := context.WithTimeout(context.Background(), answerTimeout)
	defer cancel()
	body, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://lendlink"+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	client := http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", name)
		},
	}}
	response, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", response.StatusCode)
	}
	var a answer
	err = json.NewDecoder(response.Body).Decode(&a)
	return &a, err
}
