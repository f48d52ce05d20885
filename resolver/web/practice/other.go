package practice

import (
	"slices"

	"lendlink/resolver/requestform"
)

// labelled fills in the form of another service than OCLC's: each of its fields takes
// the first key that was sent. A field that nothing fills is not shown, as it may belong
// to another of the system's forms.
func labelled(labels []requestform.Label, sent []*piece) Form {
	f := Form{Kind: Other}
	var control []string
	for _, label := range labels {
		if label.Text == "" {
			control = label.Keys
			continue
		}
		if !isOn(label, sent) {
			continue
		}
		l := line{label: label.Text, wide: true}
		for _, k := range label.Keys {
			l.from = append(l.from, key(k))
		}
		if field := l.fill(sent); field.Value != "" {
			field.Wide = len([]rune(field.Value)) > 30
			f.Fields = append(f.Fields, field)
		}
	}
	for _, p := range sent {
		if p.used || p.value == "" {
			continue
		}
		why := Unknown
		switch {
		case p.unreadable:
			why = Unreadable
		case slices.Contains(control, p.slot):
			why = Control
		}
		f.Rest = append(f.Rest, Unused{p.Pair, why})
	}
	return f
}

// isOn reports whether the form that opens can have a field. Where nothing says which form
// opens, it can.
func isOn(label requestform.Label, sent []*piece) bool {
	steered := false
	for _, on := range label.On {
		for _, p := range sent {
			if p.slot != on.Key {
				continue
			}
			if p.value == on.Value {
				return true
			}
			steered = true
		}
	}
	return !steered
}
