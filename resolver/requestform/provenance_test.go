package requestform_test

import (
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
)

// Staff learn where a request came from, which record it is about and what the patron
// changed, in the field that a form has for it; of these the later are the first to go.
func TestProvenance(t *testing.T) {
	from := requestform.Provenance{Source: "primo", Record: "https://search.example.edu/alma991234", Changed: "changed by patron: pages"}
	c := &citation.Citation{Type: citation.Article, Title: "Dune", ContainerTitle: "Sand", Page: "3-9", ISSN: "0395-2649", DOI: "10.1000/182"}
	for service, key := range map[requestform.Service]string{
		requestform.Tipasa: "rfr_id", requestform.WorldShare: "rfr_id", requestform.PracticeForm: "rfr_id", requestform.Relais: "rfr_id",
		requestform.ILLiad: "CitedIn", requestform.ILLiadForms: "CitedIn", requestform.ReShare: "svc.note",
	} {
		t.Run(string(service), func(t *testing.T) {
			f := requestform.Form{Service: service, URL: service.Example()}
			whole := f.Fill(c, from)
			if got := sent(whole, key); !strings.Contains(got, from.Record) || !strings.HasSuffix(got, from.Changed) &&
				service != requestform.ReShare {
				t.Errorf("%s is %q, want the record and what was changed", key, got)
			}
			f.MaxLength = len(whole.Location) - 1
			r := f.Fill(c, from)
			if got := sent(r, key); !strings.Contains(got, from.Record) || strings.Contains(got, from.Changed) {
				t.Errorf("a byte less: %s is %q, want it without what was changed", key, got)
			}
			f.MaxLength = len(r.Location) - 1
			r = f.Fill(c, from)
			if got := sent(r, key); strings.Contains(got, "record") || len(r.Params) != len(whole.Params) {
				t.Errorf("less again: %s is %q of %d keys, want it without the record and no key gone", key, got, len(r.Params))
			}
			if len(r.Warnings) == 0 {
				t.Error("no warning")
			}
		})
	}
	f := requestform.Form{Service: requestform.Tipasa, URL: tipasa}
	want := "info:sid/primo via lendlink; record https://search.example.edu/alma991234; changed by patron: pages"
	if got := sent(f.Fill(c, from), "rfr_id"); got != want {
		t.Errorf("rfr_id is %q, want %q", got, want)
	}
	if got, want := sent(f.Fill(c, requestform.Provenance{Source: "primo"}), "rfr_id"), "info:sid/primo via lendlink"; got != want {
		t.Errorf("where nothing was changed rfr_id is %q, want %q", got, want)
	}
}
