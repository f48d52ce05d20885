package openurl

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxXMLDepth bounds the nesting of a ContextObject; the schema needs seven.
const maxXMLDepth = 24

var (
	errTooDeep      = errors.New("elements nested too deep")
	errDocumentType = errors.New("document type declaration not allowed")
)

// parseXML reads an XML ContextObject (Z39.88-2004, part 3) into pairs, as if it
// had come in KEV format: of the first context-object, the referent's
// identifiers and metadata and the referrer. Elements are known by their local
// names, in any order: sources cut namespaces and shuffle elements. A document
// type declaration, in which entities and files could hide, ends the reading; no
// entities but those of XML and HTML are known, and nothing is fetched.
func (co *ContextObject) parseXML(document string) error {
	d := xml.NewDecoder(strings.NewReader(strings.TrimLeft(document, "\ufeff \t\r\n")))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // the link was decoded already
	x := xmlReader{co: co}
	for {
		token, err := d.Token()
		if err == io.EOF || x.done {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read context object: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(x.path) == maxXMLDepth {
				return errTooDeep
			}
			x.open(t.Name.Local)
		case xml.EndElement:
			x.close()
		case xml.Directive:
			return errDocumentType
		case xml.CharData:
			x.text.Write(t)
		}
	}
}

// xmlReader collects the pairs while the document goes by.
type xmlReader struct {
	co     *ContextObject
	path   []string
	text   strings.Builder
	author map[string]string // the parts of the author being read
	done   bool              // the first context-object is read
}

func (x *xmlReader) open(name string) {
	x.path = append(x.path, name)
	x.text.Reset()
	if name == "author" || name == "inventor" {
		x.author = map[string]string{}
	}
}

func (x *xmlReader) close() { // the decoder matches each end with a beginning
	name := x.path[len(x.path)-1]
	x.path = x.path[:len(x.path)-1]
	value := strings.Join(strings.Fields(x.text.String()), " ")
	x.text.Reset()
	switch {
	case name == "context-object":
		x.done = true
	case name == "author" || name == "inventor":
		x.closeAuthor(name, value)
	case x.author != nil:
		x.author[name] = value
	case x.within("referrer") && name == "identifier":
		x.add("rfr_id", value)
	case !x.within("referent") || x.within("metadata-by-ref") || x.within("private-data"):
	case name == "identifier":
		x.add("rft_id", value)
	case name == "format":
		x.add("rft_val_fmt", value)
	case name == "inv":
		x.add("rft.inventor", value)
	default:
		x.add("rft."+name, value)
	}
}

// closeAuthor adds the author read, in parts or in one piece; that of the citing work is not
// the item's.
func (x *xmlReader) closeAuthor(element, text string) {
	parts := x.author
	x.author = nil
	if !x.within("referent") {
		return
	}
	if element == "author" {
		x.add("rft.au", cmp.Or(fullName(parts["aulast"], parts["aufirst"], parts), text))
	} else {
		x.add("rft.inventor", cmp.Or(fullName(parts["invlast"], parts["invfirst"], parts), text))
	}
}

func (x *xmlReader) within(name string) bool {
	for _, p := range x.path {
		if p == name {
			return true
		}
	}
	return false
}

func (x *xmlReader) add(name, value string) {
	if value == "" || len(x.co.Pairs) >= maxPairs || !plausible(name) { // an element that no key could be written for
		return
	}
	k := classify(name)
	if k.personal {
		x.co.addPatron(name)
		return
	}
	for layer := 0; k.role.has(admin) && layer < maxLayers && stillEncoded(value); layer++ { // by a program on the way
		value = decodeOnce(value)
	}
	k.version1 = true
	x.co.add(Pair{Key: name, Value: value, xml: true, classes: classesOf(value)}, k)
}

// fullName returns an author's parts as one name, so that authors in parts and
// authors in one piece keep their order.
func fullName(last, first string, parts map[string]string) string {
	if first == "" {
		first = parts["auinit"]
	}
	if first == "" {
		first = strings.TrimSpace(parts["auinit1"] + " " + parts["auinitm"])
	}
	middle := parts["auinitm"]
	hasMiddle := strings.Contains(first, " ") || strings.HasSuffix(strings.TrimRight(first, "."), strings.TrimRight(middle, "."))
	if !hasMiddle { // which initials may have: auinit=KL
		first += " " + middle
	}
	name := last
	if first != "" {
		name += ", " + first
	}
	if s := parts["ausuffix"]; s != "" {
		name += ", " + s
	}
	return strings.TrimPrefix(name, ", ")
}
