// Package packages describes the .deb and .rpm packages, and names the tools of a
// release with their checksums.
//
// It is a module of its own, so that Lendlink requires none of this. nfpm
// stays at 2.45: from 2.46 on it makes Windows packages too, with modules that the
// module proxy refused when this was written.
package packages
