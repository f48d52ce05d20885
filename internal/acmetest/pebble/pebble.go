// Package pebble names the version of Pebble, Let's Encrypt's authority for tests, that
// acmetest runs. It is a module of its own, so that Pebble is nothing that Lendlink
// requires.
package pebble
