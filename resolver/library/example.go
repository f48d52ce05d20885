package library

import _ "embed"

// Example is a settings file that says everything there is to say, with comments.
//
//go:embed example.yaml
var Example []byte
