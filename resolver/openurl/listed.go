package openurl

import (
	"strings"

	"lendlink/resolver/warning"
)

// hidden is what is kept of a value under a key that is not OpenURL's: that there
// was one.
const hidden = "…"

// listed are the keys of the standards that no field is read from (Z39.88-2004,
// tables 6 and 10 and the matrices; OpenURL 0.1), and those that Alma and Primo have in
// their templates for every library. The fields' own keys are not repeated here.
var listed = setOf(`
	url_ver url_tim url_ctx_fmt url_ctx_val url_ctx_ref ctx_ver ctx_enc ctx_id ctx_tim
	rft_val_fmt rft_ref rft_ref_fmt rft_dat rfe_id rfe_val_fmt rfe_ref rfe_ref_fmt rfe_dat rfr_id rfr_val_fmt rfr_ref rfr_ref_fmt rfr_dat
	quarter ssn sici bici coden chron tpages co cc advisor language subject description format relation coverage rights contributor
	object_id dctitle externaldbid externaldocid dbid pqid galeid cupid dacid sfx.ignore_date_threshold u.ignore_date_coverage
	__char_set __charset charset`)

// isListed reports whether a key is one of OpenURL's or of the systems whose links most
// are. What another key holds is not known: it may be a barcode, or an address with a ticket
// in it.
func isListed(p *Pair) bool {
	if p.Field != NoField {
		return true
	}
	key := strings.ToLower(p.Key)
	if listed[key] {
		return true
	}
	if len(key) < 5 || !keySigns.Has(key[3]) {
		return false
	}
	switch key[:3] {
	case "rft", "rfe":
		return listed[key[4:]] || byName[key[4:]] != NoField
	}
	return false
}

// hideUnlisted drops the values under keys that are not OpenURL's, once the link
// has been read: nothing is made of them, and they would be shown and logged.
func (co *ContextObject) hideUnlisted() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if p.Value == "" || isListed(p) {
			continue
		}
		p.set(hidden)
		p.Raw = ""
		for j := range co.Warnings {
			if w := &co.Warnings[j]; w.Field == p.Key {
				w.Detail = ""
			}
		}
	}
}

// cleanSources cleans the values that name the source, as the source itself is.
func (co *ContextObject) cleanSources() {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		names := p.Field == RfrID || p.Field == Sid || p.Field == ID && strings.HasPrefix(p.Value, infoSid)
		if !names {
			continue
		}
		name := sourceName(p.Value)
		clean := co.Source
		if name != co.wholeSource {
			clean = CleanSource(name)
		}
		if clean == name {
			continue
		}
		if p.Field == ID {
			clean = infoSid + clean
		}
		p.set(clean)
		p.Raw = ""
		p.Empty = clean == "" || p.Empty
		co.warnOnce(warning.PersonalDropped, p.Key, "")
	}
}
