package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

const foundAtCrossref = `{"message":{"items":[{"DOI":"10.5555/tug","type":"journal-article","title":["Towage in narrow waters"],` +
	`"container-title":["Journal of Harbour Studies"],"author":[{"family":"Ruiz","given":"Aiko"}],"issued":{"date-parts":[[2019]]},"volume":"12"}]}}`

// TestPastedReferenceIsSearchedFor: what was read of a reference without a number is asked
// about, and never the text itself.
func TestPastedReferenceIsSearchedFor(t *testing.T) {
	for name, text := range map[string]string{
		"plain text": "Ruiz, A. (2019). Towage in narrow waters. Journal of Harbour Studies, 12(3), 101-119. My private remark.",
		"a file":     "TY  - JOUR\nAU  - Ruiz, Aiko\nTI  - Towage in narrow waters\nJO  - Journal of Harbour Studies\nPY  - 2019\nN1  - My private remark\nER  - \n",
	} {
		t.Run(name, func(t *testing.T) {
			services := startServices(t, func(w http.ResponseWriter, r *http.Request) {
				if strings.Contains(r.URL.RawQuery, "private") {
					t.Errorf("the text goes to Crossref: %s", r.URL.RawQuery)
				}
				says(foundAtCrossref)(w, r)
			})
			body := post(t, newLookingUp(t, services, 5*time.Second), "/north/request", url.Values{"mode": {"blank"}, "step": {"read"}, "paste": {text}})
			for _, want := range []string{"10.5555/tug", `id="from-DOI"`, "From Crossref"} {
				if !strings.Contains(body, want) {
					t.Errorf("lacks %q", want)
				}
			}
			if queries := services.paths(); len(queries) != 1 || queries[0] != "/crossref/works" {
				t.Errorf("asked for %q", queries)
			}
		})
	}
}
