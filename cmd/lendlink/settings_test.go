package main

import (
	"testing"

	"lendlink/resolver/library"
)

func TestStateDir(t *testing.T) {
	for _, tt := range []struct{ name, variable, setting, systemd, want string }{
		{"none is named", "", "", "", ""},
		{"the variable wins", "/a", "/b", "/c", "/a"},
		{"then the settings", "", "/b", "/c", "/b"},
		{"then what systemd gives to the unit", "", "", "/c", "/c"},
		{"of several, the first", "", "", "/c:/d", "/c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv(stateVariable, tt.variable)
			t.Setenv(library.SystemdState, tt.systemd)
			if got := stateDir(&library.Settings{StateDir: tt.setting}); got != tt.want {
				t.Errorf("stateDir = %q; want %q", got, tt.want)
			}
		})
	}
}
