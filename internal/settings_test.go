package internal_test

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

const settingsPackage = "lendlink/resolver/library"

// TestEverySettingIsRead: what a settings file can say is made into settings, and the settings are
// read by the program. A value that nobody reads would be taken from a library without effect.
func TestEverySettingIsRead(t *testing.T) {
	t.Parallel()

	all := loadModule(t)
	var library *packages.Package
	for _, p := range all {
		if p.PkgPath == settingsPackage {
			library = p
		}
	}
	if library == nil {
		t.Fatalf("no package %s", settingsPackage)
	}
	file := structFields(library, "fileSettings", func(_ *types.Var, tag string) bool { return strings.Contains(tag, "yaml:") })
	settings := structFields(library, "Settings", func(v *types.Var, _ string) bool { return v.Exported() })
	if len(file) < 50 || len(settings) < 50 {
		t.Fatalf("only %d and %d fields found", len(file), len(settings))
	}
	compiled, used := reads(library, func(d ast.Decl) bool { return fileOf(library, d) != "doubt.go" }), map[place]bool{}
	for _, p := range all {
		for at := range reads(p, func(d ast.Decl) bool { return p != library || isExportedMethod(d) }) {
			used[at] = true
		}
	}
	for at, name := range file {
		if !compiled[at] {
			t.Errorf("%s: nobody reads %s", at, name)
		}
	}
	for at, name := range settings {
		if !used[at] {
			t.Errorf("%s: nobody reads %s but what makes it", at, name)
		}
	}
}

// inHeading and byMethod are the settings of a library that its overview shows without reading them there.
var (
	inHeading = []string{"Library.Code", "Library.Name"}
	byMethod  = []string{"Library.Form", "Library.FormsFor", "Library.Confirm"} // AllForms and Policy read them
)

// Each setting of a library has its row in the overview for staff.
func TestEveryLibrarySettingIsInTheOverview(t *testing.T) {
	t.Parallel()

	shown, settings := map[place]bool{}, map[place]string{}
	for _, p := range loadModule(t) {
		switch p.PkgPath {
		case settingsPackage:
			settings = structFields(p, "Library", func(v *types.Var, _ string) bool { return v.Exported() })
		case "lendlink/resolver/web":
			shown = reads(p, func(d ast.Decl) bool { return fileOf(p, d) == "staff_overview.go" })
		}
	}
	checked := 0
	for at, name := range settings {
		if !strings.HasPrefix(name, "Library.") || slices.Contains(inHeading, name) || slices.Contains(byMethod, name) {
			continue
		}
		checked++
		if !shown[at] {
			t.Errorf("%s: the overview has no row for %s", at, name)
		}
	}
	if checked < 10 {
		t.Errorf("only %d settings found", checked)
	}
}

// fileOf returns the name of the file with a declaration.
func fileOf(p *packages.Package, d ast.Decl) string {
	return filepath.Base(p.Fset.Position(d.Pos()).Filename)
}

// TestEveryTextIsChecked: each text that a library writes is among those that are looked at for HTML and
// for curly quotes.
func TestEveryTextIsChecked(t *testing.T) {
	t.Parallel()

	for _, p := range loadModule(t) {
		if p.PkgPath != settingsPackage {
			continue
		}
		checked := reads(p, func(d ast.Decl) bool {
			f, ok := d.(*ast.FuncDecl)
			return ok && (f.Name.Name == "texts" || f.Name.Name == "notices" || f.Name.Name == "notes")
		})
		texts := []place{}
		fields := structFields(p, "fileSettings", func(v *types.Var, _ string) bool {
			if v.Type().String() == settingsPackage+".Text" {
				texts = append(texts, placeOf(p, v))
			}
			return true
		})
		for _, at := range texts {
			if !checked[at] {
				t.Errorf("%s: nobody checks %s", at, fields[at])
			}
		}
		if len(texts) < 5 {
			t.Errorf("only %d texts found", len(texts))
		}
	}
}

// place is where something is declared, as file, line and column: each package is loaded apart, so that
// what others know of it is another object.
type place string

func placeOf(p *packages.Package, o types.Object) place {
	return place(p.Fset.Position(o.Pos()).String())
}

// modulePackages reads the module once for all tests.
var modulePackages = sync.OnceValues(func() ([]*packages.Package, error) {
	return packages.Load(&packages.Config{
		Dir: "..",
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedSyntax | packages.NeedTypes |
			packages.NeedTypesInfo,
	}, "./cmd/...", "./resolver/...")
})

// loadModule returns the module's packages with their types, tests aside.
func loadModule(t *testing.T) []*packages.Package {
	t.Helper()
	all, err := modulePackages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
	}
	return all
}

// structFields returns the fields of a struct and of the structs of the module in it, by where they
// are declared.
func structFields(p *packages.Package, name string, is func(field *types.Var, tag string) bool) map[place]string {
	fields := map[place]string{}
	seen := map[types.Type]bool{}
	var walk func(t types.Type)
	walk = func(t types.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		switch t := t.(type) {
		case *types.Pointer:
			walk(t.Elem())
		case *types.Slice:
			walk(t.Elem())
		case *types.Map:
			walk(t.Elem())
		case *types.Named:
			of, ok := t.Underlying().(*types.Struct)
			if !ok {
				walk(t.Underlying())
				return
			}
			if !strings.HasPrefix(t.Obj().Pkg().Path(), "lendlink/") {
				return
			}
			for i := range of.NumFields() {
				if f := of.Field(i); is(f, of.Tag(i)) {
					fields[placeOf(p, f)] = t.Obj().Name() + "." + f.Name()
					walk(f.Type())
				}
			}
		}
	}
	walk(p.Types.Scope().Lookup(name).Type())
	return fields
}

// reads returns the fields that some of a package's declarations read: by name, or all of a struct
// that is converted to another.
func reads(p *packages.Package, in func(ast.Decl) bool) map[place]bool {
	read, written := map[place]bool{}, map[ast.Expr]bool{}
	collect := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				written[to] = true
			}
		case *ast.SelectorExpr:
			if s := p.TypesInfo.Selections[n]; s != nil && s.Kind() == types.FieldVal && !written[n] {
				read[placeOf(p, s.Obj())] = true
			}
		case *ast.CallExpr:
			if !p.TypesInfo.Types[n.Fun].IsType() || len(n.Args) != 1 {
				break
			}
			if of, ok := p.TypesInfo.TypeOf(n.Args[0]).Underlying().(*types.Struct); ok {
				for i := range of.NumFields() {
					read[placeOf(p, of.Field(i))] = true
				}
			}
		}
		return true
	}
	for _, f := range p.Syntax {
		for _, d := range f.Decls {
			if in(d) {
				ast.Inspect(d, collect)
			}
		}
	}
	return read
}

// isExportedMethod reports whether a declaration is a method that others call of a type that they know.
func isExportedMethod(d ast.Decl) bool {
	f, ok := d.(*ast.FuncDecl)
	if !ok || f.Recv == nil || !f.Name.IsExported() {
		return false
	}
	of := f.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	name, ok := of.(*ast.Ident)
	return ok && name.IsExported()
}
