package library

// ClientAddress is the header in which trusted proxies name the client.
type ClientAddress string

// The headers.
const (
	FromXForwardedFor ClientAddress = "x-forwarded-for"
	FromForwarded     ClientAddress = "forwarded" // RFC 7239
)
