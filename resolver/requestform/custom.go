package requestform

// Custom is a form that Lendlink does not know: it receives what a library's settings
// write under its keys, and nothing else.
const Custom Service = "custom"

var custom = spec{
	service: Custom,
	name:    "Request form",
	short:   "your request system",
	example: "https://ill.example.edu/request?",
	query:   true,
}
