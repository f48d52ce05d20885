package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"lendlink/resolver/library/strictyaml"
)

// ship is settings that have nothing to do with libraries.
type ship struct {
	Name   string   `yaml:"name" hint:"what is painted on it"`
	Length int      `yaml:"length" hint:"how many metres, such as 30"`
	Ports  []string `yaml:"ports" hint:"a list of ports"`
	Engine *engine  `yaml:"engine" hint:"its maker and power"`
}

func (s *ship) SetDefaults() { s.Length = 10 }

type engine struct {
	Maker string `yaml:"maker" hint:"who built it"`
}

func read(t *testing.T, text string) (*strictyaml.Reader, ship, bool) {
	t.Helper()
	env := func(name string) (string, bool) { return "Kiel", name == "PORT" }
	r := strictyaml.NewReader("ship.yaml", env, strictyaml.Kind{Example: "name: Ann", Least: "a ship"})
	var s ship
	ok := r.ReadFile([]byte(text), &s)
	return r, s, ok
}

func TestReadFile(t *testing.T) {
	r, s, ok := read(t, "name: Ann\nports: [Bremen, \"${PORT}\"]\nengine: {maker: Deutz}\n")
	got := fmt.Sprint(s.Name, s.Length, s.Ports, s.Engine.Maker)
	if !ok || len(r.Problems) > 0 || got != fmt.Sprint("Ann", 10, []string{"Bremen", "Kiel"}, "Deutz") {
		t.Errorf("read %+v, %v\n%v", s, ok, r.Problems)
	}
}

// Everything that is wrong is reported at once, each with its place and a fix.
func TestReadFileReportsEveryProblem(t *testing.T) {
	r, _, ok := read(t, "nmae: Ann\nlength: long\nports: Bremen\nmaker: Deutz\nlength: 3\n")
	if !ok {
		t.Fatal("it is YAML")
	}
	var got []string
	for _, p := range r.Problems.InOrder() {
		got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Message))
	}
	want := []string{
		"1:1 unknown field `nmae`; did you mean `name`?",
		"2:9 `length` cannot be read; write how many metres, such as 30",
		"3:8 `ports` must be a list; write a list of ports",
		"4:1 unknown field `maker`; it belongs under `engine`",
		"5:1 `length` appears twice; remove one",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadFileThatIsNotYAML(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"", "the file is empty; write a ship"},
		{"name: a: b\n", "not valid YAML; put the value in quotes"},
		{"name: \xff\n", "the file is not UTF-8"},
		{"- Ann\n", "the file must be a mapping of names to values; write names and values, such as name: Ann"},
	} {
		r, _, _ := read(t, tc.text)
		if len(r.Problems) != 1 || !strings.HasPrefix(r.Problems[0].Message, tc.want) {
			t.Errorf("%q: %v; want %s", tc.text, r.Problems, tc.want)
		}
	}
}
