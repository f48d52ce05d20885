package primo

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"lendlink/resolver/library"
)

// Suggested is what a library without settings of its own can begin with.
func Suggested() *library.Primo {
	return &library.Primo{
		Origins: []string{"https://univ.primo.exlibrisgroup.com"},
		Loans: &library.PrimoLoans{
			Libraries: []string{"RES_SHARE"}, Locations: []string{"OUT_RS_REQ"},
			Note:    library.OneText("This is an interlibrary loan. To renew it, call **555-0100**."),
			Account: "https://12345.account.worldcat.org/account", PlainTitle: true,
		},
		Link: library.PrimoLink{Beside: library.OneText("Free, usually 2 days")},
	}
}

// YAML returns settings as the lines of a settings file.
func YAML(p *library.Primo) string {
	var b yamlWriter
	b.line(0, "primo:")
	b.line(1, "origins: "+list(p.Origins))
	if l := p.Loans; l != nil {
		b.line(1, "loans:")
		b.line(2, "libraries: "+list(l.Libraries))
		b.line(2, "locations: "+list(l.Locations))
		b.text(2, "note", l.Note)
		if l.Account != "" {
			b.line(2, "account: "+strconv.Quote(l.Account))
		}
		b.line(2, "request_number: "+strconv.FormatBool(l.RequestNumber))
		b.line(2, "renew: "+choose(l.HideRenew, "hide", "keep"))
		b.line(2, "title_link: "+choose(l.PlainTitle, "plain", "keep"))
	}
	b.line(1, "link:")
	b.line(2, "open: "+choose(p.Link.NewPage, "page", "in-place"))
	b.text(2, "beside", p.Link.Beside)
	b.line(2, "hide_sign_in: "+strconv.FormatBool(p.Link.HideSignIn))
	return b.String()
}

type yamlWriter struct{ strings.Builder }

func (b *yamlWriter) line(depth int, line string) {
	b.WriteString(strings.Repeat("  ", depth) + line + "\n")
}

// text writes a text, or one for each language; nothing where there is none.
func (b *yamlWriter) text(depth int, name string, t library.Text) {
	if one, ok := t[""]; ok {
		b.line(depth, name+": "+quoted(one))
		return
	}
	if len(t) > 0 {
		b.line(depth, name+":")
	}
	for _, language := range slices.Sorted(maps.Keys(t)) {
		b.line(depth+1, language+": "+quoted(t[language]))
	}
}

func choose(holds bool, yes, no string) string {
	if holds {
		return yes
	}
	return no
}

func list(values []string) string {
	var all []string
	for _, v := range values {
		all = append(all, quoted(v))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// quoted writes a value so that it is read as it is: ${ would be a variable.
func quoted(s string) string { return strconv.Quote(strings.ReplaceAll(s, "${", "$${")) }

// Loader returns what loads the script of a library by its address, as the last lines of
// a view's own script.
func Loader(base string) string {
	return `(function () {
  var script = document.createElement("script");
  script.src = ` + strconv.Quote(base+"/primo.js") + `;
  document.head.appendChild(script);
})();
`
}
