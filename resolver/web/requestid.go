package web

import "crypto/rand"

const maxRequestID = 64

// requestID gives the id that a proxy in front has given to the request, or a new
// one. It comes back in a header, so anything but letters, digits and hyphens is
// not taken over.
func requestID(sent string) string {
	if len(sent) == 0 || len(sent) > maxRequestID {
		return rand.Text()
	}
	for i := range len(sent) {
		switch b := sent[i]; {
		case b >= '0' && b <= '9', b >= 'A' && b <= 'Z', b >= 'a' && b <= 'z', b == '-':
		default:
			return rand.Text()
		}
	}
	return sent
}
