package web

import (
	"strings"

	"lendlink/resolver/web/brand"
)

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
