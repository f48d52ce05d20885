package citation

// Detail is one field of a citation as text.
type Detail struct {
	Name  string // as in CSL; those under custom without it
	Value string
}

// Details lists the fields that have something in them, the type first.
func (c *Citation) Details() []Detail {
	details := make([]Detail, 0, len(Fields)+1)
	if c.Type != "" {
		details = append(details, Detail{"type", string(c.Type)})
	}
	for i := range Fields {
		if f := &Fields[i]; !f.Empty(c) {
			details = append(details, Detail{f.Name, f.Value(c)})
		}
	}
	return details
}

// Empty reports whether nothing but the type and local numbers are known.
func (c *Citation) Empty() bool {
	for i := range Fields {
		if f := &Fields[i]; !f.Local && !f.Empty(c) {
			return false
		}
	}
	return true
}
