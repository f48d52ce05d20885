package requestform

import "regexp"

// WorldShare is OCLC's WorldShare Interlibrary Loan.
const WorldShare Service = "worldshare-ill"

var worldShare = spec{
	service: WorldShare,
	name:    "OCLC WorldShare ILL",
	short:   "WorldShare ILL",
	signIn:  "OCLC",
	example: "https://12345.account.worldcat.org/account/route/wsill/openurl?",
	pattern: regexp.MustCompile(`^https://[^/]+\.worldcat\.org/account/route/(wsill/)?openurl\?$`),
	rows:    discoveryRows(),
}
