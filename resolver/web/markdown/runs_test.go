package markdown_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/web/markdown"
)

func TestTextRuns(t *testing.T) {
	type runs = []markdown.Run
	line := markdown.Run{Text: markdown.LineBreak}
	tests := []struct {
		name, source string
		want         runs
	}{
		{"nothing", "", nil},
		{"words", "Call us.", runs{{Text: "Call us."}}},
		{"bold", "Call **555-0100** now", runs{{Text: "Call "}, {Text: "555-0100", Bold: true}, {Text: " now"}}},
		{"emphasis is words", "Call _us_.", runs{{Text: "Call us."}}},
		{"a link, and bold in it", "[Renew **here**](https://a.example/?x=1&y=2).", runs{{Text: "Renew ", Address: "https://a.example/?x=1&y=2"},
			{Text: "here", Bold: true, Address: "https://a.example/?x=1&y=2"}, {Text: "."}}},
		{"addresses as they are", "<ill@a.example> <https://a.example>", runs{{Text: "ill@a.example", Address: "mailto:ill@a.example"}, {Text: " "},
			{Text: "https://a.example", Address: "https://a.example"}}},
		{"a link that runs something", "[a](javascript:alert(1)) [b](data:text/html,x) [c](/x) [d](tel:555)", runs{{Text: "a b c "}, {Text: "d", Address: "tel:555"}}},
		{"paragraphs and lines", "One\ntwo\n\nThree  \nfour", runs{{Text: "One two"}, line, {Text: "Three"}, line, {Text: "four"}}},
		{"a list and a heading", "# Head\n\n- one\n- two", runs{{Text: "Head"}, line, {Text: "one"}, line, {Text: "two"}}},
		{"HTML is left out", "a <b onclick=x>b</b> <script>c</script>", runs{{Text: "a b c"}}},
		{"characters that are escaped", `R&amp;D \*now\* &#8364;5 [a\_b](https://a.example/?x&amp;y\_z)`, runs{{Text: "R&D *now* €5 "}, {Text: "a_b", Address: "https://a.example/?x&y_z"}}},
		{"code is as it is", "`\\*&amp;`\n\n    \\_\n\nend", runs{{Text: `\*&amp;`}, line, {Text: `\_`}, line, {Text: "end"}}},
		{"characters of HTML", `"<" & it's`, runs{{Text: `"<" & it's`}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, markdown.Runs(tt.source)); diff != "" {
				t.Errorf("Runs differ (-want +got):\n%s", diff)
			}
		})
	}
}
